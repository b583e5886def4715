"""What the page must know to show an act before the server has answered."""

from django.utils.translation import gettext as _

from matches.clock import RUNNING
from matches.models import MINUTES, Match, MatchEvent

from .periods import CURRENT
from .steps import AFTER, LABELS, STEPS

Type, Reason, Outcome = MatchEvent.Type, MatchEvent.Reason, MatchEvent.Outcome
PENALTIES = (Type.PENALTY_GOAL, Type.PENALTY_MISSED, Type.PENALTY_SAVED)
REASONS = {
    "goal_disallowed": (
        Reason.OFFSIDE,
        Reason.FOUL,
        Reason.HANDBALL,
        Reason.BALL_OUT,
    ),
    "substitution": (Reason.TACTICAL, Reason.INJURY, Reason.CONCUSSION),
    "var_check": (Reason.GOAL, Reason.PENALTY, Reason.RED_CARD, Reason.IDENTITY),
}


def wording() -> dict:
    """In the active language; JSON."""
    return {
        "types": {type_.value: str(type_.label) for type_ in Type},
        "goals": MatchEvent.GOALS,
        "steps": {name: step(name) for name in STEPS},
        "people": people(),
        "penalties": PENALTIES,
        "reasons": {
            name: {reason.value: str(reason.label) for reason in reasons}
            for name, reasons in REASONS.items()
        },
        "outcomes": {outcome.value: str(outcome.label) for outcome in Outcome},
    }


def step(name):
    status, phase = STEPS[name]
    before, last = RUNNING.get(phase, ("", None, None))[1:]
    period = CURRENT.get(phase, "2H")
    return {
        "label": str(LABELS[name]),
        "phase": phase,
        "status": str((Match.Phase(phase) if phase else Match.Status(status)).label),
        "next": AFTER.get(phase, []) if phase else [],
        "before": before,
        "last": last,
        "minute": str(MINUTES[period][1]),
    }


def people():
    """Type → what its first and second person are called."""
    scorer = [_("Scorer"), _("Assist")]
    return {
        Type.GOAL: scorer,
        Type.OWN_GOAL: [_("Scorer")],
        Type.PENALTY_GOAL: [_("Kicker")],
        Type.YELLOW_CARD: [_("Player")],
        Type.RED_CARD: [_("Player")],
        Type.SUBSTITUTION: [_("Goes off"), _("Comes on")],
        Type.GOAL_DISALLOWED: [_("Player")],
        Type.WOODWORK: [_("Player")],
    }
