from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils.translation import override

from matches import transitions
from matches.models import Match, MatchMove
from matches.transitions import Refused, move, take_back
from tests.factories import KICK_OFF, make_match, make_member, make_user

NEXT_WEEK = KICK_OFF + timedelta(days=7)


@pytest.fixture
def match(db):
    return make_match()


@pytest.fixture
def chief(db):
    return make_member("desk chief")


def moved(match, *steps, by=None, at=KICK_OFF):
    """Through (status, phase) one after the other, a quarter of an hour apart."""
    for number, (status, phase) in enumerate(steps):
        when = at + timedelta(minutes=15 * number)
        made = move(match, status, phase=phase, by=by, at=when)
    return made


def test_move_is_logged_with_who_when_and_why(match):
    by = make_user()

    move(match, "cancelled", by=by, at=KICK_OFF, reason="Neige.")

    made = MatchMove.objects.get()
    assert (made.match, made.by, made.at, made.reason) == (
        match,
        by,
        KICK_OFF,
        "Neige.",
    )
    assert (made.status_before, made.status) == ("scheduled", "cancelled")
    assert Match.objects.get().status == "cancelled"


def test_move_the_rules_do_not_know_is_refused_and_changes_nothing(match):
    moved(match, ("live", "first_half"))

    with pytest.raises(Refused) as refused, override("en"):
        move(match, "postponed", by=make_user(), at=KICK_OFF)
    assert str(refused.value) == (
        "A match does not go from “First half” to “Postponed”."
    )
    assert Match.objects.get().status == "live"
    assert MatchMove.objects.count() == 1


def test_desk_chief_may_insist_with_a_reason(match, chief):
    Match.objects.update(status="finished")

    with pytest.raises(Refused):
        move(match, "live", by=chief, at=KICK_OFF)
    made = move(match, "live", by=chief, at=KICK_OFF, reason="Fin annoncée à tort.")

    assert (made.is_override, Match.objects.get().status) == (True, "live")


def test_statistics_desk_may_not_insist(match):
    Match.objects.update(status="finished")
    member = make_member("statistics desk")

    with pytest.raises(Refused):
        move(match, "live", by=member, at=KICK_OFF, reason="Si.")


def test_two_people_at_once_make_one_move(match):
    other = Match.objects.get()

    first = moved(match, ("live", "first_half"))
    second = move(other, "live", phase="first_half", by=None, at=KICK_OFF)

    assert (second, MatchMove.objects.count()) == (first, 1)
    assert match.version == other.version


def test_act_sent_twice_is_one_move(match):
    act = uuid4()

    first = move(match, "live", phase="first_half", by=None, at=KICK_OFF, act=act)
    moved(match, ("live", "half_time"))
    again = move(match, "live", phase="first_half", by=None, at=NEXT_WEEK, act=act)

    assert (again, Match.objects.get().phase) == (first, "half_time")


def test_phase_has_begun_when_it_was_moved_to(match):
    moved(match, ("live", "first_half"), ("live", "half_time"))

    assert match.phase_started_at == KICK_OFF + timedelta(minutes=15)
    assert match.half_time_at == KICK_OFF + timedelta(minutes=15)
    assert match.full_time_at is None


def test_end_of_a_match_ends_its_phase(match):
    made = moved(match, ("live", "second_half"), ("finished", None))

    assert (match.phase, match.phase_started_at) == ("", None)
    assert match.full_time_at == made.at


def test_clock_stands_while_a_match_is_suspended(match):
    steps = [("live", "first_half"), ("suspended", None), ("live", None)]

    moved(match, *steps)

    assert match.phase == "first_half"
    assert match.phase_started_at == KICK_OFF + timedelta(minutes=15)


def test_postponed_match_keeps_its_first_date(match):
    move(match, "postponed", by=None, at=KICK_OFF)

    assert match.original_kickoff_at == match.kickoff_at == KICK_OFF
    assert match.is_rescheduled is False


def test_postponed_match_is_due_again_on_its_new_date(match):
    move(match, "postponed", by=None, at=KICK_OFF)
    move(match, "scheduled", by=None, at=KICK_OFF, kickoff_at=NEXT_WEEK)

    match = Match.objects.get()
    assert (match.kickoff_at, match.kickoff_on) == (NEXT_WEEK, date(2024, 5, 9))
    assert match.original_kickoff_at == KICK_OFF
    assert match.is_rescheduled is True


def test_match_postponed_twice_keeps_the_very_first_date(match):
    for number in (1, 2):
        move(match, "postponed", by=None, at=KICK_OFF)
        later = KICK_OFF + timedelta(days=number)
        move(match, "scheduled", by=None, at=KICK_OFF, kickoff_at=later)

    assert match.original_kickoff_at == KICK_OFF


def test_match_without_an_hour_keeps_its_first_day(db):
    match = make_match(kickoff_at=None, kickoff_on=date(2024, 5, 2))

    move(match, "postponed", by=None, at=KICK_OFF)
    move(match, "scheduled", by=None, at=KICK_OFF, kickoff_on=date(2024, 5, 9))

    assert match.original_kickoff_on == date(2024, 5, 2)
    assert match.is_rescheduled is True


def test_postponed_match_is_not_due_again_without_a_date(match):
    move(match, "postponed", by=None, at=KICK_OFF)

    with pytest.raises(Refused):
        move(match, "scheduled", by=None, at=KICK_OFF)


def test_slip_of_the_hand_is_taken_back(match):
    moved(match, ("live", "first_half"))
    made = move(match, "live", phase="half_time", by=None, at=NEXT_WEEK)

    back = take_back(made, by=make_user(), at=NEXT_WEEK)

    assert (back.phase, back.half_time_at) == ("first_half", None)
    assert back.phase_started_at == KICK_OFF
    assert list(match.moves.standing()) == list(match.moves.exclude(pk=made.pk))


def test_full_time_is_taken_back(match):
    made = moved(match, ("live", "second_half"), ("finished", None))

    back = take_back(made, by=make_user(), at=made.at)

    assert (back.status, back.phase) == ("live", "second_half")
    assert (back.full_time_at, back.phase_started_at) == (None, KICK_OFF)


def test_move_is_taken_back_once(match):
    made = moved(match, ("live", "first_half"))

    take_back(made, by=make_user(), at=KICK_OFF)
    made.refresh_from_db()
    again = take_back(made, by=make_user(), at=NEXT_WEEK)

    assert (again.status, made.undone_at) == ("scheduled", KICK_OFF)


def test_only_the_last_move_is_taken_back(match):
    first = moved(match, ("live", "first_half"))
    moved(match, ("live", "half_time"))

    with pytest.raises(Refused):
        take_back(first, by=make_user(), at=KICK_OFF)


def test_old_move_is_taken_back_by_a_desk_chief(match, chief):
    made = moved(match, ("live", "second_half"), ("finished", None))
    late = made.at + transitions.SECOND_THOUGHTS + timedelta(seconds=1)

    with pytest.raises(Refused):
        take_back(made, by=make_member("statistics desk"), at=late)
    assert take_back(made, by=chief, at=late).status == "live"


def test_postponement_is_not_taken_back(match, chief):
    made = move(match, "postponed", by=chief, at=KICK_OFF)

    with pytest.raises(Refused):
        take_back(made, by=chief, at=KICK_OFF)
