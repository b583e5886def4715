"""Known spellings found among the words of a copy, whatever their case and accents.

A club is also told by its people: “les Lensois”, “the Marseille coach”, “marseillaise”.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from .lines import words
from .naming import NO_DEMONYMS, OPENERS

KNOWN_DEMONYM = re.compile(
    r"(?:ais|ois|ien|éen|een|ain|ard|asque|ot|in|an|on|ino|eno|ano|at|iste|ide|aque)$"
)
DEMONYM = re.compile(r"(?:ais|ois|ien|éen|een|ain|ard|asque|ot|in|an|on|ino|eno|ano)$")
ARTICLES = {"l", "le", "la", "les", "un", "une", "des", "du", "au", "aux", "the", "d"}
SPACES = {" ", "\u00a0", "’", "'"}
SHORTEST = 4  # letters that a town and its people share


class Spellings:
    """`towns` are the clubs' names that are one word: demonyms are made of them."""

    def __init__(self, text: str, towns: dict[str, int], *, language: str):
        self.text, self.names, self.language = text, towns, language
        self.words = words(text)

    def find(self, spellings: dict[str, object], *, is_team: bool = False) -> Iterator:
        """(start, end, what) for each known spelling in the copy, never overlapping."""
        first = defaultdict(list)
        for spelling in spellings:
            parts = spelling.split()
            first[parts[0]].append(parts)
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
        for parts in first.get(folded[number], ()):
            end = number + len(parts)
            if folded[number:end] == parts and self.is_proper(number, end):
                return " ".join(parts), len(parts)
        if not is_team:
            return None
        return None if self.is_persons(number) else self.demonym(first, folded[number])

    def demonym(self, first, word):
        """The club whose people a word names: by a spelling, or by its town's name."""
        for singular in singulars(word):
            if singular in NO_DEMONYMS or not KNOWN_DEMONYM.search(singular):
                continue
            if [singular] in first.get(singular, ()):
                return singular, 1
            if self.language == "fr" and (town := self.town(singular)):
                return town, 1
        return None

    def town(self, demonym):
        """The spelling of the one club whose town `demonym` is made of: “lensois”."""
        if not DEMONYM.search(demonym):
            return None
        near = self.towns.get(demonym[:SHORTEST], ())
        found = {
            team: spelling
            for word, spelling, team in near
            if shared(word, demonym) >= max(SHORTEST, len(word) - 2)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def towns(self):
        """First letters → (word, spelling, team) of every town."""
        found = defaultdict(list)
        for name, team in self.names.items():
            if len(name) >= SHORTEST:
                found[name[:SHORTEST]].append((name, name, team))
        return found

    def is_proper(self, number, end):
        """Whether a spelling is a club’s there: “nice” is not, nor “Milan Škriniar”."""
        if end - number == 1 and self.is_persons(number):
            return False
        if any(word.is_capital for word in self.words[number:end]):
            return True
        text = self.words[number].folded
        is_demonym = bool(KNOWN_DEMONYM.search(text))
        return self.language == "fr" and len(text) > 4 and is_demonym

    def is_persons(self, number):
        """Whether a word that ends like a demonym is a first or a last name."""
        word = self.words[number]
        if not word.is_capital or not KNOWN_DEMONYM.search(word.folded):
            return False
        before, after = self.beside(number, -1), self.beside(number, 1)
        if before and before.folded in ARTICLES:
            return before.is_capital and word.folded == "parisien"  # the newspaper
        is_named = before and before.is_capital and before.folded not in OPENERS
        return bool(is_named or (after and after.is_capital))

    def beside(self, number, step):
        """The next word, or the one before, where a mere space is between."""
        if not 0 <= number + step < len(self.words):
            return None
        pair = sorted((self.words[number], self.words[number + step]))
        between = self.text[pair[0].end : pair[1].start]
        return self.words[number + step] if between in SPACES else None


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
