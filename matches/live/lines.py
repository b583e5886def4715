"""The lines of the live desk's log: events and steps, as they happened."""

from operator import itemgetter

from django.utils import formats, timezone
from django.utils.translation import get_language

from matches import changes, notation
from matches.models import Match, MatchEvent, Period

from . import steps
from .periods import CURRENT

Phase = Match.Phase

EARLY, LATE = -1, 999
# Where the step that opens a phase stands among the events: (period, minute).
PLACES = {
    Phase.FIRST_HALF: (0, EARLY),
    Phase.HALF_TIME: (0, LATE),
    Phase.SECOND_HALF: (1, EARLY),
    Phase.EXTRA_TIME_BREAK: (1, LATE),
    Phase.EXTRA_TIME: (2, EARLY),
    Phase.EXTRA_TIME_HALF_TIME: (2, LATE),
    Phase.EXTRA_TIME_SECOND: (3, EARLY),
    Phase.SHOOTOUT: (4, EARLY),
}
LAST = (len(Period.values), 0)


def lines(match: Match, events: list[MatchEvent]) -> list[dict]:
    """Each a dictionary for the page; the last to happen comes first."""
    who = entered_by(match)
    found = [(e.moment, event_line(e, match, who.get(e.pk, ""))) for e in events]
    moves = list(match.moves.standing().select_related("by"))
    found += [(place(m), step_line(m, is_last=m == moves[0])) for m in reversed(moves)]
    found.sort(key=itemgetter(0))
    return [line for _place, line in reversed(found)]


def entered_by(match):
    """Event → the name of who entered it."""
    rows = MatchEvent.history.filter(match=match, history_type="+")
    return {row.id: changes.name_of(row) for row in rows.select_related("history_user")}


def event_line(event, match, by):
    return {
        "id": event.pk,
        "act": str(event.act or ""),
        "type": event.type,
        "label": event.get_type_display(),
        "side": side_of(event, match),
        "minute": event.clock,
        "clock": notation.clock(event, language=get_language()) or number(event),
        "person": event.person_id,
        "second_person": event.second_person_id,
        "who": event.person.label if event.person else "",
        "with": event.second_person.label if event.second_person else "",
        "details": details(event),
        "reason": event.reason,
        "outcome": event.outcome,
        "announced": event.announced,
        "note": event.note or "",
        "number": event.sequence,
        "is_struck": bool(event.cancelled_by),
        "by": by,
    }


def number(event):
    """Of a kick in the shoot-out."""
    return str(event.sequence) if event.is_shootout_kick else ""


def details(event):
    """What explains it, without the names that the line gives already."""
    told = [
        event.get_reason_display() if event.reason else "",
        event.get_outcome_display() if event.outcome else "",
        f"+{event.announced}" if event.announced else "",
        event.get_cancelled_by_display() if event.cancelled_by else "",
        event.note or "",
    ]
    return ", ".join(filter(None, told))


def side_of(event, match):
    return {match.home_id: "home", match.away_id: "away"}.get(event.team_id, "")


def place(move):
    if Match.Status.SUSPENDED in (move.status, move.status_before):
        period = CURRENT.get(move.phase) or Period.SHOOTOUT
        return Period.values.index(period), LATE - 1, 0
    return (*PLACES.get(move.phase, LAST), 0)


def step_line(move, *, is_last):
    """Only the last step can be taken back."""
    by = move.by
    return {
        "id": f"m{move.pk}",
        "act": str(move.act or "") if is_last else "",
        "type": "step",
        "label": steps.label_of(move),
        "side": "",
        "clock": formats.time_format(timezone.localtime(move.at), "TIME_FORMAT"),
        "by": (by.get_full_name() or by.get_username()) if by else "",
    }
