"""The transcriptions of one quote, compared word by word."""

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString

from . import diff
from .models import Quote, QuoteVariant

WORD = re.compile(r"[^\W\d_]+(?:[’']t\b)?")  # isn’t is one
# What makes a word its contrary, and words that turn a sentence round.
REVERSES = frozenset(
    ("dé", "dés", "dis", "mal", "non", "anti", "in", "im", "ir", "il", "un", "mis")
)
NEGATIONS = re.compile(
    r"ne|n|pas|non|jamais|rien|aucune?|ni|sans"
    r"|no|not|never|none|nobody|nothing|neither|nor|without|\w+[’']t"
)
SHORTEST = 3


@dataclass(frozen=True)
class Difference:
    """What stands in our words and, at the same place, in theirs; either may be ""."""

    ours: str
    theirs: str

    @property
    def is_reversal(self) -> bool:
        """Whether one may well say the contrary of the other."""
        ours, theirs = (set(words(text)) for text in (self.ours, self.theirs))
        if any(map(NEGATIONS.fullmatch, ours ^ theirs)):
            return True
        pairs = ((a, b) for a in ours for b in theirs)
        return any(is_contrary(a, b) or is_contrary(b, a) for a, b in pairs)


@dataclass(frozen=True)
class Comparison:
    """`marked` shows theirs over ours; words of two languages are not compared."""

    variant: QuoteVariant
    marked: SafeString
    differences: list[Difference]
    is_same_language: bool

    @property
    def is_reversal(self) -> bool:
        return any(found.is_reversal for found in self.differences)


def comparisons(quote: Quote) -> list[Comparison]:
    variants = quote.variants.select_related("noted_by")
    return [compared(quote, variant) for variant in variants]


def compared(quote, variant):
    if variant.language != quote.language:
        return Comparison(variant, variant.text, [], is_same_language=False)
    marked = diff.word_diff(quote.text, variant.text)
    found = differences(quote.text, variant.text)
    return Comparison(variant, marked, found, is_same_language=True)


def differences(ours: str, theirs: str) -> list[Difference]:
    """Where the words differ; changes with nothing but a space between are one."""
    found = [["", ""]]
    for mine, other in diff.runs(ours, theirs):
        if mine == other and not mine.isspace():
            found.append(["", ""])
        else:
            found[-1] = [found[-1][0] + mine, found[-1][1] + other]
    pairs = (Difference(mine.strip(), other.strip()) for mine, other in found)
    return [pair for pair in pairs if words(pair.ours) != words(pair.theirs)]


def words(text):
    return WORD.findall(text.casefold())


def is_contrary(word, other):
    """défaveur, faveur; impossible, possible."""
    stem = word.removesuffix(other)
    return len(other) >= SHORTEST and stem != word and stem in REVERSES
