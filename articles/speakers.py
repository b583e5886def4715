"""Who may have said the words a journalist selected: a guess with its reason.

What stands around the words is read for a name, then for a role ("l’entraîneur de
l’OM"), then for a pronoun after another quote. More than one answer is none: the
journalist chooses, and always confirms.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext as _

from matches.models import Match, Membership, Person, Team
from matches.names import fold

from .models import Quote

ROLES = {
    Membership.Role.HEAD_COACH: ("entraineur", "coach", "technicien", "manager"),
    Membership.Role.PRESIDENT: ("president", "presidente", "chairman"),
    Membership.Role.SPORTING_DIRECTOR: ("directeur sportif", "sporting director"),
    Membership.Role.SPOKESPERSON: ("porte parole", "spokesperson", "spokesman"),
}
PRONOUN = re.compile(r"(?:\w+ )?(?:t )?(?:il|elle|he|she)\b")  # "a t il", "il"
SENTENCE = re.compile(r"(?<=[.!?…])(?<!\b[A-ZÀ-Þ]\.)\s+(?=[^\W\d_])")  # not "J. Roy"
NAME = re.compile(r"\b[^\W\d_][\w’'-]{2,}")
STEM = 5  # letters that a town and its people share: Marseille, marseillais


@dataclass(frozen=True)
class Around:
    """The text before and after the words, in their paragraph or the one above."""

    before: str = ""
    after: str = ""

    def followed_by(self, tag: str) -> "Around":
        """With `tag`, selected together with the words, before what comes after."""
        return Around(self.before, f"{tag} {self.after}".strip())

    @property
    def spans(self) -> list[str]:
        """Where to look, the likeliest first: the tag, the lead-in, all before."""
        tag = SENTENCE.split(self.after.strip())[0]
        lead_in = SENTENCE.split(self.before.strip())[-1]
        return [span for span in (tag, lead_in, self.before) if span.strip()]


@dataclass(frozen=True)
class Guess:
    person: Person
    reason: str


def guess(
    around: Around, *, roles: list[Membership], previous: Quote | None
) -> Guess | None:
    """The one person that `around` points to, or None.

    `roles` are those `present`; `previous` is the quote embedded last before.
    """
    for span in around.spans:
        if people := named(span, roles):
            return alone(people, _("The name stands beside the words."))
        if people := in_role(span, roles):
            return alone(people, _("The role stands beside the words."))
        if span in around.after and previous and PRONOUN.match(fold(span)):
            reason = _("The words follow a quote of the same person.")
            return Guess(previous.speaker, reason)
    return None


def present(matches: Iterable[Match], *, day: date) -> list[Membership]:
    """Who belonged to the teams of `matches` on `day`, coaches first."""
    teams = {pk for match in matches for pk in (match.home_id, match.away_id)}
    roles = Membership.objects.valid_on(day).filter(team__in=teams)
    roles = roles.select_related("person", "team").prefetch_related("team__aliases")
    return sorted(roles, key=lambda role: role.role == Membership.Role.PLAYER)


def alone(people, reason):
    return Guess(people[0], reason) if len(people) == 1 else None


def named(span: str, roles: list[Membership]) -> list[Person]:
    """The people that `span` names, those of `roles` before all others."""
    text = f" {fold(span)} "
    known = dict.fromkeys(role.person for role in roles)
    if found := [person for person in known if is_named(person, text)]:
        return found
    words = [word for word in NAME.findall(span) if word[0].isupper()][:12]
    if not words:
        return []
    test = reduce(or_, (mentions(word) for word in words))
    return [person for person in Person.objects.filter(test) if is_named(person, text)]


def mentions(word):
    word = re.sub(r"^\w{1,2}[’']", "", word)
    spelt = Q(full_name__icontains=word) | Q(known_as__icontains=word)
    return spelt | Q(aliases__icontains=word)


def is_named(person, text):
    spelt = [person.full_name, person.label, *person.aliases.splitlines()]
    names = (fold(name) for name in spelt)
    return any(len(name) > 2 and f" {name} " in text for name in names)


def in_role(span: str, roles: list[Membership]) -> list[Person]:
    """The people whose role, and team where one is told, stand in `span`."""
    text = f" {fold(span)} "
    told = {
        role for role, words in ROLES.items() if any(f" {w} " in text for w in words)
    }
    fitting = [role for role in roles if role.role in told]
    teams = {role.team for role in fitting}
    told_teams = {team for team in teams if is_told(team, text)} or teams
    return list(
        dict.fromkeys(role.person for role in fitting if role.team in told_teams)
    )


def is_told(team: Team, text: str) -> bool:
    """By one of its names, or by its people's: “le coach marseillais”."""
    names = [fold(name) for name in spellings(team) if name]
    if any(f" {name} " in text for name in names):
        return True
    towns = {
        word[:STEM] for name in names for word in name.split() if len(word) >= STEM
    }
    return any(word[:STEM] in towns for word in text.split() if len(word) > STEM)


def spellings(team):
    aliases = (alias.name for alias in team.aliases.all())
    return {
        *aliases,
        team.name_fr,
        team.name_en,
        team.short_name_fr,
        team.short_name_en,
    }
