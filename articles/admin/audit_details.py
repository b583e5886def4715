"""An entry of the log in words: who, what, from where, and what it changed."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.diff import added, printed, removed, replaced, word_diff
from articles.models import AuditEntry

from .verb_forms import full_name

STATES = {
    "articles.Edition": "status",
    "articles.Quote": "verification",
    "articles.ClubPost": "state",
}
NAMES = {
    "account": gettext_lazy("Account of the machine"),
    "asked": gettext_lazy("Asked for"),
    "change": gettext_lazy("Class of change"),
    "command": gettext_lazy("Command"),
    "field": gettext_lazy("Field"),
    "file": gettext_lazy("File"),
    "from": gettext_lazy("From"),
    "language": gettext_lazy("Language"),
    "lines": gettext_lazy("In detail"),
    "note": gettext_lazy("Note"),
    "passages": gettext_lazy("Passages"),
    "publish_at": gettext_lazy("Readers see it from"),
    "reason": gettext_lazy("Reason"),
    "revision": gettext_lazy("From the save"),
    "said": gettext_lazy("Report"),
    "source": gettext_lazy("Source"),
    "to": gettext_lazy("To"),
    "words": gettext_lazy("Words"),
}
ROWS = {
    "add": gettext_lazy("%(kind)s added: %(row)s"),
    "change": gettext_lazy("%(kind)s changed: %(row)s"),
    "delete": gettext_lazy("%(kind)s deleted: %(row)s"),
}
HANDLED = {"fields", "rows", "before", "after"}


@dataclass(frozen=True)
class Line:
    """`at` is aware; `kind` is "" where the act is about no record."""

    number: int
    at: datetime
    who: str
    act: str
    kind: str
    label: str
    door: str
    address: str

    @classmethod
    def of(cls, entry, acts):
        return cls(
            number=entry.pk,
            at=entry.at,
            who=full_name(entry.user) if entry.user else "",
            act=str(acts.get(entry.action, entry.action)),
            kind=str(kinds().get(entry.model, entry.model)),
            label=entry.label,
            door=entry.get_door_display(),
            address=entry.address,
        )

    @property
    def in_utc(self):
        return self.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def kinds():
    """The names of models by their labels: “articles.Quote” is a quote."""
    ours = [m for m in apps.get_models() if not m._meta.label.startswith("sessions")]
    return {
        model._meta.label: capfirst(model._meta.verbose_name)
        for model in ours
        if not hasattr(model, "history_id") and not model._meta.auto_created
    }


def about(entry) -> dict:
    """Where to read on: the record itself while it is there, and all done to it."""
    if not entry.model:
        return {}
    asked = f"?kind={entry.model}&number={entry.object_id}"
    return {"acts": asked, "record": record_address(entry)}


def record_address(entry):
    try:
        model = apps.get_model(entry.model)
        if not model._base_manager.in_bulk([entry.object_id]):
            return ""
        place = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
        return reverse(place, args=[entry.object_id])
    except (LookupError, NoReverseMatch, ValueError):
        return ""


def details(entry: AuditEntry) -> list[tuple[str, str]]:
    """(what, its text before and after), HTML where they differ by words."""
    told = dict(entry.details)
    found = [] if "after" not in told else [moved(entry, told)]
    found += changes(entry.model, told.get("fields", {}))
    for row in told.get("rows", []):
        kind = kinds().get(row["model"], row["model"])
        label = ROWS[row["act"]] % {"kind": kind, "row": row["row"]}
        inner = changes(row["model"], row["fields"])
        found.append((label, format_html_join("", "<p><b>{}</b> {}</p>", inner)))
    rest = {n: value for n, value in told.items() if n not in HANDLED and value}
    return found + [(NAMES.get(n, n), text(n, value)) for n, value in rest.items()]


def moved(entry, told):
    name = STATES.get(entry.model, "")
    was, now = said(entry.model, name, told.get("before")), told["after"]
    return field_name(entry.model, name), replaced(was, said(entry.model, name, now))


def changes(model, fields):
    if not isinstance(fields, dict):  # names alone, as entries once had
        return [(_("Fields"), ", ".join(fields))]
    return [
        (field_name(model, name), difference(model, name, *values))
        for name, values in fields.items()
    ]


def difference(model, name, was, now):
    if isinstance(was, list) or isinstance(now, list):
        was, now = was or [], now or []
        gone = [(removed(one),) for one in was if one not in now]
        new = [(added(one),) for one in now if one not in was]
        return format_html_join(" ", "{}", [*gone, *new])
    was, now = said(model, name, was), said(model, name, now)
    if name.startswith("body"):
        return word_diff(printed(was), printed(now))
    if len(was) + len(now) < 40:
        return replaced(was, now)
    return word_diff(was, now)


def said(model, name, value) -> str:
    """A value as its form says it: a choice by its label, yes and no."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value is None:
        return ""
    choices = dict(getattr(field_of(model, name), "flatchoices", []))
    return str(choices.get(value, value))


def field_name(model, name):
    field = field_of(model, name)
    return capfirst(getattr(field, "verbose_name", "") or name or _("State"))


def field_of(model, name):
    try:
        return apps.get_model(model)._meta.get_field(name.removesuffix("_id"))
    except (FieldDoesNotExist, LookupError, ValueError):
        return None


def text(name, value):
    if name == "words" and isinstance(value, list):
        return word_diff(*value)
    if name == "passages":
        pairs = [(word_diff(*pair),) for pair in value]
        return format_html_join("", "<p>{}</p>", pairs)
    if isinstance(value, dict):
        value = [f"{key}: {one}" for key, one in value.items()]
    if isinstance(value, list):
        return format_html_join("", "<p>{}</p>", [(one,) for one in value])
    return said("", "", value)
