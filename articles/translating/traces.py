"""Numbers that sentences share when they are alike, stable from run to run."""

from functools import cache
from hashlib import blake2b
from itertools import pairwise

from articles.intake.lines import words
from articles.intake.vocabulary import words as listed
from matches.names import fold

from .units import normalised

MOST = 24  # traces of one sentence
EDGES = ("^", "$")


def number(text: str) -> int:
    """64 bits with a sign, as a database keeps them."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def key(text: str) -> int:
    """The same for the same words, whatever the typography."""
    return number(normalised(text))


@cache
def common(language):
    return frozenset(fold(" ".join(listed(f"common.{language}.txt"))).split())


def traces(text: str, *, language: str) -> list[int]:
    """One for each two words that follow one another, the commonest left out."""
    said = [word.folded for word in words(text)]
    telling = [word for word in said if word not in common(language)]
    told = telling if len(telling) > 1 else said
    pairs = pairwise([EDGES[0], *told, EDGES[1]]) if told else ()
    found = dict.fromkeys(number(f"{language}\t{a}\t{b}") for a, b in pairs)
    return list(found)[:MOST]
