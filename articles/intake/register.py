"""What the desk knows of the teams, people and matches that a copy may name."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property, reduce
from operator import or_

from django.db.models import Q

from matches.models import Competition, Match, Membership, Person, Team, TeamAccount
from matches.models.team import TeamAlias
from matches.names import fold

MOST = 400  # matches looked at, words asked for


class Register:
    """Asked by intake; each question is one query, or none the second time."""

    @cached_property
    def teams(self) -> dict[int, Team]:
        return Team.objects.in_bulk()

    @cached_property
    def spellings(self) -> dict[str, int]:
        """Folded spelling → the one team it names."""
        known = dict(TeamAlias.objects.values_list("folded", "team_id"))
        for team in self.teams.values():
            for name in names_of(team):
                known.setdefault(fold(name or ""), team.pk)
        known.pop("", None)
        return known

    @cached_property
    def towns(self) -> dict[str, int]:
        """Folded name of one word → the team that bears it: “lens”."""
        return {
            fold(name): team.pk
            for team in self.teams.values()
            for name in names_of(team)
            if name and " " not in fold(name)
        }

    @cached_property
    def compact(self) -> dict[int, set[str]]:
        """The spellings and codes of each team as hashtags write them: "omatalanta"."""
        written = defaultdict(set)
        for spelling, team in self.spellings.items():
            written[team].add(spelling.replace(" ", ""))
        for team in self.teams.values():
            written[team.pk] |= {team.code.lower()} - {""}
        return written

    @cached_property
    def competitions(self) -> list[Competition]:
        return list(Competition.objects.all())

    def people(self, teams: Iterable[int], words: Iterable[str]) -> list[Person]:
        """Who belongs or belonged to `teams`, or has a name that begins with a word."""
        tests = [Q(memberships__team__in=list(teams))]
        for word in list(words)[: MOST // 4]:
            tests.append(
                Q(sort_name__istartswith=word) | Q(full_name__istartswith=word)
            )
        found = Person.objects.filter(reduce(or_, tests)).distinct().order_by("pk")
        return list(found.prefetch_related("memberships__team"))

    def roles(self, teams: Iterable[int], *, on: date | None) -> list[Membership]:
        """The memberships of `teams` valid `on` that day, or at any time."""
        roles = Membership.objects.filter(team__in=list(teams))
        roles = roles.valid_on(on) if on else roles
        return list(roles.select_related("person", "team").order_by("pk"))

    def matches(
        self,
        teams: list[int],
        days: Iterable[date],
        yearless: Iterable[tuple[int, int]] = (),
    ) -> list[Match]:
        """Matches between two of `teams`, and of one of them on or near `days`.

        `yearless` are days of any year, as (month, day).
        """
        near = {day + timedelta(days=shift) for day in days for shift in (-1, 0)}
        when = [Q(kickoff_on__in=near)] if near else []
        when += [
            Q(kickoff_on__month=month, kickoff_on__day=day) for month, day in yearless
        ]
        test = Q(home__in=teams, away__in=teams)
        if when:
            test |= (Q(home__in=teams) | Q(away__in=teams)) & reduce(or_, when)
        found = Match.objects.filter(test).with_sides().select_related("tie", "venue")
        return list(found.order_by("-kickoff_on", "pk")[:MOST])

    def account(self, provider: str, handle: str) -> TeamAccount | None:
        """The registered account of that handle."""
        accounts = TeamAccount.objects.filter(provider=provider, handle__iexact=handle)
        return accounts.select_related("team").first()


def names_of(team):
    return team.name_fr, team.name_en, team.short_name_fr, team.short_name_en
