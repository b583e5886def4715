"""What of a match a published text may have told, as one comparable value."""

import hashlib
from typing import NamedTuple

from .models import Match, Period

SCORES = ("half_time", "full_time", "extra_time", "shootout")
LAST = 999  # a minute nobody knows comes after those that are


class GoalFact(NamedTuple):
    period: str
    clock: str
    type: str
    team: int | None
    person: int | None

    def __str__(self):
        return f"{self.period} {self.clock} {self.type} {self.team} {self.person}"


class Facts(NamedTuple):
    """Status, "2-1" or None by period, and the goals in order."""

    status: str
    scores: dict[str, str | None]
    goals: tuple[GoalFact, ...]

    @property
    def fingerprint(self) -> str:
        scores = [f"{period} {self.scores[period]}" for period in SCORES]
        facts = "\n".join([self.status, *scores, *map(str, self.goals)])
        return hashlib.sha256(facts.encode()).hexdigest()[:16]


def order(event) -> tuple:
    """As they happened: the order of `MatchEventQuerySet.in_order`, without a query."""
    minute = LAST if event.minute is None else event.minute
    period = Period.values.index(event.period)
    return period, minute, event.added or 0, event.sequence, event.id


def facts(match: Match) -> Facts:
    """Reads `events`, prefetched in lists."""
    scores = {period: match.score(period) for period in SCORES}
    goals = tuple(
        GoalFact(goal.period, goal.clock, goal.type, goal.team_id, goal.person_id)
        for goal in sorted(match.events.all(), key=order)
        if goal.is_goal
    )
    told = {period: score and str(score) for period, score in scores.items()}
    return Facts(match.status, told, goals)


def fingerprint(match: Match) -> str:
    """Changes exactly when the status, a score, a goal, its minute or scorer does."""
    return facts(match).fingerprint
