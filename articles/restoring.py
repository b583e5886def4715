"""Words brought back from the history: as a new save, and published by nobody."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matches.changes import comparable
from matches.models import StaleRow

from .before_after import pair
from .history import followed, language_of, order_of, title
from .models import AuditEntry, ClubPost, Language, Quote
from .models.written import Written

SAID = {Quote: ["text"], ClubPost: ["text_raw"]}


@dataclass(frozen=True)
class Part:
    """Columns that are brought back together; `name` is a language, or "said"."""

    name: str
    label: str
    columns: list[str]


def parts(row) -> list[Part]:
    """What can be brought back from a history row; facts are corrected by hand."""
    if not issubclass(row.instance_type, Written):
        return []
    columns = [c for c in followed(row) if language_of(c) in Language.values]
    groups = groupby(sorted(columns, key=order_of), language_of)
    found = [Part(c, title(c), [f.attname for f in group]) for c, group in groups]
    said = SAID.get(row.instance_type)
    return [*found, Part("said", _("What was said"), said)] if said else found


def restorable(row, present) -> list[Part]:
    """The parts of a history row that differ from the `present` row."""
    return [
        part
        for part in parts(row)
        if any(
            comparable(getattr(row, column)) != comparable(getattr(present, column))
            for column in part.columns
        )
    ]


@transaction.atomic
def restore(row, wanted: list[Part], *, by: AbstractUser, seen: str):
    """Saves the words of a history row anew as the present working words.

    `seen` is the version that `by` read before deciding. Nothing is rewritten and
    nothing is published. Raises StaleRow when others have saved since, ValidationError
    when nothing would change or the row may not take these words.
    """
    present = row.instance_type._base_manager.select_for_update().get(pk=row.id)
    if seen != str(present.version):
        raise StaleRow(present)
    if not (changing := [part for part in restorable(row, present) if part in wanted]):
        raise ValidationError(_("Choose words that differ from those of now."))
    fields = {}
    for column in (column for part in changing for column in part.columns):
        if getattr(present, column) != getattr(row, column):
            fields[column] = pair(getattr(present, column), getattr(row, column))
        setattr(present, column, getattr(row, column))
    present._history_user = by
    present._change_reason = f"restore {row.history_id}"
    present.save()
    details = {"revision": row.history_id, "parts": [part.name for part in changing]}
    AuditEntry.objects.record("restore", present, by=by, **details, fields=fields)
    return present
