"""Every save of a row, told field by field."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from django.db import models
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from matches.changes import comparable, name_of, readable

from . import body, diff
from .models import Article, Language, Release
from .models.embed import printed_records
from .models.written import Written

ORDER = (*Language.values, "")
RESTORED = re.compile(r"restore ([0-9]+)")


@dataclass(frozen=True)
class Difference:
    """`text` marks what went and what came; `language` is "" for what has none."""

    label: str
    language: str
    text: SafeString


@dataclass(frozen=True)
class Revision:
    """A save: the history row, the one before (None for the first), and what was
    published from it."""

    row: models.Model
    before: models.Model | None
    releases: list[Release] = field(default_factory=list)

    @property
    def who(self):
        return name_of(self.row)

    @property
    def restored(self):
        """The id of the history row whose words it brought back, or None."""
        found = RESTORED.fullmatch(self.row.history_change_reason or "")
        return int(found[1]) if found else None

    @property
    def changes(self):
        """[(language or "", names of the fields that changed)]."""
        if self.before is None:
            return []
        changed = [f for f in followed(self.row) if differs(f, self.before, self.row)]
        groups = groupby(sorted(changed, key=order_of), language_of)
        return [(title(code), list(map(name, group))) for code, group in groups]


def saves(row: Written) -> models.QuerySet:
    """The history rows of `row`, the last first."""
    return row.history.select_related("history_user").order_by("-history_id")


def previous(row) -> models.Model | None:
    """The history row before `row`, of the same row."""
    earlier = row.instance_type.history.filter(id=row.id, history_id__lt=row.history_id)
    return earlier.order_by("-history_id").first()


def told(rows: list, *, before=None, after=None) -> list[Revision]:
    """Neighbouring history `rows`, the last first, as revisions.

    `before` and `after` are the rows next to them in time, where there are any.
    """
    earlier = [*rows[1:], before][: len(rows)]
    releases = published(rows, until=after and after.history_date)
    return [
        Revision(row, previous, releases.get(row.history_id, []))
        for row, previous in zip(rows, earlier, strict=True)
    ]


def published(rows, *, until):
    """history id → releases of an article made between that save and the next."""
    if not rows or rows[0].instance_type is not Article:
        return {}
    releases = Release.objects.between(rows[-1].history_date, until)
    found = {}
    for release in releases.of_article(rows[0].id):
        row = next(r for r in rows if r.history_date <= release.released_at)
        found.setdefault(row.history_id, []).append(release)
    return found


def differences(older, newer) -> list[Difference]:
    """What differs between two history rows; `older` None: before the first save."""
    changed = [f for f in followed(newer) if differs(f, older, newer)]
    return [
        Difference(capfirst(name(f)), language_of(f), marked(f, older, newer))
        for f in sorted(changed, key=order_of)
    ]


def followed(row):
    """The fields of a history row's model that people write."""
    kept = {column.attname for column in row._meta.concrete_fields}
    return [
        column
        for column in row.instance_type._meta.concrete_fields
        if column.attname in kept and column.editable and not column.primary_key
    ]


def differs(column, older, newer):
    was, now = (
        comparable(getattr(row, column.attname, None)) for row in (older, newer)
    )
    return was != now


def marked(column, older, newer):
    values = (getattr(row, column.attname, None) for row in (older, newer))
    was, now = (in_words(column, value) for value in values)
    if is_text(column):
        return diff.word_diff(was, now)
    return diff.replaced(was, now)


def in_words(column, value):
    if value is None or value == "":
        return ""
    if is_body(column):
        return diff.printed(value)
    if is_text(column) or isinstance(column, models.FileField):
        return str(value)
    return str(readable(column, value))


def is_text(column):
    kinds = models.CharField | models.TextField
    return isinstance(column, kinds) and not column.choices


def is_body(column):
    return getattr(column, "sanitize", None) is body.sanitise


def language_of(column):
    return getattr(column, "language", None) or ""


def order_of(column):
    return ORDER.index(language_of(column))


def name(column):
    return str(getattr(column, "translated_field", column).verbose_name)


def title(language):
    return str(Language(language).label) if language else ""


def records_in(older, newer) -> list[tuple[str, models.Model | None]]:
    """(“[quote 12]”, the record or None) for each that a body that differs shows."""
    texts = [
        getattr(row, column.attname) or ""
        for column in followed(newer)
        if is_body(column) and differs(column, older, newer)
        for row in (older, newer)
        if row is not None
    ]
    shown = list(dict.fromkeys(r for text in texts for r in body.records(text)))
    known = {kind: printed_records(kind, shown) for kind in {r.kind for r in shown}}
    return [(diff.place(r), known[r.kind].get(r.id)) for r in shown]
