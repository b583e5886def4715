"""Rows of inlines: "links:5:role" is kept of row 5, "links:+0:role" of a new one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.forms import BaseInlineFormSet
from django.forms.formsets import DELETION_FIELD_NAME as DELETE
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from .controls import Control, controls, differs

NAME = re.compile(r"([a-z_]+):([0-9]{1,18}|\+[0-9]{1,3}):(\w+)", re.ASCII)
LONGEST = 80


@dataclass(frozen=True)
class RowChange:
    """What unsaved work does to a row; no `values` when others removed it."""

    prefix: str
    row: str
    label: str
    was: str
    now: str
    values: list[dict[str, str]]

    @property
    def name(self) -> str:
        return f"{self.prefix}:{self.row}"

    @property
    def place(self) -> dict | None:
        """Where the page puts it, and what: an empty `id` is a row to add."""
        if not self.values:
            return None
        number = "" if self.row.startswith("+") else self.row
        return {"prefix": self.prefix, "id": number, "values": self.values}


@dataclass(frozen=True)
class Rows:
    """The rows of one inline that the person may write."""

    formset: BaseInlineFormSet
    may_add: bool

    @cached_property
    def blank(self) -> dict[str, Control]:
        return self.parts(self.formset.empty_form)

    @cached_property
    def saved(self) -> dict[str, dict[str, Control]]:
        """Number of a row → its controls."""
        forms = self.formset.initial_forms
        return {str(form.instance.pk): self.parts(form) for form in forms}

    @property
    def subject(self) -> str:
        """What the row is about is what its form asks first."""
        return next(iter(self.blank))

    def parts(self, form) -> dict[str, Control]:
        hidden = {self.formset.model._meta.pk.name, self.formset.fk.name}
        found = controls(form).items()
        named = {name.removeprefix(f"{form.prefix}-"): part for name, part in found}
        return {name: part for name, part in named.items() if part.field not in hidden}

    def changes(self, fields: dict[str, str]) -> Iterator[RowChange]:
        for row, values in sorted(self.sent(fields).items(), key=in_order):
            if change := self.change(self.settled(row, values), values):
                yield change

    def sent(self, fields):
        found = defaultdict(dict)
        for name, value in fields.items():
            prefix, row, field = parted(name)
            if prefix == self.formset.prefix and field in self.blank:
                found[row][field] = value
        return found

    def settled(self, row, values):
        """A new row about what a saved one is about is that one: two are refused."""
        if not row.startswith("+"):
            return row
        about = values.get(self.subject)
        alike = (n for n, parts in self.saved.items() if about_of(parts, self) == about)
        return next(alike, row)

    def change(self, row, values):
        is_new = row.startswith("+")
        parts = self.blank if is_new else self.saved.get(row)
        if parts is None:
            return self.gone(row, values)
        changed = {n: v for n, v in values.items() if differs(parts[n], v)}
        if not changed or (is_new and not self.may_add):
            return None
        was = {name: part.saved for name, part in parts.items()}
        if DELETE in changed:
            return None if is_new else self.removed(row, was, changed)
        now, told = was | changed, values if is_new else changed
        before = "" if is_new else self.described(was)
        label = self.label(now)
        return self.made(row, label, before, self.described(now), told)

    def removed(self, row, was, changed):
        label = _("Removed: %(row)s") % {"row": self.label(was)}
        told = {DELETE: changed[DELETE]}
        return self.made(row, label, self.described(was), "", told)

    def gone(self, row, values):
        if values.get(DELETE):
            return None
        label = _("Others removed it meanwhile: %(row)s") % {"row": self.label(values)}
        return self.made(row, label, "", self.described(values), {})

    def made(self, row, label, was, now, values):
        told = [
            {"name": n, "value": v, "text": self.blank[n].readable(v)}
            for n, v in values.items()
        ]
        return RowChange(self.formset.prefix, row, label, was, now, told)

    def label(self, values):
        kind = capfirst(self.formset.model._meta.verbose_name)
        about = values.get(self.subject)
        if not about:
            return kind
        name = self.blank[self.subject].readable(about)
        named = {"kind": kind, "name": Truncator(name).chars(LONGEST)}
        return _("%(kind)s: %(name)s") % named

    def described(self, values):
        said = (said_of(part, values.get(n, "")) for n, part in self.blank.items())
        return " · ".join(text for text in said if text)


def about_of(parts, rows):
    return parts[rows.subject].saved


def said_of(part, value):
    """“Réaction”, “main match”, “position 2”; nothing of what is as it was given."""
    if part.field == DELETE or not value:
        return ""
    if isinstance(part.column, models.BooleanField):
        return str(part.label)
    text = part.readable(value)
    if text != value or part.is_text:
        return text
    return f"{part.label} {text}" if differs(part, value) else ""


def parted(name: str) -> tuple[str, str, str]:
    """Inline, row, field; empty for the control of no row."""
    found = NAME.fullmatch(name)
    return found.groups() if found else ("", "", "")


def in_order(item):
    """The rows that are saved first, the new ones as they were added."""
    row, _values = item
    return row.startswith("+"), int(row)


def rows_of(admin, request, obj) -> list[Rows]:
    """The inlines of `admin` whose rows the person may write."""
    return [
        Rows(
            formset(instance=obj, queryset=queryset(inline, request)),
            may_add=inline.has_add_permission(request, obj),
        )
        for formset, inline in admin.get_formsets_with_inlines(request, obj)
        if inline.has_change_permission(request, obj)
    ]


def queryset(inline, request):
    """A post is asked for names alone: rows read then would be locked for a save."""
    rows = inline.get_queryset(request)
    return rows.none() if request.method == "POST" else rows


def row_controls(names: Iterable[str], inlines: list[Rows]) -> dict[str, Control]:
    """Name → Control, of the `names` that stand for a control of a row."""
    blanks = {rows.formset.prefix: rows.blank for rows in inlines}
    known = {}
    for name in names:
        prefix, _row, field = parted(name)
        if part := blanks.get(prefix, {}).get(field):
            known[name] = part
    return known
