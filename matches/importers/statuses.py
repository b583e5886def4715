"""What a file may make of the status of a match on file.

A provider is asked now and then, so that steps are missed: a status may come that
follows only by way of others. One that would go back in time, or undo what an
authority decided, is left aside with the scores beside it, and the report says so.
"""

from datetime import datetime, timedelta

from matches.models import Match
from matches.status_machine import UNDERWAY

from .rows import Row

Status, Phase = Match.Status, Match.Phase
AHEAD = {Status.SCHEDULED, Status.DELAYED}
UNDECIDED = {*AHEAD, Status.LIVE, Status.SUSPENDED, Status.POSTPONED}
# What a status may take the place of. A provider without a word for "abandoned" says
# "suspended" or "cancelled" for ever.
FOLLOWS = {
    Status.SCHEDULED: {Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED},
    Status.LIVE: UNDECIDED,
    Status.SUSPENDED: UNDECIDED,
    Status.POSTPONED: {*UNDECIDED, Status.CANCELLED},
    Status.CANCELLED: {*UNDECIDED, Status.CANCELLED},
    Status.ABANDONED: {*UNDECIDED, Status.CANCELLED, Status.ABANDONED},
    Status.FINISHED: {*Status} - {Status.AWARDED},
    Status.AWARDED: {*Status},
}
NEXT = {
    Phase.HALF_TIME: Phase.SECOND_HALF,
    Phase.EXTRA_TIME_BREAK: Phase.EXTRA_TIME,
    Phase.EXTRA_TIME_HALF_TIME: Phase.EXTRA_TIME_SECOND,
}
ORDER = list(Phase)
BREAK = timedelta(minutes=4)  # a provider may be late by less


def told(row: Row) -> str:
    """The status that `row` tells; "" when it tells none."""
    return row.status or (Status.FINISHED if row.final_score else "")


def remark(row: Row, match: Match, *, is_moved: bool) -> str:
    """Why the status and the scores of `row` are left aside; "" when they are not.

    `is_moved`: the row has another date than the match.
    """
    status = told(row)
    if not match.pk or not status or status == match.status:
        return ""
    if status == Status.SCHEDULED and match.status == Status.DELAYED:
        return ""
    may = match.status in FOLLOWS[status]
    if (match.status, status) == (Status.POSTPONED, Status.SCHEDULED):
        may = is_moved
    return "" if may else f"status kept ({match.status}; the file: {status})"


def status_after(row: Row, match: Match, *, is_moved: bool) -> str:
    """The status to give; "" leaves it. A new date ends a postponement."""
    status = told(row)
    if status == Status.SCHEDULED and match.status == Status.DELAYED:
        return ""
    if not status and match.status == Status.POSTPONED and is_moved:
        return Status.SCHEDULED
    return status


def phase_after(row: Row, match: Match, status: str, *, at: datetime) -> str:
    """Never an earlier phase than the one on file; play goes on after a break."""
    if status == Status.SUSPENDED:
        return match.phase
    if status != Status.LIVE:
        return ""
    if match.status not in UNDERWAY or not match.phase:
        return row.phase
    if row.phase:
        return max(row.phase, match.phase, key=ORDER.index)
    since = match.phase_started_at
    is_over = since is None or at - since > BREAK
    return NEXT.get(match.phase, match.phase) if is_over else match.phase
