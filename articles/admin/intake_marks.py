"""A copy cut where its marks begin and end: what a page prints one after another."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Mark:
    """A span of the copy; `of` is the id of its card, `number` its name where it opens.

    A passage goes with a quote.
    """

    start: int
    end: int
    kind: str
    of: str = ""
    number: int = 0


@dataclass(frozen=True)
class Segment:
    """`text` from `start` on, within `marks`; `opens` is the card that begins here."""

    start: int
    text: str
    kinds: str = ""
    of: str = ""
    opens: Mark | None = None

    @property
    def opened_kind(self):
        return "quote" if self.opens.kind == "passage" else self.opens.kind


def segments(copy: str, marks: Iterable[Mark]) -> list[Segment]:
    """All of `copy`, in order; where two cards overlap the first one has the words."""
    marks = sorted(mark for mark in marks if 0 <= mark.start < mark.end <= len(copy))
    edges = sorted({0, len(copy), *(edge for m in marks for edge in (m.start, m.end))})
    waiting, within, found = iter(marks), [], []
    following = next(waiting, None)
    for start, end in zip(edges, edges[1:], strict=False):
        while following and following.start == start:
            within.append(following)
            following = next(waiting, None)
        within = [mark for mark in within if mark.end > start]
        found.append(segment(copy, start, end, within))
    return found


def segment(copy, start, end, within):
    of = next((mark.of for mark in within if mark.of), "")
    shown = [mark for mark in within if mark.of in ("", of)]
    opens = next((m for m in shown if m.number and m.start == start), None)
    kinds = " ".join(dict.fromkeys(mark.kind for mark in shown))
    return Segment(start, copy[start:end], kinds, of, opens)
