"""What the checks read: a translation unit by unit, and each side as one text."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from articles.facts.text import ALIKE
from articles.intake.lines import Copy, Span
from articles.intake.marks import Marked, find_marked
from articles.intake.mentions import Mentions
from articles.intake.named import Named
from articles.intake.register import Register
from articles.translating.units import Unit

SAME_WIDTH = ALIKE | {ord("\n"): " ", ord("\r"): " ", 0x2009: " "}


@dataclass(frozen=True)
class Pair:
    """`source` None: only the target has it. `target` None: left out, or to come."""

    source: Unit | None
    target: Unit | None


class Side:
    """The units of one language as one text, a unit a line, marks made alike.

    A place in `text` minus the start of its line is a place in the unit's own words.
    """

    def __init__(self, units: list[Unit | None], *, language: str, register=None):
        self.units, self.language = units, language
        self.register: Register | None = register
        self.lines: list[Span] = []
        place, pieces = 0, []
        for unit in units:
            piece = unit.text.translate(SAME_WIDTH) if unit else ""
            pieces.append(piece + "\n")
            self.lines.append(Span(place, place + len(piece)))
            place += len(piece) + 1
        self.text = "".join(pieces)
        self.copy = Copy(self.text)

    def __getitem__(self, number: int) -> str:
        """The words of a unit, marks made alike; "" of a record, or of none."""
        return self.copy[self.lines[number]]

    def place(self, start: int) -> tuple[int, int]:
        """(number of the unit, where in it) of a place in the text."""
        number = bisect_right(self.lines, (start, len(self.text))) - 1
        return number, start - self.lines[number].start

    @cached_property
    def mentions(self) -> Mentions | None:
        if self.register is None:
            return None
        return Mentions(self.copy, self.register, language=self.language)

    @cached_property
    def clubs(self) -> list[Named]:
        return self.mentions.teams if self.mentions else []

    @cached_property
    def people(self) -> list[Named]:
        return self.mentions.people if self.mentions else []

    @cached_property
    def marked(self) -> list[Marked]:
        """What stands between quotation marks, in order."""
        return find_marked(self.copy)
