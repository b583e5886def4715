"""An event as an act tells it, checked against what is on file of the match."""

from django.utils.translation import gettext as _

from matches.models import Match, MatchEvent, Period, Person

from . import shootouts
from .acts import Act
from .minutes import placed
from .periods import begun
from .refusals import Refused

Type = MatchEvent.Type

KICKS = {
    Type.SHOOTOUT_SCORED,
    Type.SHOOTOUT_MISSED,
    Type.SHOOTOUT_SAVED,
    Type.SHOOTOUT_POST,
}
OF_NO_SIDE = {Type.NOTE, Type.ADDED_TIME, Type.VAR_CHECK, Type.INJURY}
SENT_OFF = {Type.RED_CARD, Type.SECOND_YELLOW}


def fill(event: MatchEvent, act: Act, match: Match) -> MatchEvent:
    """`event`, unsaved, as `act` tells it. Raises Refused."""
    if not begun(match):
        raise Refused(_("The match has not kicked off."))
    event.match, event.type = match, act.type or event.type
    event.team = {"home": match.home, "away": match.away}.get(act.side)
    if not event.team and event.type not in OF_NO_SIDE:
        raise Refused(_("Which team? The act does not say."))
    event.person, event.second_person = named(act.person), named(act.second_person)
    event.reason, event.outcome = act.reason, act.outcome
    event.note, event.announced = act.note, act.announced
    place(event, act, match)
    return event


def named(number):
    return Person.objects.filter(pk=number).first() if number else None


def place(event, act, match):
    if event.type not in KICKS:
        event.period, event.minute, event.added = placed(act.minute, match)
        return
    if Period.SHOOTOUT not in begun(match):
        raise Refused(_("The shoot-out has not begun."))
    event.period, event.minute, event.added = Period.SHOOTOUT, None, None
    event.sequence = act.number or event.sequence


def check(event: MatchEvent, others: list[MatchEvent]) -> None:
    """Raises Refused for what the `others` of the match rule out."""
    if event.person:
        check_side(event)
    if event.type in MatchEvent.CARDS:
        check_card(event, others)
    if event.type == Type.SUBSTITUTION:
        check_change(event, others)
    taken = shootouts.kicks(event.match, others)
    if event.type in KICKS and not event.pk and shootouts.winner(taken):
        raise Refused(_("The shoot-out is won: no more kicks."))


def check_side(event):
    """The scorer of an own goal plays for the side that loses by it."""
    seen = event.match.appearances.filter(person=event.person, team__isnull=False)
    is_own_goal = event.type == Type.OWN_GOAL
    for appearance in seen.select_related("team"):
        if (appearance.team_id == event.team_id) == is_own_goal:
            facts = {"who": event.person.label, "team": appearance.team.label}
            raise Refused(_("%(who)s plays for %(team)s.") % facts)


def check_card(event, others):
    """A second yellow card is derived from the first."""
    if not event.person:
        return
    cards = {e.type for e in others if e.person_id == event.person_id}
    if cards & SENT_OFF:
        facts = {"who": event.person.label}
        raise Refused(_("%(who)s has been sent off already.") % facts)
    if event.type == Type.YELLOW_CARD and Type.YELLOW_CARD in cards:
        event.type = Type.SECOND_YELLOW


def check_change(event, others):
    off, on = event.person, event.second_person
    if not off and not on:
        raise Refused(_("Who goes off, who comes on?"))
    if off == on:
        raise Refused(_("Nobody comes on for themselves."))
    changes = [e for e in others if e.type == Type.SUBSTITUTION]
    if off and off.pk in {e.person_id for e in changes}:
        raise Refused(_("%(who)s has gone off already.") % {"who": off.label})
    if on and on.pk in {e.second_person_id for e in changes}:
        raise Refused(_("%(who)s has come on already.") % {"who": on.label})
