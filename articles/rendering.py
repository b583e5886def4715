"""What a page prints of a release: prose and records, in the order of the body."""

import unicodedata
from dataclasses import dataclass

from . import body, typography
from .models import ClubPost, Embed, Photo, Quote, Release


@dataclass(frozen=True)
class Section:
    """One template of `templates/blocks/` and what it prints."""

    template: str
    block: object


@dataclass(frozen=True)
class QuoteBlock:
    """A quote as readers of one language get it, in its quotation marks."""

    quote: Quote
    text: str
    language: str
    verbatim: str

    @classmethod
    def of(cls, quote: Quote, *, language: str) -> "QuoteBlock":
        """The words in `language` where there are any, else those that were said."""
        verbatim = typography.quoted(quote.text, quote.language)
        translation = quote.translation_into(language)
        if quote.language == language or not translation:
            return cls(quote, verbatim, quote.language, "")
        return cls(quote, typography.quoted(translation, language), language, verbatim)

    @property
    def anchor(self):
        return f"quote-{self.quote.pk}"

    @property
    def is_translation(self):
        return bool(self.verbatim)


@dataclass(frozen=True)
class PostBlock:
    """A club's post as readers of one language get it; `translation` may be ""."""

    post: ClubPost
    translation: str

    @property
    def as_posted(self):
        """The text to the letter, where it reads otherwise; else ""."""
        raw = unicodedata.normalize("NFC", self.post.text_raw)
        return self.post.text_raw if raw != self.post.text_readable else ""

    @classmethod
    def of(cls, post: ClubPost, *, language: str) -> "PostBlock":
        same = post.language == language
        return cls(post, "" if same else post.translation_into(language))


def sections(release: Release, embeds: list[Embed], *, language: str, place=None):
    """The body of `release` as Sections.

    `place(kind, record, language)` yields those of a record, which is None where it
    no longer exists; `as_published` unless told.
    """
    place = place or as_published
    shown = {(embed.kind, embed.record_id): embed.record for embed in embeds}
    for piece in body.sections(release.body):
        if isinstance(piece, body.Record):
            record = shown.get((piece.kind, piece.id))
            yield from place(piece.kind, record, language)
        else:
            yield Section("blocks/prose.html", piece)


def as_published(kind, record, language):
    """A record withheld since leaves a gap, a picture taken down nothing at all."""
    if is_gone(record):
        return
    if record and is_withheld(record):
        yield Section("blocks/gap.html", record)
    elif record:
        yield BLOCKS[kind](record, language)


def is_withheld(record) -> bool:
    """Whether readers may not see `record`, wherever it stands."""
    if isinstance(record, Quote):
        return not record.is_vouched_for
    if is_gone(record):
        return True
    return isinstance(record, ClubPost) and record.state == ClubPost.State.WITHHELD


def is_gone(record) -> bool:
    """Whether nobody may see it, on the desk either: its file is no more."""
    return isinstance(record, Photo) and record.is_taken_down


def quote_section(quote, language):
    return Section("blocks/quote.html", QuoteBlock.of(quote, language=language))


def post_section(post, language):
    return Section("blocks/post.html", PostBlock.of(post, language=language))


def photo_section(photo, language):
    return Section("blocks/photo.html", photo)


def match_section(match, language):
    return Section("blocks/match.html", match)


BLOCKS = {
    "quote": quote_section,
    "post": post_section,
    "photo": photo_section,
    "match": match_section,
}
