"""Copy cut into paragraphs, with records in the places where their words stood."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape

from articles import body, typography

from .lines import BREAK

LEFT_BEHIND = " \t\u00a0\u202f.,;:"  # of a sentence whose end was taken out
WORD = re.compile(r"\w")


@dataclass(frozen=True, order=True)
class Cut:
    """A span of the copy that gives way to `html`, or to nothing."""

    start: int
    end: int
    html: str = ""


def compose(copy: str, *, language: str, cuts: Iterable[Cut]) -> str:
    """`copy` as a body in `language`: a paragraph a line, each cut in its place.

    A cut that begins within the one before is not made.
    """
    pieces, place = [], 0
    for cut in sorted(cuts):
        if cut.start < place:
            continue
        pieces += paragraphs(copy, place, cut.start, language)
        pieces.append(cut.html)
        place = cut.end
    pieces += paragraphs(copy, place, len(copy), language)
    return body.sanitise("\n".join(filter(None, pieces)))


def paragraphs(copy, start, end, language):
    """What shows of `copy[start:end]`, a paragraph a line."""
    is_rest = start > 0 and not BREAK.match(copy[start - 1])
    for number, line in enumerate(BREAK.split(copy[start:end])):
        words = line.lstrip(LEFT_BEHIND) if is_rest and not number else line.strip()
        if WORD.search(words):
            yield f"<p>{escape(typography.tidy(words.strip(), language))}</p>"


def embed(kind: str, pk: int) -> str:
    return f'<newsroom-embed data-type="{kind}" data-id="{pk}"></newsroom-embed>'
