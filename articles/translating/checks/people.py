"""People, and clubs, that the translation leaves out, spells otherwise or swaps."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.utils.translation import gettext as _
from rapidfuzz import process
from rapidfuzz.distance import OSA

from articles.intake.lines import Word, words
from articles.intake.mentions import bare
from articles.intake.named import within
from articles.intake.naming import NAME, OPENERS
from matches.names import fold

from .case import Case
from .finding import Finding, Kind, On
from .names import listed
from .pairs import Side

FILE = Path(__file__).parent / "no_persons.txt"
NOBODY = frozenset(
    word
    for line in FILE.read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
SHORTEST = 4
MOST = 300  # names asked for
TELLING = 5  # letters of a name, from which two may differ


@dataclass(frozen=True)
class Name:
    """A full name of the source, word by word."""

    words: tuple[Word, ...]

    @property
    def span(self):
        return self.words[0].start, self.words[-1].end

    @property
    def last(self):
        return self.words[-1]


class Cast:
    """Who is named on both sides."""

    def __init__(self, case: Case):
        self.case = case
        self.tried: dict[str, bool] = {}

    @cached_property
    def full_names(self) -> dict[int, list[Name]]:
        """By pair, the names of two words and more in the source."""
        side, found = self.case.source, {}
        for match in NAME.finditer(side.text):
            name, start = bare(match.group(), match.start())
            parts = [
                word._replace(start=word.start + start, end=word.end + start)
                for word in words(name)
                if len(word.text) > 1
            ]
            number, _place = side.place(start)
            if len(parts) > 1 and not is_thing(side, start, parts):
                found.setdefault(number, []).append(Name(tuple(parts)))
        return found

    @cached_property
    def surnames(self) -> set[str]:
        """The folded last names, and those of the people on record."""
        found = [n.last.folded for names in self.full_names.values() for n in names]
        for side in (self.case.source, self.case.target):
            found += [
                word for one in side.people for word in fold(one.name).split()[-1:]
            ]
        return {name for name in found if len(name) >= SHORTEST}

    @cached_property
    def known(self) -> list[str]:
        return sorted(self.surnames)[:MOST]

    def nearest(self, folded: str) -> bool:
        """Whether `folded` looks like a last name; each is asked once."""
        if folded not in self.tried:
            near = process.extractOne(
                folded, self.known, scorer=OSA.distance, score_cutoff=2
            )
            self.tried[folded] = bool(near) and close(folded, near[0])
        return self.tried[folded]

    @cached_property
    def asked(self) -> set[str]:
        return {word.folded for word in words(self.case.source.text)}

    @cached_property
    def said(self) -> list[dict[str, Word]]:
        """By pair, the words of the target: folded → as first written."""
        side, found = self.case.target, []
        for number in range(len(side.units)):
            known = {}
            for word in words(side[number]):
                known.setdefault(word.folded, word)
            found.append(known)
        return found

    @cached_property
    def everywhere(self) -> set[str]:
        return {word for known in self.said for word in known}

    def near(self, number) -> set[str]:
        return {word for i in self.case.near(number) for word in self.said[i]}

    def near_source(self, number) -> set[str]:
        side = self.case.source
        return {w.folded for i in self.case.near(number) for w in words(side[i])}


def is_thing(side: Side, start, parts):
    """A club, a place, a cup: its name may well change with the language."""
    folded = {word.folded for word in parts}
    end = parts[-1].end
    clubs = within(side.clubs, start - 40, end + 40)
    is_club = any(one.start < end and start < one.end for one in clubs)
    is_known = bool(folded & (NOBODY | occasions(side)))
    is_known = is_known or parts[-1].folded in listed()
    return is_club or is_known or all(word.text.isupper() for word in parts)


def occasions(side):
    """The words of the competitions on record, where there is a register."""
    known = side.register.competitions if side.register else ()
    names = [name for one in known for name in (one.name_fr, one.name_en) if name]
    return {word for name in names for word in fold(name).split()}


def check(case: Case) -> Iterator[Finding]:
    cast = Cast(case)
    for number, _pair in case.prose:
        yield from on_people(cast, number)
        yield from on_clubs(case, number)


def on_people(cast: Cast, number: int) -> Iterator[Finding]:
    case, side = cast.case, cast.case.source
    near, lost = cast.near(number), []
    named = cast.full_names.get(number, [])
    for name in named:
        yield from on_spelling(cast, number, name)
    for word in words(side[number]):
        is_person = word.is_capital and word.folded in cast.surnames
        if is_person and word.folded not in near:
            lost.append(word)
    fulls = {name.last.folded: name for name in named}
    strange = strangers(cast, number)
    for word in [*{word.folded: word for word in lost}.values()][:MOST]:
        if other := alike(word, strange) or next(iter(strange), None):
            strange.remove(other)
            says = _("The source says “%(words)s”.") % {"words": word.text}
            span = other.start, other.end
            yield case.found(Kind.NAME, number, span, says, word.text)
        elif is_gone(cast, fulls.get(word.folded)):
            yield gone(case, number, fulls[word.folded])


def strangers(cast: Cast, number: int) -> list[Word]:
    """Names of people, or what looks like one misspelt, that the source lacks there."""
    asked = cast.near_source(number)
    return [
        word
        for word in cast.said[number].values()
        if word.is_capital
        and word.folded not in asked
        and (word.folded in cast.surnames or is_misspelt(cast, word))
    ][:MOST]


def is_misspelt(cast, word):
    is_known = any(word.folded in known for known in (listed(), OPENERS, NOBODY))
    return not is_known and word.folded not in cast.asked and cast.nearest(word.folded)


def close(one, other):
    """Whether `one` may be `other` misspelt: a letter or two of a long name."""
    shortest = min(len(one), len(other))
    most = 2 if shortest > TELLING else 1
    distance = OSA.distance(one, other, score_cutoff=most)
    return shortest >= SHORTEST and 0 < distance <= most


def alike(word, others):
    return next((one for one in others if close(word.folded, one.folded)), None)


def on_spelling(cast: Cast, number: int, name: Name) -> Iterator[Finding]:
    for word in name.words:
        if written := otherwise(cast, number, name, word):
            says = _("The source says “%(words)s”.") % {"words": word.text}
            span = written.start, written.end
            yield cast.case.found(Kind.NAME, number, span, says, word.text)


def otherwise(cast, number, name, word):
    """How the target writes a word of a name, if not so: without its accents, or
    misspelt beside the right last name; or None."""
    said = cast.said[number]
    if written := said.get(word.folded):
        is_same = written.text.lower() == word.text.lower()
        return None if is_same or not written.is_capital else written
    if word is name.words[0] and name.last.folded in said:
        return alike(word, capitals(cast, number))
    return None


def capitals(cast, number):
    asked = cast.asked
    known = cast.said[number].values()
    return [one for one in known if one.is_capital and one.folded not in asked]


def is_gone(cast, name):
    """A full name of which no word stands anywhere in the translation."""
    return name and not any(word.folded in cast.everywhere for word in name.words)


def gone(case, number, name):
    line = case.source.lines[number]
    start, end = (place - line.start for place in name.span)
    text = case.source[number][start:end]
    says = _("“%(words)s” is not in the translation.") % {"words": text}
    told = {"side": On.SOURCE}
    return case.found(Kind.NAME, number, (start, end), says, "-", **told)


def on_clubs(case: Case, number: int) -> Iterator[Finding]:
    """One club for another, where each side names one that the other does not."""
    asked = clubs(case, case.source, number)
    said = clubs(case, case.target, number)
    lost = [one for one in here(case.source, number) if one.team not in said]
    extra = [one for one in here(case.target, number) if one.team not in asked]
    if lost and extra:
        told = case.source.text[lost[0].start : lost[0].end]
        says = _("The source says “%(words)s”.") % {"words": told}
        line = case.target.lines[number]
        span = extra[0].start - line.start, extra[0].end - line.start
        yield case.found(Kind.NAME, number, span, says, told)


def here(side, number):
    line = side.lines[number]
    return within(side.clubs, line.start, line.end + 1)


def clubs(case, side, number):
    return {one.team for i in case.near(number) for one in here(side, i)}
