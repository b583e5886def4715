"""Names in the form of the wrong language: of the register, and of a list of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from articles.facts.names import Preferred
from articles.intake.lines import words

from .case import Case
from .finding import Finding, Kind
from .pairs import Side

FILE = Path(__file__).parent / "exonyms.tsv"
COLUMNS = {"fr": 0, "en": 1}
BETWEEN = re.compile(r"[ \u00a0’'&-]{1,2}")
# What a name of that language follows, within a longer one: “Eco di Bergamo”.
FOREIGN = {
    "fr": re.compile(r"\b(?:of|di|del|the|de la) $"),
    "en": re.compile(r"\b(?:de|du|des|d’|di|del|à|en|au|le|la)\s?$"),
}


@dataclass(frozen=True)
class Reading:
    """The side of the target as the register's names are asked for."""

    text: Side
    language: str


def check(case: Case) -> Iterator[Finding]:
    spans = []
    for (start, end), right in [*of_register(case), *of_list(case)]:
        if any(start < other[1] and other[0] < end for other in spans[-40:]):
            continue
        spans.append((start, end))
        number, place = case.target.place(start)
        says = _("In this language the desk writes %(name)s.") % {"name": right}
        span = place, place + end - start
        yield case.found(Kind.NAME, number, span, says, right)


def of_register(case: Case) -> Iterator[tuple]:
    """(place in the text, what to write) of teams, competitions and towns on record."""
    if case.register is None:
        return
    side = case.target
    avoided = Preferred(Reading(side, side.language)).avoided
    if not avoided:
        return
    spelt = words(side.text)
    folded = [word.folded for word in spelt]
    longest = max(len(name.split()) for name in avoided)
    skip = 0
    for number, word in enumerate(spelt):
        if number < skip or not word.is_capital:
            continue
        for size in range(longest, 0, -1):
            name = " ".join(folded[number : number + size])
            last = spelt[min(number + size, len(spelt)) - 1]
            span = word.start, last.end
            if name in avoided and is_whole(side, span):
                skip = number + size
                yield span, avoided[name]
                break


def is_whole(side, span):
    """Whether it is one name, and no part of a longer one of a club."""
    is_part = any(
        one.start <= span[0] and span[1] < one.end for one in side.mentions.teams
    )
    return not is_part and not re.search(r"[.,;:()!?\n–—]", side.text[slice(*span)])


def of_list(case: Case) -> Iterator[tuple]:
    language = case.target.language
    pattern, right = avoided(language)
    text = case.target.text
    for found in pattern.finditer(text):
        before = text[max(0, found.start() - 8) : found.start()]
        if not FOREIGN[language].search(before) and not is_longer(text, found):
            yield found.span(), right[found.group()]


def is_longer(text, found):
    """Whether a capital right beside makes it part of another name."""
    after = text[found.end() : found.end() + 2]
    before = re.search(r"(?:^|[^.!?…:«“(\n]) ?([^\W\d_]+)[ -]$", before_of(text, found))
    is_after = bool(re.fullmatch(r"[ -][^\W\d_a-zà-ÿ]", after))
    return is_after or bool(before and before[1][0].isupper() and is_inside(before))


def before_of(text, found):
    return text[max(0, found.start() - 30) : found.start()]


def is_inside(before):
    """Not the first word of a sentence: “À Londres”."""
    return before.start() > 0 and len(before[1]) > 2


@cache
def avoided(language: str) -> tuple[re.Pattern, dict[str, str]]:
    """What finds the forms to avoid in `language`, and what to write for each."""
    right = {}
    for row in rows():
        own = row[COLUMNS[language]]
        other = row[1 - COLUMNS[language]]
        wrong = [*other, *(row[2] if len(row) > 2 else ())]
        right |= {name: own[0] for name in wrong if name not in own}
    fine = {name for row in rows() for name in row[COLUMNS[language]]}
    right = {name: written for name, written in right.items() if name not in fine}
    longest = sorted(map(re.escape, right), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])"), right


@cache
def rows() -> list[list[list[str]]]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    told = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [[column.split("|") for column in row] for row in told]


@cache
def listed() -> frozenset[str]:
    """Every word of the list: no name of a person."""
    names = [name for row in rows() for column in row for name in column]
    return frozenset(word.folded for name in names for word in words(name))
