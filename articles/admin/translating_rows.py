"""The rows of a translation as its page shows them."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.db.models import Model
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from articles import cards, post_checks
from articles.body import safe
from articles.diff import word_diff
from articles.models import Article, Edition, Embed
from articles.translating.records import SPOKEN, is_translated
from articles.translating.rows import SETTLED, Row, RowState, html_of, kept_source
from articles.translating.units import Unit
from articles.translating.work import Act

LABELS = {
    RowState.UNWRITTEN: gettext_lazy("Not translated"),
    RowState.OPEN: gettext_lazy("At work"),
    RowState.DONE: gettext_lazy("Done"),
    RowState.STALE: gettext_lazy("The source has changed"),
    RowState.MOVED: gettext_lazy("Moved in the source"),
    RowState.LEFT_OUT: gettext_lazy("Left out"),
    RowState.GONE: gettext_lazy("No longer in the source"),
    RowState.ADDED: gettext_lazy("Only here"),
}
DONE = (Act.DONE, gettext_lazy("Done"))
STILL_RIGHT = (Act.STILL_RIGHT, gettext_lazy("Still right"))
LEAVE_OUT = (Act.LEAVE_OUT, gettext_lazy("Leave out"))
REMOVE = (Act.REMOVE, gettext_lazy("Remove it here too"))
VERBS = {
    RowState.UNWRITTEN: [DONE, LEAVE_OUT],
    RowState.OPEN: [DONE],
    RowState.DONE: [],
    RowState.STALE: [DONE, STILL_RIGHT],
    RowState.MOVED: [
        (Act.FOLLOW, gettext_lazy("Move it here too")),
        (Act.STILL_RIGHT, gettext_lazy("Right where it is")),
    ],
    RowState.LEFT_OUT: [(Act.REOPEN, gettext_lazy("Translate it after all"))],
    RowState.GONE: [REMOVE, (Act.DONE, gettext_lazy("Keep it"))],
    RowState.ADDED: [(Act.REMOVE, gettext_lazy("Remove"))],
}
OF_RECORDS = {
    RowState.UNWRITTEN: [(Act.DONE, gettext_lazy("Put it here")), LEAVE_OUT],
    RowState.OPEN: [],
}
WRAPPED = re.compile(r"<(p|h2|h3)>(.*)</\1>", re.DOTALL)
TAGS = {
    "h2": gettext_lazy("Heading"),
    "h3": gettext_lazy("Heading"),
    "ul": pgettext_lazy("bullets", "List"),
    "ol": pgettext_lazy("bullets", "List"),
    "blockquote": gettext_lazy("Quotation"),
}


MACHINE = gettext_lazy("Machine text, to be read")


class Asked(StrEnum):
    DRAFT = "draft"


DRAFT = (Asked.DRAFT, gettext_lazy("Machine draft"))


@dataclass(frozen=True)
class Shown:
    """A row for its template; `card` is of its record, in the target's language."""

    row: Row
    label: str
    diff: str = ""
    card: dict | None = None
    record: Model | None = None
    is_lacking: bool = False  # what a quote or a post says in the target's language

    @property
    def key(self) -> str:
        """The same as long as the row shows the same."""
        sides = html_of(self.row.source), html_of(self.row.target)
        state = (self.row.state, self.row.is_unread)
        told = repr((state, *sides, str(self.diff), self.card, get_language()))
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    @property
    def is_owed(self) -> bool:
        """Readers get a post as it was posted; a quote, in their own language."""
        return self.is_lacking and (self.row.source or self.row.target).tag == "quote"

    @property
    def is_settled(self) -> bool:
        return self.row.state in SETTLED and not self.is_owed

    @property
    def code(self) -> RowState:
        is_done = self.row.state == RowState.DONE
        return RowState.UNWRITTEN if is_done and self.is_owed else self.row.state

    @property
    def state(self):
        return MACHINE if self.row.is_unread else LABELS[self.code]

    @property
    def verbs(self):
        state = self.row.state
        known = OF_RECORDS if self.row.is_record and state in OF_RECORDS else VERBS
        is_open = state == RowState.UNWRITTEN and not self.row.is_record
        asks = [DRAFT] if is_open and settings.TRANSLATION_ENGINE_URL else []
        return known[state] + asks

    @property
    def source(self):
        return safe(self.row.source.html) if self.row.source else ""

    @property
    def target(self):
        return safe(inner(self.row.target)) if self.row.target else ""

    @property
    def tag(self):
        unit = self.row.source or self.row.target
        return unit.tag if unit else ""


@dataclass(frozen=True)
class Progress:
    done: int
    all: int

    @classmethod
    def of(cls, shown: Iterable) -> "Progress":
        """Of passages and captions."""
        settled = [one.is_settled for one in shown]
        return cls(sum(settled), len(settled))


def inner(unit: Unit) -> str:
    """What stands in the block: its own tag is the row's."""
    found = WRAPPED.fullmatch(unit.html)
    return found[2] if found else unit.html


def shown_rows(edition: Edition, rows: list[Row]) -> list[Shown]:
    records = printed(rows, edition.language)
    return [shown(row, edition, records) for row in rows]


def printed(rows, language):
    """(kind, pk) → the record of a row."""
    units = (row.source or row.target for row in rows if row.is_record)
    html = "".join(str(unit.record) for unit in units)
    found = Embed.objects.unsaved(html, language=language)
    post_checks.together([embed.post for embed in found if embed.post_id])
    return {(embed.kind, embed.record.pk): embed.record for embed in found}


def shown(row, edition, records) -> Shown:
    label = label_of(row)
    if not row.is_record:
        return Shown(row, label, diff=diff(row))
    place = (row.source or row.target).record
    record = records.get((place.kind, place.id))
    if record is None:
        return Shown(row, _("A record that no longer exists"))
    card = cards.cards(place.kind, record)
    told = card[edition.language] | {"url": card["url"]}
    is_said = place.kind not in SPOKEN or is_translated(
        record, language=edition.language
    )
    return Shown(row, label, card=told, record=record, is_lacking=not is_said)


def label_of(row):
    unit = row.source or row.target
    if row.field != "body":
        return capfirst(Article._meta.get_field(row.field).verbose_name)
    return TAGS.get(unit.tag, "") if unit else ""


def diff(row) -> str:
    """What the source says now against the words that were translated."""
    if row.state == RowState.STALE:
        return word_diff(kept_source(row.kept).text, row.source.text)
    if row.state == RowState.GONE:
        return format_html("<del>{}</del>", kept_source(row.kept).text)
    return ""
