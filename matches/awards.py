"""A match decided off the pitch: awarded after play, or a walkover."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser

from .models import Match, MatchMove, Score, Team
from .transitions import Status, move

EARLIER = ("half_time", "extra_time", "shootout")


def award(
    match: Match,
    to: Team,
    *,
    by: AbstractUser,
    at: datetime | None = None,
    reason: str = "",
    score: Score | None = None,
) -> MatchMove:
    """Gives the match to the team `to`, by its season's score unless `score` tells
    another; raises `transitions.Refused`.
    """
    goals = columns(score or ruled_score(match, to))
    return move(
        match, Status.AWARDED, by=by, at=at, reason=reason, awarded_to=to, **goals
    )


def ruled_score(match: Match, to: Team) -> Score:
    """3-0, or the season's own; a result on the pitch that is better for the winner
    stands (FIFA and UEFA disciplinary codes).
    """
    goals, played = match.season.goals_of_an_award, match.final_score
    is_home = to.pk == match.home_id
    if played:
        margin = (played.home - played.away) * (1 if is_home else -1)
        if margin > goals:
            return played
    return Score(goals, 0) if is_home else Score(0, goals)


def columns(score: Score) -> dict[str, int | None]:
    """The score as that of 90 minutes; those of the periods tell no more."""
    names = [f"{period}_{side}" for period in EARLIER for side in ("home", "away")]
    full_time = {"full_time_home": score.home, "full_time_away": score.away}
    return dict.fromkeys(names) | full_time
