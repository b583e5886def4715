"""The teams, people, competitions and places that a text names, and what the other
language calls them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from articles.intake.lines import Copy
from articles.intake.mentions import Mentions
from articles.intake.register import Register
from articles.models.article import Language
from matches.models import Competition, Person, Team, Venue
from matches.names import fold

from .opaque import Taken, opaque_spans

Record = Team | Person | Competition | Venue
IN_TOWN = re.compile(r"(?:^|\W)(?:à|in|at|from|near)\s$", re.IGNORECASE)
BREAK = "\n\n"  # between texts that are read together: no name runs over it


@dataclass(frozen=True)
class NameFound:
    """A name in a text: characters `start` to `end`."""

    start: int
    end: int
    words: str
    records: tuple[Record, ...]  # several when people share the name
    forms: tuple[str, ...]  # the other language's, the best first

    @property
    def record(self) -> Record:
        return self.records[0]


def find_names(
    text: str, *, language: str, register: Register | None = None
) -> list[NameFound]:
    """The names in `text`, in order, never overlapping."""
    return find_all_names([text], language=language, register=register)[0]


def find_all_names(
    texts: Iterable[str], *, language: str, register: Register | None = None
) -> list[list[NameFound]]:
    """`find_names` of each, asked together: a few queries for an article."""
    texts = list(texts)
    whole = BREAK.join(texts)
    starts = [0, *accumulate(len(text) + len(BREAK) for text in texts)][: len(texts)]
    found = [[] for _text in texts]
    names = Names(whole, language, register or Register())
    for one in names.apart():
        number = bisect_right(starts, one.start) - 1
        shift = starts[number]
        found[number].append(replace(one, start=one.start - shift, end=one.end - shift))
    return found


class Names:
    def __init__(self, text: str, language: str, register: Register):
        self.text, self.language, self.register = text, language, register
        self.target = str(Language(language).other)
        self.places = list(Venue.objects.all())
        self.mentions = Mentions(Copy(text), register, language=language)

    def apart(self) -> list[NameFound]:
        """The longest where several stand; no part of an address or tag."""
        found = [*self.towns(), *self.teams(), *self.competitions()]
        found += [*self.venues(), *self.people()]
        taken, kept = Taken(opaque_spans(self.text)), []
        for one in sorted(found, key=lambda one: one.start - one.end):
            if not taken.holds(one.start, one.end):
                taken.take(one.start, one.end)
                kept.append(one)
        return sorted(kept, key=lambda one: one.start)

    def name(self, start, end, records, forms):
        forms = tuple(dict.fromkeys(filter(None, forms)))
        return NameFound(start, end, self.text[start:end], tuple(records), forms)

    def forms(self, record, words: str) -> list[str]:
        """Short for short: “l’OM” is “Marseille”, a full name the full name."""
        own, theirs = (
            [getattr(record, f"{part}_{code}") for part in ("short_name", "name")]
            for code in (self.language, self.target)
        )
        is_full = fold(words) == fold(own[1] or "") != fold(own[0] or "")
        return theirs[::-1] if is_full else theirs

    def teams(self) -> Iterator[NameFound]:
        for named in self.mentions.teams:
            team = self.register.teams[named.team]
            words = self.text[named.start : named.end]
            yield self.name(named.start, named.end, [team], self.forms(team, words))

    def people(self):
        for named in self.mentions.people:
            forms = [person_form(person, named.name) for person in named.people]
            yield self.name(named.start, named.end, named.people, forms)

    def competitions(self):
        known = {
            name: one
            for one in self.register.competitions
            for name in spellings(one, "name", "short_name")
        }
        for start, end, one in self.mentions.spellings.find(known):
            forms = self.forms(one, self.text[start:end])
            yield self.name(start, end, [one], forms)

    def venues(self):
        known = {name: one for one in self.places for name in spellings(one, "name")}
        for start, end, one in self.mentions.spellings.find(known):
            yield self.name(start, end, [one], [getattr(one, f"name_{self.target}")])

    def towns(self):
        """After a word that tells a place, or where the word names nothing else."""
        known = {
            fold(getattr(one, f"city_{self.language}") or ""): one
            for one in self.places
        }
        known.pop("", None)
        for start, end, one in self.mentions.spellings.find(known):
            is_place = IN_TOWN.search(self.text[max(0, start - 8) : start])
            if is_place or fold(self.text[start:end]) not in self.register.spellings:
                yield self.name(
                    start, end, [one], [getattr(one, f"city_{self.target}")]
                )


def spellings(record, *parts) -> set[str]:
    """The folded names of `record` in both languages, and its other names."""
    names = [
        getattr(record, f"{part}_{code}") or "" for part in parts for code in Language
    ]
    return {fold(name) for name in [*names, *record.aliases.splitlines()]} - {""}


def person_form(person: Person, words: str) -> str:
    """The full name for a full one, however it was spelt; else what he is known as."""
    is_full = " " in fold(words) and fold(words) != fold(person.label)
    return person.full_name if is_full else person.label
