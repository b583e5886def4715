"""Moves of a match from one status or phase to the next, each one logged.

`move` is for one act (the live desk, an admin act); `settle` for a match whose new
status was already written by a form or an import.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import corrections
from .models import Match, MatchMove
from .status_machine import UNDERWAY, UNPLAYED, Phase, State, Status, refusal, state

OVERRIDE = "matches.override_match_status"
SECOND_THOUGHTS = timedelta(minutes=10)
FOR_GOOD = {Status.AWARDED, Status.CANCELLED, Status.POSTPONED}


class Refused(Exception):
    """The match does not become that: one sentence in the active language."""


@transaction.atomic
def move(
    match: Match,
    to: str,
    *,
    by: AbstractUser | None,
    at: datetime | None = None,
    phase: str | None = None,
    reason: str = "",
    act: UUID | None = None,
    **facts,
) -> MatchMove | None:
    """Brings `match` to the status `to` (and `phase`; None keeps it where it may stay).

    `match` is locked and read again first; `facts` are columns that change with the
    move (kickoff_at, awarded_to, scores). The same `act`, or a state it is in already,
    makes no second move. Raises Refused, unless `by` may override and gives a reason.
    """
    match.refresh_from_db(from_queryset=Match.objects.select_for_update())
    done = MatchMove.objects.filter(act=act).first() if act else None
    before, after = state(match), next_state(match, to, phase)
    if done or before == after:
        return done or match.moves.standing().first()
    at = at or timezone.now()
    against = refusal(match, after, at=at)
    if against and not may_override(by, reason):
        raise Refused(against)
    first = bring(match, after, facts)
    made = settle(match, before, by=by, at=at, reason=reason, first=first)
    made.is_override, made.act = bool(against), act
    if made.is_override or to in FOR_GOOD:
        corrections.lock(match, ["status", *facts])
    match.save()
    made.save()
    return made


def bring(match, after, facts):
    """Writes the new state and its facts; returns the kick-off there was."""
    before, first = match.status, (match.kickoff_at, match.kickoff_on)
    for name, value in facts.items():
        setattr(match, name, value)
    match.status, match.phase = after
    if lacks_new_date(match, before, first):
        raise Refused(_("Give the new date of the match."))
    return first


def next_state(match, to, phase):
    if phase is None:
        is_kept = {match.status, to} <= UNDERWAY
        phase = match.phase if is_kept else ""
    return State(to, phase)


def lacks_new_date(match: Match, before: str, first: tuple) -> bool:
    """Whether a postponed match would be due again on the date it missed."""
    is_due_again = (before, match.status) == (Status.POSTPONED, Status.SCHEDULED)
    return is_due_again and first == (match.kickoff_at, match.kickoff_on)


def may_override(by: AbstractUser | None, reason: str) -> bool:
    return bool(by and reason.strip() and by.has_perm(OVERRIDE))


def settle(
    match: Match,
    before: State,
    *,
    by: AbstractUser | None,
    at: datetime,
    reason: str = "",
    first: tuple | None = None,
) -> MatchMove:
    """Gives a match that was `before` what its new state entails; saves nothing.

    `first` is the kick-off (instant, day) it had, where that changed too. Returns the
    move, to be saved after the match.
    """
    made = MatchMove(
        match=match,
        status_before=before.status,
        phase_before=before.phase,
        phase_started_before=match.phase_started_at,
        status=match.status,
        phase=match.phase,
        at=at,
        by=by,
        reason=reason,
    )
    keep_first_date(match, before, first or (match.kickoff_at, match.kickoff_on))
    keep_moments(match, before, at)
    keep_award(match, before, by)
    return made


def keep_first_date(match, before, first):
    """The date a match was first due, however often it is postponed."""
    is_put_off = Status.POSTPONED in (match.status, before.status)
    if is_put_off and not match.original_kickoff_on:
        match.original_kickoff_at, match.original_kickoff_on = first


def keep_moments(match, before, at):
    """When its phase began, and when half-time and full time came."""
    if match.status not in UNDERWAY:
        match.phase = ""
    if match.phase != before.phase:
        match.phase_started_at = at if match.phase else None
    elif before.status == Status.SUSPENDED and match.phase_started_at:
        match.phase_started_at += at - stopped_at(match, at)
    if match.phase == Phase.HALF_TIME and match.half_time_at is None:
        match.half_time_at = at
    if match.status == Status.FINISHED and match.full_time_at is None:
        match.full_time_at = at


def stopped_at(match, at):
    """When play stopped: the clock of a phase stands while a match is suspended."""
    last = match.moves.standing().first()
    return last.at if last and last.status == Status.SUSPENDED else at


def keep_award(match, before, by):
    """An import knows of a walkover only what its file says."""
    if match.status != Status.AWARDED:
        match.awarded_to, match.is_walkover = None, False
    elif by and before.status in UNPLAYED:
        match.is_walkover = True


@transaction.atomic
def take_back(
    made: MatchMove, *, by: AbstractUser, at: datetime | None = None
) -> Match:
    """Undoes the last move of a match, a slip of the hand; raises Refused.

    After ten minutes it takes a desk chief; awards and dates are not taken back here.
    """
    at = at or timezone.now()
    match = Match.objects.select_for_update().get(pk=made.match_id)
    if made.undone_at:
        return match
    if match.moves.standing().first() != made or state(match) != (
        made.status,
        made.phase,
    ):
        raise Refused(_("The match has moved on since."))
    is_late = at - made.at > SECOND_THOUGHTS and not by.has_perm(OVERRIDE)
    if is_late or made.status in FOR_GOOD:
        raise Refused(_("This cannot be taken back any more."))
    restore(match, made)
    match.save()
    made.undone_at = at
    made.save()
    return match


def restore(match, made):
    match.status, match.phase = made.status_before, made.phase_before
    match.phase_started_at = made.phase_started_before
    if made.phase == Phase.HALF_TIME:
        match.half_time_at = None
    if made.status == Status.FINISHED:
        match.full_time_at = None
