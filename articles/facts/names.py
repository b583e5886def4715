"""Names in another form than the house's in that language."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import permutations

from django.utils.translation import gettext as _

from articles.intake.lines import words
from articles.models import Check
from matches.models import Competition, Team, Venue
from matches.names import fold

from .context import Case

FORMS = {"fc", "cf", "sc", "ac", "bc", "afc", "club", "fk", "sk", "united", "city"}
OTHER = {"fr": "en", "en": "fr"}


class Preferred:
    """Folded spelling to avoid → what to write in `language`."""

    def __init__(self, case: Case):
        self.language, self.other = case.language, OTHER[case.language]
        self.register = case.text.register
        self.said = f" {fold(case.text.text)} "

    def name(self, record, language) -> list[str]:
        given = (getattr(record, f"{f}_{language}", "") for f in ("name", "short_name"))
        return [name for name in given if name]

    @cached_property
    def spellings(self) -> dict[int, list[str]]:
        """Team → the spellings of it that the words hold."""
        found = defaultdict(list)
        for name, team in self.register.spellings.items():
            if f" {name} " in self.said:
                found[team].append(name)
        return found

    @cached_property
    def avoided(self) -> dict[str, str]:
        found = {}
        for team in self.register.teams.values():
            found |= dict(self.of_team(team))
        for competition in self.register.competitions:
            found |= dict(self.of_competition(competition))
        for venue in Venue.objects.all():
            found |= dict(self.of_venue(venue))
        return {
            name: right for name, right in found.items() if f" {name} " in self.said
        }

    def of_team(self, team: Team) -> Iterator[tuple[str, str]]:
        own = self.name(team, self.language)
        if not own:
            return
        ours = {fold(name) for name in own}
        foreign = [fold(name) for name in self.name(team, self.other)]
        for name in foreign:
            if name not in ours and is_translated(name, ours):
                yield name, own[0]
        for name in self.spellings[team.pk]:
            if name not in ours and is_overlong(name, ours):
                yield name, own[0]

    def of_competition(self, competition: Competition) -> Iterator[tuple[str, str]]:
        """The other language's name, and mixtures of both: “Europa Ligue”."""
        for own, foreign in pairs(competition, self.language, self.other):
            ours, theirs = fold(own).split(), fold(foreign).split()
            if ours == theirs or any(w.isdigit() for w in ours + theirs):
                continue
            yield " ".join(theirs), own
            if len(ours) == len(theirs) == 2:
                yield from ((mixture, own) for mixture in mixtures(ours, theirs))

    def of_venue(self, venue: Venue) -> Iterator[tuple[str, str]]:
        own, foreign = (
            getattr(venue, f"city_{code}") for code in (self.language, self.other)
        )
        if own and foreign and fold(own) != fold(foreign):
            yield fold(foreign), own


def pairs(record, language, other):
    for field in ("name", "short_name"):
        own, foreign = (getattr(record, f"{field}_{c}") for c in (language, other))
        if own and foreign:
            yield own, foreign


def mixtures(ours, theirs):
    """Two words of both names that are not ours: “Europa Ligue”, “Europa League”."""
    for first, second in permutations({*ours, *theirs}, 2):
        if [first, second] != ours and is_mixed(first, second, ours):
            yield f"{first} {second}"


def is_translated(name, ours):
    """Whether it is no mere longer or shorter form of ours, nor an acronym."""
    is_longer = any(
        f" {own} " in f" {name} " or f" {name} " in f" {own} " for own in ours
    )
    return not is_longer and len(name) > 4


def is_overlong(name, ours):
    """Our name and a town behind it: “Atalanta Bergamo” for Atalanta."""
    for own in ours:
        rest = name.removeprefix(f"{own} ")
        if rest != name and " " not in rest and rest not in FORMS and len(rest) > 3:
            return not rest.isdigit()
    return False


def is_mixed(first, second, ours):
    """Not a mere pair of one word in both languages: “league ligue”."""
    return bool({first, second} & set(ours)) and (first[0] != second[0])


def check(case: Case):
    """Kind 8."""
    preferred = Preferred(case).avoided
    if not preferred:
        return
    taken = -1
    spelt = words(case.text.text)
    folded = [word.folded for word in spelt]
    longest = max(len(name.split()) for name in preferred)
    for number, word in enumerate(spelt):
        if not word.is_capital or number <= taken or case.text.is_quoted(word.start):
            continue
        for size in range(longest, 0, -1):
            name = " ".join(folded[number : number + size])
            span = word.start, spelt[min(number + size, len(spelt)) - 1].end
            if name in preferred and is_whole(case, span):
                taken = number + size - 1
                right = preferred[name]
                says = _("In this language the desk writes %(name)s.") % {"name": right}
                yield case.found(Check.NAME, span, says, right)
                break


def is_whole(case, span):
    """Whether it is one name, and no part of a longer one of a club."""
    is_part = any(one.start <= span[0] and span[1] < one.end for one in case.text.clubs)
    return not is_part and not re.search(
        r"[.,;:()!?\n–—]", case.text.text[slice(*span)]
    )
