"""Known spellings found among the words of a copy, whatever their case and accents.

A club is also told by its people: “les Lensois”, “the Marseille coach”, “marseillaise”.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from .lines import Word
from .naming import NO_DEMONYMS

DEMONYM = re.compile(r"(?:ais|ois|ien|éen|een|ain|ard|asque|ot|in|an|on|ino|eno|ano)$")
SHORTEST = 4  # letters that a town and its people share


class Spellings:
    """`clubs` are the spellings of clubs, of whose towns demonyms are made."""

    def __init__(self, words: list[Word], clubs: dict[str, int], *, language: str):
        self.words, self.clubs, self.language = words, clubs, language

    def find(self, spellings: dict[str, object], *, is_team: bool = False) -> Iterator:
        """(start, end, what) for each known spelling in the copy, never overlapping."""
        first = defaultdict(list)
        for spelling in spellings:
            words = spelling.split()
            first[words[0]].append(words)
        for known in first.values():
            known.sort(key=len, reverse=True)
        folded = [word.folded for word in self.words]
        number = 0
        while number < len(folded):
            match = self.longest(first, folded, number, is_team=is_team)
            if match:
                last = number + match[1] - 1
                yield (
                    self.words[number].start,
                    self.words[last].end,
                    spellings[match[0]],
                )
            number += match[1] if match else 1

    def longest(self, first, folded, number, *, is_team):
        """(the spelling that begins at word `number`, how many words) or None."""
        for words in first.get(folded[number], ()):
            end = number + len(words)
            if folded[number:end] == words and self.is_proper(number, end):
                return " ".join(words), len(words)
        if not is_team:
            return None
        return self.demonym(first, folded[number])

    def demonym(self, first, word):
        """The club whose people a word names: by a spelling, or by its town's name."""
        for singular in singulars(word):
            if not DEMONYM.search(singular) or singular in NO_DEMONYMS:
                continue
            if [singular] in first.get(singular, ()):
                return singular, 1
            if self.language == "fr" and (town := self.town(singular)):
                return town, 1
        return None

    def town(self, demonym):
        """The spelling of the one club whose town `demonym` is made of: “lensois”."""
        near = self.towns.get(demonym[:SHORTEST], ())
        found = {
            team: spelling
            for word, spelling, team in near
            if shared(word, demonym) >= max(SHORTEST, len(word) - 2)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def towns(self):
        """First letters → (word, spelling, team) of every spelling's words."""
        found = defaultdict(list)
        for spelling, team in self.clubs.items():
            for word in spelling.split():
                if len(word) >= SHORTEST:
                    found[word[:SHORTEST]].append((word, spelling, team))
        return found

    def is_proper(self, number, end):
        if any(word.is_capital for word in self.words[number:end]):
            return True
        text = self.words[number].folded
        return self.language == "fr" and len(text) > 4 and bool(DEMONYM.search(text))


def shared(first, second):
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(first), len(second)))


def singulars(word):
    """A demonym, and its masculine singular: “marseillaises”, “marseillais”."""
    yield word
    for ending, kept in (
        ("ennes", "en"),
        ("enne", "en"),
        ("nnes", "n"),
        ("nne", "n"),
        ("es", ""),
        ("e", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            yield word[: len(word) - len(ending)] + kept
