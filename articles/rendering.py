"""What a page prints of a release: prose and records, in the order of the body."""

from dataclasses import dataclass

from . import body, typography
from .models import ClubPost, Embed, Quote, Release


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
    def is_translation(self):
        return bool(self.verbatim)


@dataclass(frozen=True)
class PostBlock:
    """A club's post as readers of one language get it; `translation` may be ""."""

    post: ClubPost
    translation: str

    @classmethod
    def of(cls, post: ClubPost, *, language: str) -> "PostBlock":
        same = post.language == language
        return cls(post, "" if same else post.translation_into(language))


def sections(release: Release, embeds: list[Embed], *, language: str):
    """The body of `release` as Sections; a record withheld since leaves a gap."""
    shown = {(embed.kind, embed.record_id): embed.record for embed in embeds}
    for piece in body.sections(release.body):
        if not isinstance(piece, body.Record):
            yield Section("blocks/prose.html", piece)
        elif record := shown.get((piece.kind, piece.id)):
            yield BLOCKS[piece.kind](record, language)


def quote_section(quote, language):
    if not quote.is_vouched_for:
        return Section("blocks/gap.html", quote)
    return Section("blocks/quote.html", QuoteBlock.of(quote, language=language))


def post_section(post, language):
    if post.state == ClubPost.State.WITHHELD:
        return Section("blocks/gap.html", post)
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
