"""Whether another operator has entered the same event."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from matches import changes, notation
from matches.models import MatchEvent

from .refusals import Doubled
from .sheet import KICKS

NEAR = 2  # minutes between two readings of one event (sources differ by one)
FAMILIES = (
    set(MatchEvent.GOALS),
    set(MatchEvent.CARDS),
    {MatchEvent.Type.SUBSTITUTION},
    {MatchEvent.Type.PENALTY_MISSED, MatchEvent.Type.PENALTY_SAVED},
    {MatchEvent.Type.GOAL_DISALLOWED},
    {MatchEvent.Type.ADDED_TIME},
    KICKS,
)


def ask(event: MatchEvent, others: list[MatchEvent], *, by) -> None:
    """Raises Doubled when `by` enters what someone else entered."""
    for other in others:
        if not is_same(event, other):
            continue
        entered = entry(other)
        if entered is None or entered.history_user_id != by.pk:
            raise Doubled(question(other, entered), other)


def is_same(event, other):
    """The same team and kind of event, about the same minute, of the same person."""
    family = next((found for found in FAMILIES if event.type in found), set())
    if other.type not in family or event.period != other.period:
        return False
    if event.type in KICKS:
        return event.sequence == other.sequence
    is_near = abs(running(event) - running(other)) <= NEAR
    return is_near and event.team_id == other.team_id and may_be_one(event, other)


def running(event):
    return event.minute + (event.added or 0)


def may_be_one(event, other):
    """Two names for one goal are one goal told twice; two cards are two players’."""
    if event.type in MatchEvent.GOALS:
        return True
    mine, theirs = event.person_id, other.person_id
    return mine == theirs or not (mine and theirs)


def entry(event):
    """The row of history that says who entered `event`."""
    rows = event.history.select_related("history_user")
    return rows.filter(history_type="+").last()


def question(other, entered):
    facts = {
        "who": changes.name_of(entered) if entered else _("The newsroom"),
        "what": other.get_type_display(),
        "minute": notation.clock(other, language=get_language()),
    }
    if other.type in KICKS:
        return _("Kick entered already by %(who)s: %(what)s. The same kick?") % facts
    return _("%(what)s entered already by %(who)s at %(minute)s. The same?") % facts
