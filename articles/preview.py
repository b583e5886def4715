"""An article as readers would see it, before they do: nothing here is saved."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from matches.changes import as_read
from matches.names import slug

from . import body
from .cards import warnings
from .characters import tidy
from .lending import lend
from .models import Article, ClubPost, Edition, Embed, Photo, PreviewLink, Release
from .models.article import WORDS
from .pages import page_of
from .rendering import BLOCKS, Section, is_gone, is_withheld
from .translating.kept import machine_rows

HINT = "articles/_preview_hint.html"


@dataclass(frozen=True)
class Hint:
    """What the page of readers would do otherwise, and why."""

    label: str
    reasons: list[str]


def take_words(article: Article, language: str, typed: dict[str, str]):
    """Gives the copy in memory the words of a form, cleaned as a save would.

    What `typed` lacks stays as it is saved. Raises ValidationError on a body that no
    save would take.
    """
    for name in WORDS:
        column = f"{name}_{language}"
        if column in typed:
            clean = body.sanitise if name == "body" else tidy
            setattr(article, column, clean(typed[column]))
    lead = typed.get("lead_photo", str(article.lead_photo_id or ""))
    if lead != str(article.lead_photo_id or ""):
        known = lead.isascii() and lead.isdigit() and len(lead) < 16
        article.lead_photo = Photo.objects.filter(pk=lead).first() if known else None


def take_version(article: Article, version: int) -> bool:
    """Gives the copy in memory the words of `version`; False when it is not kept."""
    row = as_read(article, version)
    if row is None:
        return False
    for column in (f"{name}_{code}" for name in WORDS for code in ("fr", "en")):
        setattr(article, column, getattr(row, column))
    article.lead_photo = Photo.objects.filter(pk=row.lead_photo_id).first()
    return True


def shared_edition(link: PreviewLink, *, at: datetime) -> Edition | None:
    """What `link` opens: None once its version is gone, or the story withdrawn."""
    if not take_version(link.article, link.version):
        return None
    edition = edition_to_be(link.article, link.language, at=at)
    return None if edition.status == Edition.Status.WITHDRAWN else edition


def edition_to_be(article: Article, language: str, *, at: datetime) -> Edition:
    """The edition as if the words in `article` were published at `at`."""
    is_original = language == article.original_language
    origin = Edition.Origin.ORIGINAL if is_original else Edition.Origin.TRANSLATION
    edition = article.edition(language) or Edition(language=language, origin=origin)
    edition.article = article
    said = edition.release if edition.was_public(at=at) else None
    edition.slug = edition.slug or slug(edition.words.title) or "article"
    edition.first_published_at = edition.first_published_at or at
    edition.release = Release(
        lead_photo=article.lead_photo,
        change=said.change if said else Release.Change.FIRST,
        note=said.note if said else "",
        is_machine_assisted=not is_original and bool(machine_rows(edition)),
        released_at=said.released_at if said else at,
        **vars(edition.words),
    )
    return edition


def embeds_of(edition: Edition, *, lent_by: PreviewLink | None = None) -> list[Embed]:
    """The records in the words of an edition to be.

    Who opens the link `lent_by` gets its pictures too, which are not public yet.
    """
    embeds = Embed.objects.unsaved(edition.release.body, language=edition.language)
    shown = [embed.photo for embed in embeds] + [edition.release.lead_photo]
    for photo in filter(None, shown if lent_by else []):
        lend(photo, lent_by)
    return embeds


def preview_page(
    edition: Edition, embeds: list[Embed], *, place, at: datetime, **banner
) -> dict:
    """The context of the article page, told as a preview by `banner`."""
    context = page_of(edition, embeds, place=place, at=at)
    banner |= {"version": edition.article.version}
    return context | {"preview": banner, "notice": None}


def on_the_desk(kind, record, language):
    """A record as readers would get it, and above it what keeps it from them."""
    yield from hints(kind, record, language)
    if record and not is_gone(record):
        yield BLOCKS[kind](record, language)


def outside(kind, record, language):
    """The same; what is never published stays on the desk."""
    yield from hints(kind, record, language)
    if record and not is_secret(record):
        yield BLOCKS[kind](record, language)


def is_secret(record):
    withheld = isinstance(record, ClubPost) and is_withheld(record)
    return withheld or is_gone(record) or getattr(record, "is_off_record", False)


def hints(kind, record, language):
    if record is None:
        reasons = [_("This record no longer exists.")]
        yield Section(HINT, Hint(_("Missing"), reasons))
    elif is_withheld(record):
        reasons = warnings(kind, record, language)
        yield Section(HINT, Hint(_("Readers would not see this"), reasons))
    elif kind != "post" and (reasons := warnings(kind, record, language)):
        yield Section(HINT, Hint(_("Before it can be published"), reasons))
