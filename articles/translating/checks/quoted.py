"""Somebody's words put into the other language anew, though a record has them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from articles.models import Quote
from articles.translating.units import normalised

from .case import Case
from .finding import Finding, Kind
from .pairs import Side

ALIKE = 62  # per cent, from which prose retells a quote
SAME = 90  # per cent, from which the source gives the quote
SHORTEST = 12  # characters: “un petit truc” is told from any other words
LONGEST = 3_000
MOST = 200  # passages between marks


def check(case: Case) -> Iterator[Finding]:
    """The words between marks beside the record's, in the language of the edition."""
    if not case.quotes:
        return
    given = by_pair(case.source)
    for number, marked in by_pair(case.target).items():
        before = given.get(number, [])
        for place, (words, span) in enumerate(marked):
            origin = before[place][0] if len(before) == len(marked) else ""
            yield from on_words(case, number, words, span, origin)


def by_pair(side: Side) -> dict[int, list]:
    """By pair, (words between marks, their place in the unit)."""
    found = {}
    for marked in side.marked[:MOST]:
        number, start = side.place(marked.start)
        end = start + marked.parts[0].end - marked.start
        words = side[number][start:end][:LONGEST]
        if len(words) >= SHORTEST:
            found.setdefault(number, []).append((words, (start, end)))
    return found


def on_words(case, number, words, span, origin):
    target, source = case.target.language, case.source.language
    if any(is_part(words, said(quote, target)) for quote in case.quotes):
        return
    for quote in case.quotes:
        own, original = said(quote, target), said(quote, source)
        if own and (is_near(words, own) or is_part(origin, original)):
            says = _("The desk has these words already: “%(words)s”.")
            says %= {"words": shortened(own)}
            yield case.found(Kind.QUOTE, number, span, says, f"{quote.pk} {own}")
            return
        if not own and is_part(origin, original):
            says = _("These words are a quote on record: translate it there, once.")
            yield case.found(Kind.QUOTE, number, span, says, quote.pk)
            return


def said(quote: Quote, language: str) -> str:
    """The words of a quote in `language`; "" where it has none."""
    if quote.language == language:
        return quote.text
    return getattr(quote, f"translation_{language}", "") or ""


def is_part(words, record):
    """Whether the record says just that, whole or in part."""
    if not words or not record:
        return False
    words, record = (
        normalised(text).casefold().strip(" .,…") for text in (words, record)
    )
    return words in record or fuzz.ratio(words, record, score_cutoff=SAME) > 0


def is_near(words, record):
    """Whether the record, or as long a part of it, is told in almost those words."""
    words, record = (normalised(text).casefold() for text in (words, record))
    if len(words) > len(record):
        return fuzz.ratio(words, record, score_cutoff=ALIKE) > 0
    return fuzz.partial_ratio(words, record, score_cutoff=ALIKE + 10) > 0


def shortened(words):
    return words if len(words) <= 120 else f"{words[:119]}…"
