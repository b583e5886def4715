"""The minute and score that a post gives, against the match."""

from collections.abc import Iterable
from enum import Enum

from matches.models import MINUTES, Match, MatchEvent, Score
from matches.tallies import disagreements

from .models import ClubPost

LAST, LONGEST = [last for _first, last in MINUTES.values()], 99
# The last moment (`MatchEvent.moment`) of what each score on file sums up.
ENDS = {
    "half_time": (0, 45, LONGEST),
    "full_time": (1, 90, LONGEST),
    "extra_time": (3, 120, LONGEST),
}


class Verdict(Enum):
    SILENT = "silent"  # no score, or no match, to check
    AGREES = "agrees"
    CONFLICTS = "conflicts"
    OPEN = "open"  # nothing on file speaks against it, or for it


def verdict(post: ClubPost) -> Verdict:
    claimed = score_of(post)
    if post.match is None or claimed is None or post.moment is None:
        return Verdict.SILENT
    if expected := scores_around(post.match, post.moment):
        return Verdict.AGREES if claimed in expected else Verdict.CONFLICTS
    least, most = bounds(post.match, post.moment)
    if not (fits(least, claimed) and fits(claimed, most)):
        return Verdict.CONFLICTS
    return Verdict.AGREES if least == claimed == most else Verdict.OPEN


def score_of(post: ClubPost) -> Score | None:
    if post.claimed_home is None or post.claimed_away is None:
        return None
    return Score(post.claimed_home, post.claimed_away)


def scores_around(match: Match, moment: tuple) -> list[Score]:
    """The scores that stood from a minute before `moment` to a minute after.

    [] where the goals entered are not known to be all of them.
    """
    goals = goals_of(match.events.all())
    if not goals or disagreements(match):
        return []
    first, last = a_minute(moment, -1), a_minute(moment, +1)
    sure = [goal for goal in goals if goal.moment < first]
    maybe = [goal for goal in goals if first <= goal.moment <= last]
    return [tally(match, [*sure, *maybe[:count]]) for count in range(len(maybe) + 1)]


def goals_of(events: Iterable[MatchEvent]) -> list[MatchEvent]:
    return sorted((e for e in events if e.is_goal), key=lambda goal: goal.moment)


def tally(match, goals):
    teams = [goal.team_id for goal in goals]
    return Score(teams.count(match.home_id), teams.count(match.away_id))


def a_minute(moment, step):
    """`moment` moved by a minute, on the clock or in the time added to it.

    A post that gives the last minute of a period may come with its end.
    """
    period, minute, added = moment
    if added:
        return period, minute, added + step
    if step > 0 and minute == LAST[period]:
        return period, minute, LONGEST
    return period, minute + step, 0


def bounds(match: Match, moment: tuple) -> tuple[Score, Score | None]:
    """(least, most): the scores on file at the ends before and after `moment`."""
    known = [(end, match.score(name)) for name, end in ENDS.items()]
    before = [score for end, score in known if score and end < moment]
    after = [score for end, score in known if score and end >= moment]
    return (before[-1] if before else Score(0, 0)), (after[0] if after else None)


def fits(less, more):
    return more is None or (less.home <= more.home and less.away <= more.away)
