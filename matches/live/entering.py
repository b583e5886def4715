"""Doing what an operator did: once, in one transaction, refused with a reason."""

from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from matches.models import Match, MatchEvent

from . import doubles, scores, sheet, steps, undoing
from .acts import Act
from .refusals import Refused

OLDEST = timedelta(days=1)


@transaction.atomic
def enter(pk: int, act: Act, *, by: AbstractUser, at: datetime | None = None) -> bool:
    """Does `act` on the match; False when it was done before.

    Raises Match.DoesNotExist, Refused, or Doubled when it asks a question.
    """
    at = at or timezone.now()
    rows = Match.objects.select_for_update(of=("self",))
    match = rows.with_sides().get(pk=pk)
    if undoing.is_done(match, act):
        return False
    doubted = scores.doubted(match) if act.kind != "recount" else set()
    match._history_user = by
    DOES[act.kind](match, act, by=by, at=bounded(act.at, at))
    keep_scores(match, doubted)
    return True


def bounded(told, at):
    """When the operator acted: never to come, at most a day ago."""
    return min(max(told, at - OLDEST), at)


def keep_scores(match, doubted):
    scores.keep(match, but=doubted)
    if columns(match) == columns(Match.objects.get(pk=match.pk)):
        return
    try:
        match.validate_constraints()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    match.save()


def columns(match):
    return [getattr(match, field.attname) for field in match._meta.concrete_fields]


def add(match, act, *, by, at):
    event = sheet.fill(MatchEvent(recorded_at=at, act=act.key), act, match)
    others = list(match.events.standing())
    if act.event:
        complete(event, match.events.filter(pk=act.event).first(), by=by)
        return
    if not act.is_another:
        doubles.ask(event, others, by=by)
    sheet.check(event, others)
    save(event, by=by)


def complete(told, known, *, by):
    """`told` is the event `known`: what that one lacks is filled in."""
    if known is None:
        return
    missing = [n for n in ("person", "second_person") if not getattr(known, n)]
    filled = [name for name in missing if getattr(told, name)]
    for name in filled:
        setattr(known, name, getattr(told, name))
    if filled:
        save(known, by=by)


def change(match, act, *, by, at):
    event = match.events.filter(pk=act.event).first()
    if event is None:
        raise Refused(_("It has been undone meanwhile."))
    if act.cancelled_by:
        event.cancelled_by, event.reason = act.cancelled_by, act.reason
    else:
        sheet.fill(event, act, match)
        others = [e for e in match.events.standing() if e.pk != event.pk]
        sheet.check(event, others)
    save(event, by=by, reason=undoing.mark(act.key))


def save(event, *, by, reason=""):
    event._history_user = by
    if reason:
        event._change_reason = reason
    event.save()


DOES = {
    "step": steps.take,
    "event": add,
    "change": change,
    "undo": undoing.undo,
    "recount": lambda match, act, *, by, at: None,
    "clock": steps.set_clock,
}
