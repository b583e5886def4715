"""Who and what a copy names: teams, people, roles, pronouns, each with its place."""

import re
from collections import defaultdict
from functools import cached_property

from matches.models import Person
from matches.names import fold

from .lines import Copy
from .named import Named, joined, overlaps, within
from .naming import (
    FORMER,
    INDEFINITE,
    LINKS,
    NAME,
    OPENERS,
    OWNED,
    PRONOUNS,
    TITLES,
)
from .register import Register
from .spellings import Spellings

INSIDE = re.compile(r"(?<=[^\W\d_] )[^\W\d_a-zà-ÿ][\w’'-]*")
FIRST_NAME = re.compile(r"(?<![.!?…] )(?<![\w’'])([^\W\d_a-zà-ÿ][a-zà-ÿ’'-]+) $")
POLITE = {"Monsieur", "Madame", "Sir", "Lord", "Mister", "Messieurs", "Me", "Mme", "Mr"}
SPACES = " \t\u202f\u00a0«“\"'‘’(—–-"


class Mentions:
    """The names in `copy`, found once and asked for by place."""

    def __init__(self, copy: Copy, register: Register, *, language: str):
        self.copy, self.register, self.language = copy, register, language

    @cached_property
    def spellings(self) -> Spellings:
        towns = self.register.towns
        return Spellings(self.copy.text, towns, language=self.language)

    @cached_property
    def teams(self) -> list[Named]:
        """Every team named, the longest spelling first; “nice” is no town."""
        return [
            Named(start, end, team=team)
            for start, end, team in self.spellings.find(
                self.register.spellings, is_team=True
            )
        ]

    @cached_property
    def team_ids(self) -> list[int]:
        """The teams, those named most first."""
        counts = defaultdict(int)
        for named in self.teams:
            counts[named.team] += 1
        return sorted(counts, key=lambda team: -counts[team])

    @cached_property
    def known(self) -> list[Person]:
        capitals = dict.fromkeys(
            word.text
            for word in self.spellings.words
            if word.is_capital
            and len(word.text) > 2
            and word.text.lower() not in OPENERS
        )
        return self.register.people(self.team_ids, capitals)

    @cached_property
    def people(self) -> list[Named]:
        """Every known person named; people who share the name are all given."""
        spellings = defaultdict(set)
        by_id = {person.pk: person for person in self.known}
        for person in self.known:
            for spelling in names_of(person):
                spellings[spelling].add(person.pk)
        return [
            Named(
                start,
                end,
                tuple(by_id[pk] for pk in sorted(found)),
                self.copy.text[start:end],
            )
            for start, end, found in self.spellings.find(spellings)
            if not self.is_namesake(start)
        ]

    def is_namesake(self, place):
        """Whether another first name stands before a last name: “Fatou Diourbelle”."""
        found = FIRST_NAME.search(self.copy.text, max(0, place - 24), place)
        if not found or fold(found[1]) in OPENERS | self.club_words or "-" in found[1]:
            return False
        return not TITLES[self.language].fullmatch(found[1]) and found[1] not in POLITE

    @cached_property
    def full_names(self) -> dict[str, str]:
        """Last name → the fullest name that the copy gives to who is not known."""
        found = {}
        for match in NAME.finditer(self.copy.text):
            name, _start = bare(match.group(), match.start())
            if " " in name and not self.is_taken(match.start(), match.end()):
                found.setdefault(fold(name.split()[-1]), name)
        return found

    def is_taken(self, start, end):
        """Whether a team or known person is named there."""
        return bool(within(self.teams, start, end) or within(self.people, start, end))

    def between(self, start: int, end: int) -> list[Named]:
        """Who is named in that part, in order: names with their titles, pronouns."""
        text, language = self.copy.text, self.language
        people = within(self.people, start, end)
        found = people + self.strangers(start, end, people)
        found += self.titles(start, end)
        pronouns = PRONOUNS[language].finditer(text, start, end)
        found += [self.pronoun(*one.span()) for one in pronouns]
        return joined(sorted(found, key=lambda named: (named.start, -named.end)), text)

    def pronoun(self, start, end):
        """“il”, “le quinquagénaire”; “la Solvançaise”, with the club in it."""
        clubs = within(self.teams, start, end)
        team = clubs[0].team if clubs else None
        return Named(start, end, team=team, is_pronoun=True)

    def strangers(self, start, end, people):
        """Names that the desk does not know, and first names of those it does."""
        found = []
        for match in NAME.finditer(self.copy.text, start, end):
            name, place = bare(match.group(), match.start())
            stop = place + len(name)
            if not name or self.is_told(people, place, stop):
                continue
            if person := self.by_first_name(fold(name)):
                found.append(Named(place, stop, (person,), name))
            elif " " in name or self.is_name(name, place):
                name = self.full_names.get(fold(name), name)
                found.append(Named(place, stop, name=name))
        return found

    def is_told(self, people, start, end):
        return overlaps(self.teams_near(start), start, end) or overlaps(
            people, start, end
        )

    def teams_near(self, place):
        return within(self.teams, place - 60, place + 120)

    def is_name(self, name, place):
        """Whether one capitalised word is a name: the last of a full one, or one that
        stands within a sentence and is no club's. At the head it proves nothing."""
        folded = fold(name)
        if folded in self.full_names:
            return True
        if folded in self.club_words or len(name) < 3 or name.isupper():
            return False
        before = self.copy.text[max(0, place - 3) : place].rstrip(SPACES)
        if before and before[-1] not in ".!?…:\n\r>|/•":
            return True
        return name in self.within_sentences

    @cached_property
    def within_sentences(self):
        """The capitalised words that follow a word, and so open no sentence."""
        return set(INSIDE.findall(self.copy.text))

    @cached_property
    def club_words(self):
        """The words that names of clubs and competitions are made of."""
        names = list(self.register.spellings)
        for one in self.register.competitions:
            names += [fold(one.name_fr or ""), fold(one.name_en or "")]
        return {word for name in names for word in name.split()}

    def by_first_name(self, name):
        """Who is called so, or in short: “Stan” of Stanislas."""
        found = {
            person
            for known, person in self.first_names.items()
            if known == name or (len(name) > 3 and known.startswith(name))
        }
        return found.pop() if len(found) == 1 else None

    @cached_property
    def first_names(self):
        """First name → the one person of that name whom the copy may mean."""
        found = defaultdict(set)
        for person in self.known:
            words = fold(person.full_name).split()
            if len(words) > 1:
                found[words[0]].add(person)
        return {name: one.pop() for name, one in found.items() if len(one) == 1}

    def titles(self, start, end):
        """Roles with the team they are told of: “l’entraîneur de l’OM”."""
        found = []
        for match in TITLES[self.language].finditer(self.copy.text, start, end):
            around = within(
                self.teams, max(start, match.start() - 40), min(end, match.end() + 40)
            )
            team = next((one for one in around if self.is_of(match, one)), None)
            edges = [
                match.start(),
                match.end(),
                *((team.start, team.end) if team else ()),
            ]
            found.append(
                Named(
                    min(edges),
                    max(edges),
                    role=match.lastgroup,
                    team=team and team.team,
                    is_former=self.is_former(match.start()),
                    is_nobody=self.is_nobody(match.start()),
                    is_owned=self.is_owned(match.start()),
                )
            )
        return found

    def is_former(self, place):
        return bool(FORMER.search(self.copy.text[max(0, place - 12) : place]))

    def is_nobody(self, place):
        """“un joueur”, “a former player”, “another”: somebody whom the copy hides."""
        return bool(INDEFINITE.search(self.copy.text[max(0, place - 24) : place]))

    def is_owned(self, place):
        """“their manager”, “son entraîneur”: of the club that the sentence is about."""
        return bool(OWNED.search(self.copy.text[max(0, place - 8) : place]))

    def is_of(self, title, team):
        """Whether the team's name belongs to the title beside it."""
        if team.start >= title.end():
            between = self.copy.text[title.end() : team.start]
        else:
            between = self.copy.text[team.end : title.start()]
        return bool(re.fullmatch(LINKS, between, re.IGNORECASE))


def names_of(person):
    """The folded spellings of a person's name, last names among them."""
    words = fold(person.full_name).split()
    spelt = [
        person.full_name,
        person.label,
        person.known_as,
        *person.aliases.splitlines(),
    ]
    names = {fold(name) for name in spelt}
    names.add(" ".join(words[1:]))
    names.add(words[-1] if words else "")
    return {name for name in names if len(name) > 2}


def bare(name, start):
    """`name` without the words that only open a sentence, and where it begins."""
    while name:
        first = re.match(r"[^\s’']+[\s’']?", name).group()
        if first.strip(" ’'").lower() not in OPENERS:
            break
        name, start = name[len(first) :], start + len(first)
    return (name, start) if name[:1].isupper() else ("", start)
