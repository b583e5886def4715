"""Numbers and ranks in words, and the words that stand for a number now and then."""

import re
import tomllib
from pathlib import Path

from .counts import is_measure
from .figure import Reader, figure

TOLD = tomllib.loads((Path(__file__).parent / "numbers.toml").read_text("utf-8"))
CARDINALS = {
    code: {word: number for number, word in enumerate(words.split())}
    | TOLD["others"][code]
    for code, words in TOLD["cardinals"].items()
}
VALUES = CARDINALS["fr"] | CARDINALS["en"]
LINKS = {"et", "and"}
SMALL = 12  # up to here, words are often put otherwise
MOST = 12  # words of one number


def run(words) -> re.Pattern:
    """Number words side by side: “vingt et un”, “two hundred and five”."""
    one = "|".join(sorted(words, key=len, reverse=True))
    more = rf"(?:[- ](?:(?:et|and)[- ])?(?:{one}))"
    return re.compile(rf"\b(?:{one}){more}*\b(?![’-]\w)", re.IGNORECASE)


RUN = {code: run(words) for code, words in CARDINALS.items()}
RANK = {
    code: [
        (number, re.compile(rf"\b{word}\b", re.IGNORECASE))
        for number, word in enumerate(words.split(), 1)
    ]
    for code, words in TOLD["ranks"].items()
}
LASTING = [
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), minutes)
    for words, minutes in TOLD["lasting"].items()
]
LOOSE = [
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), values)
    for words, values in TOLD["loose"].items()
]


def read_words(reader: Reader, language: str) -> None:
    for pattern, minutes in LASTING:
        reader.read(pattern, lambda m, n=minutes: [lasting(m, n)])
    reader.read(RUN[language], spelt)
    for number, pattern in RANK[language]:
        reader.read(pattern, lambda m, n=number: [rank(m, n)])


def spelt(match):
    """“quatre-vingt-dix-neuf”, “two hundred and five”; one alone counts nothing."""
    words = [w for w in re.split(r"[- ]", match.group().lower()) if w not in LINKS]
    value = total(words[:MOST])
    if value == 1 or (value == 0 and len(words) == 1):
        return []
    kind = "measure" if is_measure(match) else "count"
    return [figure(match, kind, ("n", float(value)), is_soft=value <= SMALL)]


def total(words: list[str]) -> int:
    """Adds up; four times twenty, so many hundreds and thousands."""
    thousands = rest = 0
    for word in words:
        if VALUES[word] == 1000:
            thousands, rest = thousands + max(rest, 1) * 1000, 0
        else:
            rest = joined(rest, word)
    return thousands + rest


def joined(rest, word):
    if VALUES[word] == 100:
        return max(rest, 1) * 100
    is_times = word in ("vingt", "vingts") and rest % 100 == 4
    return rest + (76 if is_times else VALUES[word])


def lasting(match, minutes):
    return figure(match, "count", ("n", float(minutes)), is_soft=True)


def rank(match, number):
    return figure(match, "rank", ("n", float(number)), is_soft=True)


def loose(text: str) -> set:
    """The values that words of `text` may stand for without saying a number."""
    return {
        ("n", float(value))
        for pattern, values in LOOSE
        if pattern.search(text)
        for value in values
    }
