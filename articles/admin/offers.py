"""Unsaved work offered back: when it was kept, and what differs from what is saved."""

from collections.abc import Iterable

from django import forms
from django.utils import formats, timezone

from articles import diff
from articles.models import Autosave

from .controls import Control, controls, differs
from .rows import RowChange, Rows

MOST = 5


def offers(
    found: Iterable[Autosave], form: forms.ModelForm, inlines: list[Rows]
) -> list[dict]:
    """The newest first; work that equals what is saved is nobody's concern."""
    known = controls(form)
    shown = (offer(autosave, known, inlines) for autosave in found[: 2 * MOST])
    return [one for one in shown if one["fields"]][:MOST]


def offer(autosave, known, inlines):
    fields = [
        difference(name, known[name], value)
        for name, value in autosave.fields.items()
        if name in known and differs(known[name], value)
    ]
    rows = [
        row_difference(change)
        for inline in inlines
        for change in inline.changes(autosave.fields)
    ]
    return {
        "id": autosave.pk,
        "at": moment(autosave.kept_at),
        "seen_version": autosave.seen_version,
        "fields": fields + rows,
    }


def difference(name: str, control: Control, value: str) -> dict:
    text = control.readable(value)
    given = {"name": name, "label": control.label, "value": value, "text": text}
    return given | {"pieces": pieces(control.readable(control.saved), text)}


def row_difference(change: RowChange) -> dict:
    given = {"name": change.name, "label": change.label, "row": change.place}
    return given | {"pieces": pieces(change.was, change.now)}


def pieces(was: str, now: str) -> list[tuple[str, str]]:
    """[("same" | "del" | "ins", text)…], plain text."""
    return [piece for old, new in diff.runs(was, now) for piece in piece_of(old, new)]


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
