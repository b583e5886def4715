"""One figure that words give, and the text that is left once it is read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`values` are what the words may mean, in no language; two figures agree that
    share one and whose labels (a year, a currency) do not differ.

    A soft one is often rightly left out, or put in other words.
    """

    start: int
    end: int
    kind: str
    values: frozenset
    label: str = ""
    is_soft: bool = False


class Reader:
    """Reads a text pattern by pattern; what one has read, the next ones do not see."""

    def __init__(self, text: str):
        self.text, self.figures = text, []

    def mask(self, pattern: re.Pattern) -> None:
        self.text = pattern.sub(blank, self.text)

    def read(
        self, pattern: re.Pattern, meaning: Callable[[re.Match], Iterator[Figure]]
    ) -> None:
        """Where `meaning` gives no figure, the words stay to be read otherwise."""
        self.text = pattern.sub(lambda one: self.taken(one, meaning), self.text)

    def taken(self, match, meaning):
        found = list(meaning(match) or ())
        self.figures += found
        return blank(match) if found else match.group()


def blank(match) -> str:
    return "\x00" * len(match.group())


def figure(match: re.Match, kind: str, *values, **told) -> Figure:
    return Figure(*match.span(), kind, frozenset(values), **told)
