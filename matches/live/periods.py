"""Which periods of a match have begun, and which of its scores they count into."""

from matches.models import MINUTES, Match, Period
from matches.tallies import COUNTED, EXTRA, HALVES

Phase = Match.Phase

FIRST, SECOND = HALVES
FIRST_EXTRA, SECOND_EXTRA = EXTRA
REGULAR = {
    Phase.FIRST_HALF: [FIRST],
    Phase.HALF_TIME: [FIRST],
    Phase.SECOND_HALF: HALVES,
    Phase.EXTRA_TIME_BREAK: HALVES,
    Phase.EXTRA_TIME: [*HALVES, FIRST_EXTRA],
    Phase.EXTRA_TIME_HALF_TIME: [*HALVES, FIRST_EXTRA],
    Phase.EXTRA_TIME_SECOND: [*HALVES, *EXTRA],
}
PLAYED = (Match.Status.LIVE, Match.Status.SUSPENDED)
OVER = (Match.Status.FINISHED, Match.Status.ABANDONED)
CURRENT = {
    Phase.FIRST_HALF: FIRST,
    Phase.HALF_TIME: FIRST,
    Phase.SECOND_HALF: SECOND,
    Phase.EXTRA_TIME_BREAK: SECOND,
    Phase.EXTRA_TIME: FIRST_EXTRA,
    Phase.EXTRA_TIME_HALF_TIME: FIRST_EXTRA,
    Phase.EXTRA_TIME_SECOND: SECOND_EXTRA,
}


def begun(match: Match) -> list[str]:
    """Periods in which something may have happened; none before the kick-off."""
    if match.status in PLAYED and match.phase in REGULAR:
        return REGULAR[match.phase]
    if match.status not in (*PLAYED, *OVER):
        return []
    extra = EXTRA if match.extra_time else []
    kicks = match.shootout or match.phase == Phase.SHOOTOUT
    return [*HALVES, *extra, *([Period.SHOOTOUT] if kicks else [])]


def is_told_by_file(match: Match) -> bool:
    """Which of its scores it has, no phase tells: it is over, or its phase unknown."""
    return match.status in OVER or (match.status in PLAYED and not match.phase)


def counted(match: Match) -> list[str]:
    """Scores that the match has by now."""
    if is_told_by_file(match):
        known = {period for period in COUNTED if match.score(period)}
        return [period for period in COUNTED if period in known | {"full_time"}]
    played = begun(match)
    scores = ["full_time"] if played else []
    if played and match.phase != Phase.FIRST_HALF:
        scores.insert(0, "half_time")
    if FIRST_EXTRA in played:
        scores.append("extra_time")
    return [*scores, "shootout"] if Period.SHOOTOUT in played else scores


def last_minute(match: Match) -> str:
    """Where the clock stands between two periods: 45, 90, 105, 120."""
    period = CURRENT.get(match.phase) or (SECOND_EXTRA if match.extra_time else SECOND)
    return str(MINUTES[period][1])
