"""Whether the goals entered one by one add up to the score."""

from collections.abc import Iterable

from .models import Match, MatchEvent, Period, Score

HALVES = [Period.FIRST_HALF, Period.SECOND_HALF]
EXTRA = [Period.EXTRA_TIME_FIRST, Period.EXTRA_TIME_SECOND]
COUNTED = {
    "half_time": HALVES[:1],
    "full_time": HALVES,
    "extra_time": [*HALVES, *EXTRA],
    "shootout": [Period.SHOOTOUT],
}


def tally(match: Match, period: str, events: Iterable[MatchEvent]) -> Score:
    """The running score at the end of `period` as `events` tell it.

    An own goal counts for its team, the side that gains by it.
    """
    teams = [
        event.team_id
        for event in events
        if is_scored(event) and event.period in COUNTED[period]
    ]
    return Score(teams.count(match.home_id), teams.count(match.away_id))


def is_scored(event):
    return event.is_goal or event.is_scored_kick


def disagreements(match: Match) -> list[tuple[str, Score, Score]]:
    """(period, score on file, tally) where the goals entered tell otherwise.

    A match without any goal or kick entered is not doubted, nor is an awarded score.
    """
    events = [event for event in match.events.all() if is_scored(event)]
    if not events or match.status == Match.Status.AWARDED:
        return []
    kicks = any(event.is_shootout_kick for event in events)
    told = [
        (period, score, tally(match, period, events))
        for period in COUNTED
        if (score := match.score(period)) and (period != "shootout" or kicks)
    ]
    return [
        (period, score, counted) for period, score, counted in told if score != counted
    ]
