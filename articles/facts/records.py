"""What the linked matches say, in the shapes that words are compared with."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils.translation import get_language

from articles.intake.register import Register
from articles.models import Article
from articles.post_claims import goals_of, tally
from matches.models import Match, MatchEvent, Person, Score
from matches.names import fold
from matches.notation import name
from matches.tallies import disagreements

AROUND = timedelta(days=300)
Pair = tuple[int, int]


def pair(home: int, away: int) -> Pair:
    """A score as prose may have it, whichever side comes first."""
    return max(home, away), min(home, away)


def told(match: Match) -> str:
    """Marseille 1-1 Atalanta, in the language of the desk."""
    home, away = (name(team, language=get_language()) for team in sides(match))
    score = match.final_score or "–"
    shootout = f" ({match.shootout})" if match.shootout else ""
    return f"{home} {score}{shootout} {away}"


def sides(match):
    return match.home, match.away


class Sheet:
    """One match with its events."""

    def __init__(self, match: Match):
        self.match = match
        self.events = list(match.events.all())
        self.goals = goals_of(self.events)

    @cached_property
    def is_complete(self) -> bool:
        """Whether every goal of the score on file is entered."""
        if self.match.final_score == (0, 0):
            return True
        return bool(self.goals) and not disagreements(self.match)

    @cached_property
    def steps(self) -> list[Score]:
        """The scores that stood at any time; all that may have, where goals lack."""
        if not self.match.final_score:
            return []
        if self.is_complete:
            range_ = range(len(self.goals) + 1)
            return [tally(self.match, self.goals[:count]) for count in range_]
        home, away = self.match.final_score
        return [Score(h, a) for h in range(home + 1) for a in range(away + 1)]

    @cached_property
    def kicks(self) -> list[Score]:
        """The scores of the shoot-out, kick by kick."""
        scored = [event for event in self.events if event.is_scored_kick]
        scored.sort(key=lambda kick: (kick.sequence, kick.pk))
        return [tally(self.match, scored[:count]) for count in range(len(scored) + 1)]

    @cached_property
    def finals(self) -> set[Pair]:
        known = (self.match.full_time, self.match.extra_time, self.match.shootout)
        return {pair(*score) for score in known if score}

    @cached_property
    def half_times(self) -> set[Pair]:
        return {pair(*self.match.half_time)} if self.match.half_time else set()

    @cached_property
    def scores(self) -> set[Pair]:
        return self.finals | self.half_times | {pair(*step) for step in self.steps}

    @cached_property
    def scorers(self) -> set[int]:
        """Who put the ball in, the goals that were taken back included."""
        types = {*MatchEvent.GOALS, MatchEvent.Type.GOAL_DISALLOWED}
        types.add(MatchEvent.Type.SHOOTOUT_SCORED)
        return {event.person_id for event in self.events if event.type in types}


class Records:
    """The matches an article is linked to, their other legs, and those around them."""

    def __init__(self, article: Article):
        self.article, self.register = article, Register()
        legs = Match.objects.with_sides().prefetch_related("events__person")
        self.links = list(article.links.with_matches())
        prefetch_related_objects(
            [link.match for link in self.links],
            "events__person",
            Prefetch("tie__matches", legs.order_by("leg")),
        )
        self.sheets = [Sheet(link.match) for link in self.links]

    @cached_property
    def others(self) -> list[Sheet]:
        """The other legs, where they are not linked too."""
        known = {sheet.match.pk for sheet in self.sheets}
        legs = [sheet.match.other_leg for sheet in self.sheets]
        return [Sheet(leg) for leg in legs if leg and leg.pk not in known]

    @property
    def all(self) -> list[Sheet]:
        return [*self.sheets, *self.others]

    @property
    def played(self) -> list[Sheet]:
        return [sheet for sheet in self.sheets if sheet.match.final_score]

    @cached_property
    def clubs(self) -> set[int]:
        matches = [sheet.match for sheet in self.sheets]
        return {team for match in matches for team in (match.home_id, match.away_id)}

    @cached_property
    def ties(self) -> list:
        """(tie, number of the leg) of the linked legs of two-legged ties."""
        matches = [sheet.match for sheet in self.sheets]
        return [(m.tie, m.leg) for m in matches if m.tie_id and m.tie.legs == 2]

    @cached_property
    def aggregates(self) -> set[Pair]:
        """Of each tie of two legs: after the first, and as the second went."""
        found = set()
        for tie in {tie.pk: tie for tie, _leg in self.ties}.values():
            first, second = tie.leg(1), tie.leg(2)
            if first and first.final_score and second and second.final_score:
                home, away = second.home_id, second.away_id
                before = first.goals_of(home), first.goals_of(away)
                steps = Sheet(second).steps
                found |= {pair(before[0] + s.home, before[1] + s.away) for s in steps}
        return found

    @cached_property
    def around(self) -> list[Match]:
        """The other matches of these clubs in the months about the linked ones."""
        days = [s.match.kickoff_on for s in self.sheets if s.match.kickoff_on]
        if not days:
            return []
        span = min(days) - AROUND, max(days) + AROUND
        theirs = Q(home__in=self.clubs) | Q(away__in=self.clubs)
        near = Match.objects.filter(theirs, kickoff_on__range=span).with_sides()
        known = {sheet.match.pk for sheet in self.sheets}
        return [match for match in near if match.pk not in known]

    @cached_property
    def people(self) -> dict[int, Person]:
        """The scorers of the linked matches, by number."""
        goals = [goal for sheet in self.sheets for goal in sheet.goals]
        return {goal.person_id: goal.person for goal in goals if goal.person}

    @property
    def first(self) -> Match:
        return self.sheets[0].match

    def told(self, sheets: Iterable[Sheet] = ()) -> str:
        return " · ".join(told(sheet.match) for sheet in (sheets or self.sheets))

    def state(self) -> str:
        """The matches and their scores, in no language: what marks are made of."""
        scores = [f"{s.match.pk} {s.match.final_score}" for s in self.sheets]
        return " ".join(scores)


def spellings(person: Person) -> set[str]:
    """The folded names a scorer may be told by."""
    words = fold(person.full_name).split()
    names = [person.full_name, person.label, *person.aliases.splitlines()]
    found = {fold(one) for one in names} | {" ".join(words[1:]), *words[-1:]}
    return {one for one in found if len(one) > 1}
