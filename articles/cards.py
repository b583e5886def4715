"""What the editor shows of an embedded record: what readers will see."""

from dataclasses import asdict, dataclass
from pathlib import PurePath

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from matches import dates
from matches.notation import decided
from matches.rounds import round_name

from . import post_checks
from .models import ClubPost, Language, Quote
from .rendering import PostBlock, QuoteBlock


@dataclass(frozen=True)
class Card:
    """`lang` is the language of `text`; the rest is in the language of the page."""

    heading: str
    text: str
    lang: str
    detail: str = ""
    image: str = ""


def cards(kind: str, record) -> dict:
    """{"fr": card, "en": card, "url": where to edit it}.

    A card is told as its readers will be; its warnings speak to the editor.
    """
    found = {"url": change_url(record)}
    for language in Language.values:
        with override(language):
            card = asdict(CARDS[kind](record, language))
        found[language] = card | {"warnings": warnings(kind, record, language)}
    return found


def many(kind: str, records) -> list[tuple]:
    """[(record, its cards)]; club posts are checked together."""
    records = post_checks.together(records) if kind == "post" else records
    return [(record, cards(kind, record)) for record in records]


def warnings(kind: str, record, language: str) -> list[str]:
    """What an editor should know of `record` before readers of `language` meet it."""
    return list(WARNINGS.get(kind, no_warnings)(record, language))


def change_url(record):
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])


def quote_card(quote, language):
    block = QuoteBlock.of(quote, language=language)
    role, partial = quote.membership, quote.kind == Quote.Kind.PARTIAL
    post = role and f"{role.get_role_display()}, {role.team}"
    return Card(
        heading=", ".join(filter(None, [str(quote.speaker), post])),
        text=block.text,
        lang=block.language,
        detail=", ".join(
            filter(
                None,
                [
                    quote.get_occasion_display(),
                    day(quote.said_on, language),
                    partial and quote.get_kind_display().lower(),
                ],
            )
        ),
    )


def quote_warnings(quote, language):
    if quote.is_off_record:
        yield _("Off the record")
    if quote.verification not in Quote.VOUCHED:
        yield quote.get_verification_display()
    if not quote.is_ready_for(language):
        yield _("No translation yet")


def post_warnings(post, language):
    if post.state != ClubPost.State.LIVE:
        yield post.get_state_display()
    yield from post_checks.warnings(post)


def photo_warnings(photo, language):
    if photo.is_taken_down:
        yield _("Taken down: readers no longer see it")
    if not getattr(photo, f"alt_{language}"):
        yield _("No alternative text in this language")


def no_warnings(record, language):
    return []


def post_card(post, language):
    block = PostBlock.of(post, language=language)
    return Card(
        heading=f"{post.author_name} @{post.author_handle}",
        text=post.text_readable,
        lang=post.language,
        detail=block.translation or day(post.day, language),
    )


def photo_card(photo, language):
    return Card(
        heading=photo.credit,
        text=getattr(photo, f"caption_{language}") or getattr(photo, f"alt_{language}"),
        lang=language,
        image=small_url(photo),
    )


def small_url(photo):
    """The address of the picture in a card: another file, another address.

    "" once it was taken down.
    """
    if photo.is_taken_down:
        return ""
    version = PurePath(photo.image.name).stem[:8]
    return f"{reverse('admin:embed_picture', args=[photo.pk])}?{version}"


def match_card(match, language):
    played = round_name(match, language=language)
    return Card(
        heading=str(match.season),
        text=score_line(match, language),
        lang=language,
        detail=", ".join(filter(None, [played, day(match.kickoff_on, language)])),
    )


def score_line(match, language):
    """OM 1-1 Atalanta; a dash where nothing was played."""
    score = " ".join(
        filter(None, [str(match.final_score), decided(match, language=language)])
    )
    middle = score if match.final_score else "–"
    return f"{match.home} {middle} {match.away}"


def day(value, language):
    return dates.day(value, language=language) if value else ""


CARDS = {
    "quote": quote_card,
    "post": post_card,
    "photo": photo_card,
    "match": match_card,
}
WARNINGS = {"quote": quote_warnings, "post": post_warnings, "photo": photo_warnings}
