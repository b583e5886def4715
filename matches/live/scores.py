"""The scores on file follow the events, period by period."""

from matches.models import Match
from matches.tallies import COUNTED, tally

from .periods import counted, is_told_by_file


def doubted(match: Match) -> set[str]:
    """Scores that the events do not tell: taken from elsewhere, they stay as they are.

    So a match that an import brought to 2-1 without a goal is not put back to 0-0.
    """
    events = list(match.events.all())
    return {
        period
        for period in COUNTED
        if (score := match.score(period)) and score != tally(match, period, events)
    }


def keep(match: Match, *, but: set[str] = frozenset()) -> None:
    """Sets, without saving, the scores that the match has by now, `but` those."""
    events = list(match.events.all())
    periods = counted(match)
    for period in COUNTED:
        if period in but:
            continue
        if period in periods:
            home, away = tally(match, period, events)
        elif is_told_by_file(match):
            continue
        else:
            home = away = None
        setattr(match, f"{period}_home", home)
        setattr(match, f"{period}_away", away)
