"""Taking an act back; what was done stays in the history."""

from django.utils.translation import gettext as _

from matches.models import Match, MatchEvent, MatchMove

from . import steps
from .acts import Act
from .refusals import Refused

FIELDS = (
    "type",
    "team_id",
    "period",
    "minute",
    "added",
    "sequence",
    "person_id",
    "second_person_id",
    "reason",
    "outcome",
    "cancelled_by",
    "announced",
    "note_fr",
    "note_en",
)


def mark(key) -> str:
    """What history says of a change: the act that made it."""
    return f"live {key}"


def is_done(match: Match, act: Act) -> bool:
    """Whether this very act was done, even if undone since."""
    return (
        MatchMove.objects.filter(act=act.key).exists()
        or MatchEvent.history.filter(act=act.key).exists()
        or changed_by(match, act.key) is not None
    )


def changed_by(match, key):
    rows = MatchEvent.history.filter(match=match, history_change_reason=mark(key))
    return rows.first()


def undo(match, act, *, by, at):
    """Takes back the act `target`, or removes the row `event`."""
    event = match.events.filter(pk=act.event).first() if act.event else None
    if act.target:
        event = match.events.filter(act=act.target).first()
        if move := MatchMove.objects.filter(match=match, act=act.target).first():
            return steps.take_back(match, move, by=by, at=at)
        if row := changed_by(match, act.target):
            return revert(match, row, by=by)
    return remove(match, event, by=by) if event else None


def remove(match, event, *, by):
    event._history_user = by
    event.delete()
    if event.type != MatchEvent.Type.YELLOW_CARD or not event.person_id:
        return
    seconds = match.events.filter(
        type=MatchEvent.Type.SECOND_YELLOW, person=event.person_id
    )
    for card in seconds:  # without the first it was none
        card.type, card._history_user = MatchEvent.Type.YELLOW_CARD, by
        card.save()


def revert(match, row, *, by):
    """Gives an event back what it said before the change that `row` tells."""
    event = match.events.filter(pk=row.id).first()
    before, last = row.prev_record, event and event.history.first()
    if event is None or before is None:
        return
    if last.history_id != row.history_id:
        raise Refused(_("It has been changed again since: edit it instead."))
    for name in FIELDS:
        setattr(event, name, getattr(before, name))
    event._history_user = by
    event.save()
