"""What others changed in a row since someone read it, told from its history."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.contrib.admin.utils import display_for_field
from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from .models import Versioned


@dataclass(frozen=True)
class Change:
    field: models.Field
    was: object
    now: object
    by: str
    at: datetime

    def __str__(self):
        return _("%(who)s changed %(field)s: %(was)s → %(now)s (%(when)s).") % {
            "who": self.by,
            "field": self.field.verbose_name,
            "was": readable(self.field, self.was),
            "now": readable(self.field, self.now),
            "when": formats.date_format(
                timezone.localtime(self.at), "SHORT_DATETIME_FORMAT"
            ),
        }


def as_read(row: Versioned, version: int | None):
    """The history row of `row` at `version`; None when it is not kept."""
    return row.history.filter(version=version).order_by("-history_id").first()


def since(base, row: Versioned) -> list[Change]:
    """The fields of `row` that differ from the history row `base`, and by whom."""
    later = row.history.filter(history_id__gt=base.history_id)
    rows = [base, *later.select_related("history_user").order_by("history_id")]
    found = [change(field, rows, row) for field in fields_of(row, base)]
    return [one for one in found if one]


def fields_of(row, base):
    """What history keeps of a row, less what tells nothing."""
    return [
        field
        for field in row._meta.concrete_fields
        if not field.primary_key
        and field.name != "version"
        and hasattr(base, field.attname)
    ]


def change(field, rows, row):
    was, now = getattr(rows[0], field.attname), getattr(row, field.attname)
    if comparable(was) == comparable(now):
        return None
    record = author(field, rows)
    return Change(field, was, now, name_of(record), record.history_date)


def author(field, rows):
    """The last of the history `rows` that gave the field another value."""
    for before, after in reversed(list(pairwise(rows))):
        if getattr(before, field.attname) != getattr(after, field.attname):
            return after
    return rows[-1]


def name_of(record):
    user = record.history_user
    if user:
        return user.get_full_name() or user.get_username()
    return record.history_change_reason or _("The newsroom")


def comparable(value):
    """`value` as two readings of it compare: None is "", line ends are LF."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if isinstance(value, datetime):
        return value.replace(microsecond=0)
    return getattr(value, "pk", value)


def readable(field, value):
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if field.is_relation and value is not None:
        return str(field.related_model._base_manager.filter(pk=value).first() or value)
    return display_for_field(value, field, "—")
