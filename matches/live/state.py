"""What the page of the live desk shows, as JSON, and when that is another."""

from datetime import datetime

from django.db.models import Count, Max, Sum
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from matches import clock, notation
from matches.models import Match
from matches.tallies import tally

from . import scores, shootouts, steps
from .lines import lines
from .periods import last_minute

PERIODS = {
    "half_time": gettext_lazy("Half-time"),
    "full_time": gettext_lazy("After 90 minutes"),
    "extra_time": gettext_lazy("After 120 minutes"),
    "shootout": gettext_lazy("Penalty shoot-out"),
}


def version(match: Match, *, language: str) -> str:
    """Differs whenever the state may; two small queries."""
    events = match.events.aggregate(
        number=Count("pk"), changes=Sum("version"), last=Max("pk")
    )
    moves = match.moves.aggregate(number=Count("pk"), undone=Count("undone_at"))
    parts = [match.version, *events.values(), *moves.values()]
    return "-".join([language, *(str(part or 0) for part in parts)])


def state(match: Match, *, at: datetime) -> dict:
    """The match at the moment `at`, the same for every operator of a language."""
    events = list(match.events.with_people().in_order())
    kicks = shootouts.kicks(match, [e for e in events if not e.cancelled_by])
    is_won = bool(shootouts.winner(kicks))
    return {
        "now": at.isoformat(),
        "status": match.get_phase_display() or match.get_status_display(),
        "phase": match.phase,
        "decided": how_decided(match),
        "clock": running(match),
        "score": match.final_score,
        "shootout": match.shootout,
        "next": steps.offered(match, at=at, is_won=is_won),
        "isUnsure": steps.is_on(match) and not match.phase,
        "kick": None if is_won else kick(match, kicks),
        "lines": lines(match, events),
        "warnings": warnings(match),
    }


def how_decided(match):
    return notation.decided(match, language=get_language()) if match.is_finished else ""


def running(match):
    """Since when the clock runs, or the minute at which it stands."""
    found = clock.clock_of(match)
    if found is None:
        return {"minute": last_minute(match)}
    since = found.since.isoformat()
    return {"since": since, "before": found.before, "last": found.last}


def kick(match, kicks):
    """Who kicks next ("" before the toss is known), and which kick it is."""
    if match.phase != Match.Phase.SHOOTOUT:
        return None
    return {"side": shootouts.next_side(kicks), "number": len(kicks) + 1}


def warnings(match):
    """Scores on file that the events do not tell."""
    events = list(match.events.all())
    said = _("%(period)s: the score says %(score)s, the goals entered %(goals)s.")
    return [
        said
        % {
            "period": PERIODS[period],
            "score": match.score(period),
            "goals": tally(match, period, events),
        }
        for period in sorted(scores.doubted(match))
    ]
