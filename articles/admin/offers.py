"""Unsaved work offered back: when it was kept, and what differs from what is saved."""

from collections.abc import Iterable

from django import forms
from django.utils import formats, timezone

from articles import diff
from articles.models import Autosave

from .controls import Control, controls, differs

MOST = 5


def offers(found: Iterable[Autosave], form: forms.ModelForm) -> list[dict]:
    """The newest first; work that equals what is saved is nobody's concern."""
    known = controls(form)
    shown = (offer(autosave, known) for autosave in found[: 2 * MOST])
    return [one for one in shown if one["fields"]][:MOST]


def offer(autosave, known):
    fields = [
        difference(name, known[name], value)
        for name, value in autosave.fields.items()
        if name in known and differs(known[name], value)
    ]
    return {
        "id": autosave.pk,
        "at": moment(autosave.kept_at),
        "seen_version": autosave.seen_version,
        "fields": fields,
    }


def difference(name: str, control: Control, value: str) -> dict:
    """`pieces`: [["same" | "del" | "ins", text]…], plain text."""
    text = control.readable(value)
    pieces = [
        piece
        for old, new in diff.runs(control.readable(control.saved), text)
        for piece in piece_of(old, new)
    ]
    given = {"name": name, "label": control.label, "value": value, "text": text}
    return given | {"pieces": pieces}


def piece_of(old, new):
    if old == new:
        return [("same", diff.shortened(old))]
    return [(kind, text) for kind, text in (("del", old), ("ins", new)) if text]


def moment(at) -> str:
    """The hour; the day too when it is another, in the newsroom's zone."""
    local = timezone.localtime(at)
    is_today = local.date() == timezone.localdate()
    return formats.date_format(
        local, "TIME_FORMAT" if is_today else "SHORT_DATETIME_FORMAT"
    )
