"""What a match may become next (domain: IFAB Law 7 and the competitions' rules).

The table is data. What it does not hold is refused in one sentence, in the active
language; a desk chief may still insist, with a reason (`matches/transitions.py`).
"""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from .models import Match

Status, Phase = Match.Status, Match.Phase

MOVES = {
    Status.SCHEDULED: {
        Status.DELAYED,
        Status.LIVE,
        Status.POSTPONED,
        Status.CANCELLED,
        Status.AWARDED,
    },
    Status.DELAYED: {Status.LIVE, Status.POSTPONED, Status.CANCELLED},
    Status.LIVE: {Status.SUSPENDED, Status.FINISHED, Status.ABANDONED},
    Status.SUSPENDED: {Status.LIVE, Status.ABANDONED, Status.POSTPONED},
    Status.POSTPONED: {Status.SCHEDULED, Status.CANCELLED, Status.AWARDED},
    Status.ABANDONED: {Status.AWARDED, Status.FINISHED},
    Status.FINISHED: {Status.AWARDED},
    Status.CANCELLED: set(),
    Status.AWARDED: set(),
}
# A match that nobody followed is told by its end, once its kick-off has passed.
UNFOLLOWED = {Status.SCHEDULED, Status.DELAYED}
ENDS = {Status.FINISHED, Status.ABANDONED}
UNDERWAY = {Status.LIVE, Status.SUSPENDED}
UNPLAYED = {Status.SCHEDULED, Status.DELAYED, Status.POSTPONED}

PHASES = {
    Phase.FIRST_HALF: {Phase.HALF_TIME, Phase.SECOND_HALF},
    Phase.HALF_TIME: {Phase.SECOND_HALF},
    Phase.SECOND_HALF: {Phase.EXTRA_TIME_BREAK, Phase.EXTRA_TIME, Phase.SHOOTOUT},
    Phase.EXTRA_TIME_BREAK: {Phase.EXTRA_TIME, Phase.SHOOTOUT},
    Phase.EXTRA_TIME: {
        Phase.EXTRA_TIME_HALF_TIME,
        Phase.EXTRA_TIME_SECOND,
        Phase.SHOOTOUT,
    },
    Phase.EXTRA_TIME_HALF_TIME: {Phase.EXTRA_TIME_SECOND},
    Phase.EXTRA_TIME_SECOND: {Phase.SHOOTOUT},
    Phase.SHOOTOUT: set(),
}
BEYOND_90 = {
    Phase.EXTRA_TIME_BREAK,
    Phase.EXTRA_TIME,
    Phase.EXTRA_TIME_HALF_TIME,
    Phase.EXTRA_TIME_SECOND,
    Phase.SHOOTOUT,
}
# They begin only while nothing is decided; a goal of extra time does not stop it.
FOR_THE_UNDECIDED = {Phase.EXTRA_TIME_BREAK, Phase.EXTRA_TIME, Phase.SHOOTOUT}
NEVER_LAST = {Phase.FIRST_HALF, Phase.HALF_TIME, Phase.EXTRA_TIME_HALF_TIME}


class State(NamedTuple):
    """Where a match stands; no phase: not live, or not known."""

    status: str
    phase: str = ""

    @property
    def label(self):
        return Phase(self.phase).label if self.phase else Status(self.status).label


def state(match: Match) -> State:
    return State(match.status, match.phase)


def refusal(match: Match, to: State, *, at: datetime) -> str:
    """Why `match`, as it is on file, does not become `to` at the moment `at`; "" if
    it may.
    """
    before = state(match)
    if before == to or is_told_late(match, to, at=at):
        return ""
    is_move = before.status == to.status or to.status in MOVES[before.status]
    if not is_move or not is_next_phase(before, to):
        words = {"before": before.label, "after": to.label}
        return _("A match does not go from “%(before)s” to “%(after)s”.") % words
    is_begun = to.phase in BEYOND_90 and to.phase != before.phase
    return refusal_beyond_90(match, to) if is_begun else ""


def is_told_late(match, to, *, at):
    """Its end, of a match nobody followed."""
    if match.status not in UNFOLLOWED or to.status not in ENDS:
        return False
    if match.kickoff_at:
        return match.kickoff_at <= at
    return (
        bool(match.kickoff_on) and match.kickoff_on <= at.astimezone(match.zone).date()
    )


def is_next_phase(before, to):
    """A phase that is not known may be followed by any."""
    if to.status == Status.FINISHED and before.status in UNDERWAY:
        return before.phase not in NEVER_LAST
    if not before.phase or not to.phase or before.phase == to.phase:
        return True
    return to.phase in PHASES[before.phase]


def refusal_beyond_90(match, to):
    if not match.may_go_beyond_90:
        return _("Extra time and shoot-outs are for matches that must be decided.")
    if to.phase in FOR_THE_UNDECIDED and not match.is_undecided:
        return _("It is decided: no extra time and no shoot-out is due.")
    return ""
