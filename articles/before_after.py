"""What an act changes, as the log keeps it: name → [before, after], all of it JSON."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django import forms
from django.db import models

LONGEST = 500  # characters of a text
CONTEXT = 60  # characters before the first that differs
MOST = 200  # entries of a list
UNTOLD = ("password", "token", "seal", "secret")
HIDDEN = "…"


def written(form: forms.BaseForm, *, is_new: bool) -> dict[str, list]:
    """Of the fields that a valid form changed; of a password, that it did."""
    pairs = {
        name: pair(None if is_new else before(form, name), after(form, name))
        for name in form.changed_data
        if is_told(name)
    }
    hidden = [name for name in form.changed_data if not is_told(name)]
    changed = {name: [was, now] for name, (was, now) in pairs.items() if was != now}
    return changed | dict.fromkeys(hidden, [HIDDEN, HIDDEN])


def written_rows(formsets: Iterable[forms.BaseFormSet]) -> list[dict]:
    """Of the rows of inlines, once they are saved."""
    return [row for formset in formsets for row in rows_of(formset)]


def rows_of(formset):
    changed = [row for row, _names in formset.changed_objects]
    acts = [
        *((row, "add") for row in formset.new_objects),
        *((row, "change") for row in changed),
        *((row, "delete") for row in formset.deleted_objects),
    ]
    found = {id(form.instance): form for form in formset.forms}
    for row, act in acts:
        form = found[id(row)]
        lost = act == "delete"
        fields = values(form) if lost else written(form, is_new=act == "add")
        yield {
            "act": act,
            "model": row._meta.label,
            "number": form.initial.get(row._meta.pk.name) or row.pk,
            "row": str(row)[:LONGEST],
            "fields": fields,
        }


def values(form):
    """Of a row that is deleted: all that it said."""
    said = {name: before(form, name) for name in form.initial if name in form.fields}
    return {name: pair(value, None) for name, value in said.items() if is_said(value)}


def created(instance: models.Model) -> dict[str, list]:
    """The columns of a record made without a form, where they say something."""
    return {name: pair(None, value) for name, value in columns(instance)}


def deleted(instance: models.Model) -> dict[str, list]:
    """Those of a record about to be deleted."""
    return {name: pair(value, None) for name, value in columns(instance)}


def columns(instance):
    fields = instance._meta.concrete_fields
    names = [one.name for one in fields if one.editable and not one.primary_key]
    said = [(name, getattr(instance, name)) for name in names if is_told(name)]
    return [(name, value) for name, value in said if is_said(value)]


def before(form, name):
    """What stood in a field; of what it chose, the names and not the numbers."""
    field = form.fields[name]
    value = form.get_initial_for_field(field, name)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return list(value or [])
    if isinstance(field, forms.ModelChoiceField) and is_said(value):
        number = getattr(value, "pk", value)
        chosen = field.queryset.model._base_manager.in_bulk([number])
        return next(iter(chosen.values()), value)
    return value


def after(form, name):
    return form.cleaned_data.get(name)


def pair(was, now) -> list:
    """[before, after]; long texts from shortly before the first difference."""
    was, now = plain(was), plain(now)
    start = 0
    if isinstance(was, str) and isinstance(now, str):
        start = max(0, common(was, now) - CONTEXT)
    return [cut(was, start), cut(now, start)]


def plain(value):
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC).isoformat(timespec="seconds")
    if isinstance(value, Iterable):
        return [cut(str(one)) for one in value][:MOST]
    return str(value)


def cut(value, start=0):
    if not isinstance(value, str) or len(value) <= LONGEST:
        return value
    piece = value[start : start + LONGEST]
    return f"{'…' * bool(start)}{piece}{'…' * (start + LONGEST < len(value))}"


def common(was, now):
    pairs = zip(was, now, strict=False)
    differing = (place for place, (a, b) in enumerate(pairs) if a != b)
    return next(differing, min(len(was), len(now)))


def is_told(name):
    return not any(word in name for word in UNTOLD)


def is_said(value):
    return value not in (None, "", [])
