"""The matches of a team, as its page lists them."""

from dataclasses import dataclass
from datetime import datetime

from .models import Match, Team

Status = Match.Status
OVER = {Status.FINISHED, Status.AWARDED, Status.ABANDONED, Status.CANCELLED}
NOW = {Status.DELAYED, Status.LIVE, Status.SUSPENDED}


@dataclass(frozen=True)
class TeamMatches:
    """Those being played, those to come with the next one first, those that are over
    with the last one first."""

    now: list[Match]
    to_come: list[Match]
    over: list[Match]

    @property
    def next(self):
        return self.to_come[0] if self.to_come else None

    @property
    def last(self):
        return next((match for match in self.over if match.is_finished), None)

    @property
    def results(self):
        return [match for match in self.over if match.is_finished]


def team_matches(team: Team, *, at: datetime) -> TeamMatches:
    """One query. A match put off without a date comes after those that have one."""
    found = list(Match.objects.of_team(team).with_sides())
    return TeamMatches(
        [match for match in found if match.status in NOW],
        sorted([m for m in found if is_to_come(m, at)], key=when),
        sorted([m for m in found if m.status in OVER], key=when, reverse=True),
    )


def is_to_come(match, at):
    """A fixture of the past of which nobody told the result is none."""
    if match.status == Status.POSTPONED:
        return True
    if match.status != Status.SCHEDULED:
        return False
    if match.kickoff_at:
        return match.kickoff_at >= at
    return not match.kickoff_on or match.kickoff_on >= at.astimezone(match.zone).date()


def when(match):
    known = (match.kickoff_on or datetime.max.date()).isoformat()
    hour = match.kickoff_at.isoformat() if match.kickoff_at else ""
    is_put_off = match.status == Status.POSTPONED
    return is_put_off, known, hour, match.pk
