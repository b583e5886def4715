"""Findings as a person moved them, and those that a person marked by hand."""

import re
from dataclasses import replace
from itertools import chain

from articles.characters import storable
from articles.models import Quote

from . import posts
from .lines import Copy
from .proposal import Boilerplate, FoundPost, FoundQuote

OPENING, CLOSING = "«“„‘\"'", "»”’\"'"
SPACES = " \t\n\u00a0\u202f"
LEADING = re.compile(rf"^[{SPACES}]*[{OPENING}]?[{SPACES}]*")
TRAILING = re.compile(rf"[{SPACES}]*[{CLOSING}]?[{SPACES}]*$")


def moved_quote(
    copy: str, found: FoundQuote | None, start: int, end: int, *, language: str
) -> FoundQuote:
    """`found` where it is now, in the words that stand there; None: a new one.

    What told who said it goes out of the prose with it only where its side of the
    quote was not moved inwards: no word is lost.
    """
    if found and (start, end) == (found.start, found.end):
        return found
    inner = bare(copy, start, end)
    text = storable(copy[slice(*inner)])
    passage = outer(copy, *inner)
    if found is None:
        kind = Quote.Kind.PARTIAL if text[:1].islower() else Quote.Kind.FULL
        return FoundQuote(
            *inner, "", text=text, kind=kind, language=language, passage=passage
        )
    if found.passage:
        low, high = found.passage
        opens = min(low, passage[0]) if inner[0] <= found.start else passage[0]
        closes = max(high, passage[1]) if inner[1] >= found.end else passage[1]
        passage = opens, closes
    return replace(found, start=inner[0], end=inner[1], text=text, passage=passage)


def bare(copy, start, end):
    """The span without quotation marks and space around it."""
    words = copy[start:end]
    words = words[: TRAILING.search(words).start()]
    opened = LEADING.match(words).end()
    return start + opened, start + len(words)


def outer(copy, start, end):
    """The span with the quotation marks that stand against it."""
    before = re.search(rf"[{OPENING}][{SPACES}]?$", copy[max(0, start - 2) : start])
    after = re.match(rf"[{SPACES}]?[{CLOSING}][.,]?", copy[end : end + 3])
    if not (before and after):
        return start, end
    return start - len(before.group()), end + len(after.group())


def moved_post(
    copy: str, found: FoundPost | None, start: int, end: int, *, language: str
) -> FoundPost:
    """The post that stands there: its attribution is read again, its words kept."""
    if found and (start, end) == (found.start, found.end):
        return found
    inner = Copy(copy[start:end])
    signatures = chain(posts.signed(inner), posts.shared(inner))
    signature = next(signatures, None) or nobody(len(inner.text))
    read = posts.post_at(inner, signature, 0, len(inner.text), language=language)
    read = replace(read, start=start, end=end)
    if found and read.handle in ("", found.handle):
        names = ("author_name", "handle", "posted_on", "provider", "external_id")
        read = replace(read, **{name: getattr(found, name) for name in names})
    return read


def nobody(place):
    span = posts.Span(place, place)
    return posts.Signature(span=span, name="", handle="", on=None, why="")


def moved_boilerplate(copy: str, start: int, end: int) -> Boilerplate:
    return Boilerplate(start, end, "", text=copy[start:end])
