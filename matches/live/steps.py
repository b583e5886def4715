"""The steps of a live match, from the kick-off to the end, as the desk takes them."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from matches import transitions
from matches.models import Match, MatchMove
from matches.status_machine import State, refusal

from .acts import Act
from .periods import OVER, PLAYED, begun
from .refusals import Refused

Status, Phase = Match.Status, Match.Phase

STEPS = {
    "kick_off": (Status.LIVE, Phase.FIRST_HALF),
    "half_time": (Status.LIVE, Phase.HALF_TIME),
    "second_half": (Status.LIVE, Phase.SECOND_HALF),
    "extra_time_break": (Status.LIVE, Phase.EXTRA_TIME_BREAK),
    "extra_time": (Status.LIVE, Phase.EXTRA_TIME),
    "extra_time_half_time": (Status.LIVE, Phase.EXTRA_TIME_HALF_TIME),
    "extra_time_second": (Status.LIVE, Phase.EXTRA_TIME_SECOND),
    "shootout": (Status.LIVE, Phase.SHOOTOUT),
    "full_time": (Status.FINISHED, ""),
}
LABELS = {
    "kick_off": gettext_lazy("Kick-off"),
    "half_time": gettext_lazy("Half-time"),
    "second_half": gettext_lazy("Second half"),
    "extra_time_break": gettext_lazy("90 minutes played"),
    "extra_time": gettext_lazy("Extra time"),
    "extra_time_half_time": gettext_lazy("Half-time of extra time"),
    "extra_time_second": gettext_lazy("Extra time, second half"),
    "shootout": gettext_lazy("Penalty shoot-out"),
    "full_time": pgettext_lazy("step of a match", "Full time"),
    "suspend": gettext_lazy("Suspend"),
    "resume": gettext_lazy("Resume"),
}
AFTER = {
    "": ["kick_off"],
    Phase.FIRST_HALF: ["half_time"],
    Phase.HALF_TIME: ["second_half"],
    Phase.SECOND_HALF: ["full_time", "extra_time_break", "shootout"],
    Phase.EXTRA_TIME_BREAK: ["extra_time", "shootout"],
    Phase.EXTRA_TIME: ["extra_time_half_time", "extra_time_second"],
    Phase.EXTRA_TIME_HALF_TIME: ["extra_time_second"],
    Phase.EXTRA_TIME_SECOND: ["full_time", "shootout"],
    Phase.SHOOTOUT: ["full_time"],
}
ORDER = list(STEPS)
PAUSES = {"suspend": Status.SUSPENDED, "resume": Status.LIVE}


def offered(match: Match, *, at: datetime, is_won: bool = False) -> list[str]:
    """Steps that may follow, the most likely first.

    `is_won`: the shoot-out has its winner.
    """
    if match.status == Status.SUSPENDED:
        return ["resume"]
    if match.status not in (Status.SCHEDULED, Status.DELAYED, Status.LIVE):
        return []
    if match.phase == Phase.SHOOTOUT and not is_won:
        return ["suspend"]
    follow = AFTER[match.phase] if match.phase or not is_on(match) else ORDER[1:]
    steps = [step for step in follow if may_take(match, step, at=at)]
    if is_to_go_on(match):
        steps.sort(key="full_time".__eq__)
    return [*steps, "suspend"] if is_on(match) else steps


def is_on(match: Match) -> bool:
    return match.status == Status.LIVE


def may_take(match, step, *, at):
    return not refusal(match, State(*STEPS[step]), at=at)


def is_to_go_on(match):
    """Ninety minutes, or more, have not told who wins what must be won."""
    is_played = match.phase in (Phase.SECOND_HALF, Phase.EXTRA_TIME_SECOND)
    return is_played and match.may_go_beyond_90 and match.is_undecided


def take(match: Match, act: Act, *, by: AbstractUser, at: datetime) -> None:
    """Moves `match`; a step taken already, by whomever, is not taken again."""
    if act.step in PAUSES:
        transitions.move(match, PAUSES[act.step], by=by, at=at, act=act.key)
        return
    if act.step not in STEPS:
        raise Refused(_("A match has no such step."))
    if is_past(match, act.step):
        return
    status, phase = STEPS[act.step]
    is_end = status == Status.FINISHED
    if is_end and match.shootout and match.shootout.home == match.shootout.away:
        raise Refused(_("A shoot-out has a winner."))
    transitions.move(match, status, by=by, at=at, phase=phase, act=act.key)


def is_past(match, step):
    if match.status in OVER:
        return True
    states = [state for state in STEPS.values() if state[1]]
    here = (Status.LIVE, match.phase)
    is_known = match.status in PLAYED and here in states
    return is_known and ORDER.index(step) <= states.index(here)


def take_back(match: Match, made: MatchMove, *, by: AbstractUser, at: datetime):
    """Undoes `made`; what happened since must have been undone before."""
    transitions.take_back(made, by=by, at=at)
    match.refresh_from_db()
    if match.events.exclude(period__in=begun(match)).exists():
        raise Refused(_("Undo first what happened since."))


def set_clock(match: Match, act: Act, *, by: AbstractUser, at: datetime) -> None:
    """The phase `act.step` began at another moment: its start was told late."""
    if match.phase == act.step and match.phase_started_at and act.since:
        match.phase_started_at = min(act.since, at)


def label_of(made: MatchMove) -> str:
    """“Half-time”, as the desk’s button says it."""
    names = [n for n, state in STEPS.items() if state == (made.status, made.phase)]
    if made.status_before == Status.SUSPENDED and made.status == Status.LIVE:
        names = ["resume"]
    elif made.status == Status.SUSPENDED:
        names = ["suspend"]
    return str(LABELS[names[0]] if names else Status(made.status).label)
