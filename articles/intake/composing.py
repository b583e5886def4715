"""Copy cut into paragraphs, with records in the places where their words stood."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from django.utils.html import escape

from articles import body, typography

from .lines import BREAK, Copy, Span

LEFT_BEHIND = re.compile(r"(?:[\s,;:]|\.(?!\S))+")  # by what was taken out before
WORD = re.compile(r"\w")
BREAKS = re.compile(rf"\s*(?:{BREAK.pattern})\s*")


@dataclass(frozen=True, order=True)
class Cut:
    """A span of the copy that gives way to `html`, or to nothing."""

    start: int
    end: int
    html: str = ""


def compose(copy: str, *, language: str, cuts: Iterable[Cut]) -> str:
    """`copy` as a body in `language`: paragraph by paragraph, each cut in its place.

    Where cuts overlap, the first one takes the words; every record has its place.
    """
    cuts, pieces, place = sorted(cuts), [], 0
    rest = Copy(copy).without([Span(cut.start, cut.end) for cut in cuts])
    lines = rest.paragraphs().lines
    for cut in cuts:
        pieces += paragraphs(copy, lines, place, cut.start, language)
        pieces.append(cut.html)
        place = max(place, cut.end)
    pieces += paragraphs(copy, lines, place, len(copy), language)
    return body.sanitise("\n".join(filter(None, pieces)))


def paragraphs(copy, lines, start, end, language):
    """What shows of `copy[start:end]`, a paragraph for each of `lines`."""
    first = max(bisect_right(lines, (start, len(copy))) - 1, 0)
    for line in takewhile(lambda line: line.start < end, lines[first:]):
        words = copy[max(line.start, start) : max(min(line.end, end), start)]
        words = BREAKS.sub(" ", without_rest(words))
        if WORD.search(words):
            yield f"<p>{escape(typography.tidy(words, language))}</p>"


def without_rest(words):
    left = LEFT_BEHIND.match(words)
    return words[left.end() :].strip() if left else words.strip()


def embed(kind: str, pk: int) -> str:
    return f'<newsroom-embed data-type="{kind}" data-id="{pk}"></newsroom-embed>'
