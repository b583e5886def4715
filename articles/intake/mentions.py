"""Who and what a copy names: teams, people, roles, pronouns, each with its place."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from matches.models import Person
from matches.names import fold

from .lines import Copy, Span, Word
from .naming import (
    FORMER,
    INDEFINITE,
    LINKS,
    NAME,
    NO_DEMONYMS,
    OPENERS,
    PRONOUNS,
    TITLES,
)
from .register import Register

DEMONYM = re.compile(r"(?:ais|ois|ien|éen|een|ain|ard|asque|ot|in|an|on|ino|eno|ano)$")
INSIDE = re.compile(r"(?<=[^\W\d_] )[^\W\d_a-zà-ÿ][\w’'-]*")
SHORTEST = 4  # letters that a town and its people share
SPACES = " \t\u202f\u00a0«“\"'‘’(—–-"


@dataclass(frozen=True)
class Named:
    """Someone or something named in the copy."""

    start: int
    end: int
    people: tuple[Person, ...] = ()
    name: str = ""
    role: str = ""
    team: int | None = None
    is_pronoun: bool = False
    is_former: bool = False
    is_nobody: bool = False

    @property
    def says_who(self):
        return bool(self.people or self.name)


class Mentions:
    """The names in `copy`, found once and asked for by place."""

    def __init__(self, copy: Copy, register: Register, *, language: str):
        self.copy, self.register, self.language = copy, register, language

    @cached_property
    def words(self) -> list[Word]:
        return self.copy.words(Span(0, len(self.copy.text)))

    @cached_property
    def teams(self) -> list[Named]:
        """Every team named, the longest spelling first; “nice” is no town."""
        return [
            Named(start, end, team=team)
            for start, end, team in self.spelt(self.register.spellings, is_team=True)
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
            for word in self.words
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
            for start, end, found in self.spelt(spellings)
        ]

    def spelt(self, spellings, *, is_team=False):
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
        for spelling, team in self.register.spellings.items():
            for word in spelling.split():
                if len(word) >= SHORTEST:
                    found[word[:SHORTEST]].append((word, spelling, team))
        return found

    def is_proper(self, number, end):
        if any(word.is_capital for word in self.words[number:end]):
            return True
        text = self.words[number].folded
        return self.language == "fr" and len(text) > 4 and bool(DEMONYM.search(text))

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
            if person := self.first_names.get(fold(name)):
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

    @cached_property
    def first_names(self):
        """The first names of the known people whom the copy names in full."""
        found = defaultdict(set)
        for named in self.people:
            words = fold(named.name).split()
            if len(named.people) == 1 and len(words) > 1:
                found[words[0]].add(named.people[0])
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
                )
            )
        return found

    def is_former(self, place):
        return bool(FORMER.search(self.copy.text[max(0, place - 12) : place]))

    def is_nobody(self, place):
        """“un joueur”, “a former player”, “another”: somebody whom the copy hides."""
        return bool(INDEFINITE.search(self.copy.text[max(0, place - 24) : place]))

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


def bare(name, start):
    """`name` without the words that only open a sentence, and where it begins."""
    while name:
        first = re.match(r"[^\s’']+[\s’']?", name).group()
        if first.strip(" ’'").lower() not in OPENERS:
            break
        name, start = name[len(first) :], start + len(first)
    return (name, start) if name[:1].isupper() else ("", start)


def within(named, start, end):
    """Those of `named` (in order) that lie between `start` and `end`."""
    first = bisect_left(named, start, key=lambda one: one.start)
    found = []
    for one in named[first:]:
        if one.start >= end:
            break
        if one.end <= end:
            found.append(one)
    return found


def overlaps(named, start, end):
    return any(one.start < end and start < one.end for one in named)


def joined(found, text):
    """Titles and the names they stand beside made one; what lies within is dropped."""
    result = []
    for one in found:
        last = result[-1] if result else None
        if last and one.start < last.end and last.is_pronoun and not one.people:
            continue
        if last and one.start < last.end:
            if one.says_who and not last.says_who:
                result[-1] = merged(last, one)
            elif one.role and last.says_who and not last.role:
                result[-1] = merged(one, last)
            continue
        if last and belongs(last, one, text):
            result[-1] = merged(*((last, one) if last.role else (one, last)))
        else:
            result.append(one)
    return result


def belongs(first, second, text):
    """“OM coach Gasset”, “Gasset, l’entraîneur de l’OM”, “Gasset, the OM coach”."""
    gap = text[first.end : second.start]
    if first.role and not first.says_who and second.says_who and not second.role:
        return bool(re.fullmatch(r"(?:\s(?:des|du|de la|de)\s\w+)?,?\s", gap))
    if first.says_who and not first.role and second.role and not second.says_who:
        return bool(
            re.fullmatch(
                r"(?:,\s|\s\()(?:(?:l[’']|le |la |the |leur |son |sa )?(?:nouve(?:l|au"
                r"|lle) |new |ancien(?:ne)? |former )?)",
                gap,
            )
        )
    return False


def merged(title, name):
    return Named(
        min(title.start, name.start),
        max(title.end, name.end),
        name.people,
        name.name,
        title.role,
        title.team,
    )
