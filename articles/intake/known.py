"""The records that the desk has already of what a copy holds, and those it makes."""

import re

from articles.captures import columns, known
from articles.models import ClubPost, Quote
from articles.post_addresses import Capture, time_of
from articles.posts import searchable
from matches.models import Match

from .proposal import FoundPost, FoundQuote

WORD = re.compile(r"\w+")
CLOCK = re.compile(r"(\d{1,3})(?:\+(\d{1,2}))?")
SCORE = re.compile(r"(\d{1,2})-(\d{1,2})")


def folded(text: str) -> str:
    """The words alone, as any typography writes them."""
    return " ".join(WORD.findall(searchable(text).casefold()))


def quote_of(found: FoundQuote, *, match: Match | None) -> Quote:
    """The record that `found` would make; its speaker is known."""
    return Quote(
        speaker=found.speaker,
        kind=found.kind,
        language=found.language,
        text=found.text,
        match=match,
        occasion=found.occasion or Quote.Occasion.PRESS_CONFERENCE,
        broadcaster=found.broadcaster[:80],
        source_kind=Quote.Source.OTHER_MEDIA,
    )


def known_quote(quote: Quote) -> Quote | None:
    """The same words by the same person, on the same match where both tell one."""
    words, others = folded(quote.text), Quote.objects.by(quote.speaker)
    for other in others.filter(language=quote.language).order_by("pk"):
        is_other_match = (
            other.match_id and quote.match_id and other.match_id != quote.match_id
        )
        if folded(other.text) == words and not is_other_match:
            return other
    return None


def post_of(found: FoundPost, *, language: str, match: Match | None) -> ClubPost:
    """The record that `found` would make; without a date, that of the match."""
    posted_at = time_of(found.provider, found.external_id)
    day = found.posted_on or (match and match.kickoff_on)
    capture = Capture(
        provider=found.provider,
        external_id=found.external_id,
        author_name=found.author_name,
        author_handle=found.handle,
        language=found.language,
        text_raw=found.text,
        posted_at=posted_at,
        posted_on=None if posted_at else day,
        picture_code=next(iter(found.pictures), ""),
    )
    post = ClubPost(**columns(capture, language=language, match=match))
    post.claimed_minute, post.claimed_added = pair(CLOCK, found.minute)
    post.claimed_home, post.claimed_away = pair(SCORE, found.claimed_score)
    return post


def pair(pattern, text):
    numbers = pattern.fullmatch(text)
    if numbers is None:
        return None, None
    return tuple(number and int(number) for number in numbers.groups())


def known_post(post: ClubPost) -> ClubPost | None:
    """By its id; else who said what when, whatever id the desk has for it."""
    if found := known(post):
        return found
    words, handle = folded(post.text_raw), post.author_handle
    others = ClubPost.objects.filter(
        provider=post.provider, author_handle__iexact=handle
    )
    for other in others.order_by("pk"):
        is_other = other.external_id and post.external_id
        if other.day == post.day and folded(other.text_raw) == words and not is_other:
            return other
    return None
