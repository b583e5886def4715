"""The words of pictures among the rows of a translation."""

import hashlib
from dataclasses import dataclass
from html import escape

from django.utils.translation import get_language, gettext_lazy

from articles.cards import small_url
from articles.models import Edition, Photo
from articles.translating.captions import Caption, captions
from articles.translating.rows import RowState

from .translating_rows import LABELS, Shown

NAMES = {
    "alt": gettext_lazy("Alternative text of the picture"),
    "caption": gettext_lazy("Caption of the picture"),
}
HIDDEN = {RowState.LEFT_OUT, RowState.GONE}  # no reader of the target sees these


@dataclass(frozen=True)
class ShownCaption:
    """A caption for its template; `has_picture` where no card shows it above."""

    caption: Caption
    has_picture: bool = False

    @property
    def key(self) -> str:
        """The same as long as the row shows the same."""
        said = (self.place, self.caption.source, self.caption.target, get_language())
        return hashlib.sha256(repr(said).encode()).hexdigest()[:12]

    @property
    def place(self) -> str:
        """As the address of the caption ends."""
        return f"{self.caption.photo.pk}/{self.caption.name}"

    @property
    def label(self):
        return NAMES[self.caption.name]

    @property
    def code(self):
        return RowState.UNWRITTEN if self.caption.is_lacking else RowState.DONE

    @property
    def state(self):
        return LABELS[self.code]

    @property
    def is_settled(self) -> bool:
        return not self.caption.is_lacking

    @property
    def before(self) -> str:
        """What is written, as HTML."""
        return escape(self.caption.target)

    @property
    def image(self) -> str:
        return small_url(self.caption.photo) if self.has_picture else ""


def with_captions(rows: list[Shown], edition: Edition) -> list[Shown | ShownCaption]:
    """`rows`, and below the titles and below each picture what it says, once."""
    lead = edition.article.lead_photo
    body = next((n for n, one in enumerate(rows) if one.row.field == "body"), len(rows))
    told, known = rows[:body] + shown(lead, edition, has_picture=True), {lead}
    for one in rows[body:]:
        told.append(one)
        is_seen = isinstance(one.record, Photo) and one.row.state not in HIDDEN
        if is_seen and one.record not in known:
            told += shown(one.record, edition)
            known.add(one.record)
    return told


def shown(photo, edition, *, has_picture=False):
    found = captions([photo] if photo else [], language=edition.language)
    return [ShownCaption(one, has_picture and n == 0) for n, one in enumerate(found)]
