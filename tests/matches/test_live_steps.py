from datetime import timedelta

import pytest

from matches.live.refusals import Refused
from matches.live.state import state
from matches.models import Match
from tests.factories import make_match, make_stage, make_tie
from tests.matches.live import NIGHT, Desk

pytestmark = pytest.mark.django_db


def offered(desk, *, after=0):
    return state(desk.now, at=NIGHT + timedelta(minutes=after))["next"]


def test_match_of_a_league_ends_after_90_minutes():
    desk = Desk(make_match(stage=make_stage(kind="regular_season")))
    desk.steps("kick_off", "half_time", "second_half")

    assert offered(desk) == ["full_time", "suspend"]


def test_level_final_goes_on_after_90_minutes():
    desk = Desk(make_match(stage=make_stage(kind="final")))
    desk.steps("kick_off", "half_time", "second_half")

    assert offered(desk) == ["extra_time_break", "shootout", "full_time", "suspend"]


def test_final_that_is_won_ends_after_90_minutes():
    desk = Desk(make_match(stage=make_stage(kind="final")))
    desk.steps("kick_off", "half_time", "second_half")
    desk.event("goal")

    assert offered(desk) == ["full_time", "suspend"]


def test_second_leg_goes_on_when_the_tie_is_level():
    tie = make_tie()
    second = tie.leg(2)
    Match.objects.filter(pk=second.pk).update(
        status="scheduled", full_time_home=None, full_time_away=None
    )
    desk = Desk(Match.objects.get(pk=second.pk))
    desk.steps("kick_off", "half_time", "second_half")

    assert offered(desk)[0] == "extra_time_break"


def test_extra_time_counts_on_from_the_90_minutes():
    desk = Desk(make_match(stage=make_stage(kind="final")))
    desk.steps("kick_off", "half_time", "second_half", "extra_time_break", "extra_time")
    desk.event("goal", minute="93")

    assert desk.clocks == ["ET1 93"]
    assert (str(desk.now.full_time), str(desk.now.extra_time)) == ("0-0", "1-0")


def test_goal_of_extra_time_ends_nothing():
    desk = Desk(make_match(stage=make_stage(kind="final")))
    desk.steps("kick_off", "half_time", "second_half", "extra_time")
    desk.event("goal", minute="93")
    desk.steps("suspend", "resume", "extra_time_half_time", "extra_time_second")

    assert desk.now.phase == "extra_time_second"
    assert offered(desk) == ["full_time", "suspend"]


def test_107_in_the_first_half_of_extra_time_is_added_time():
    desk = Desk(make_match(stage=make_stage(kind="final")))
    desk.steps("kick_off", "half_time", "second_half", "extra_time")
    desk.event("goal", minute="107")

    assert desk.clocks == ["ET1 105+2"]


def test_step_is_taken_back():
    desk = Desk()
    kick_off = desk.step("kick_off")
    half_time = desk.step("half_time", after=46)
    desk.undo(half_time, after=47)

    assert (desk.now.phase, desk.now.half_time) == ("first_half", None)
    assert desk.now.phase_started_at == kick_off.at


def test_step_is_not_taken_back_from_under_what_happened_since():
    desk = Desk()
    kick_off = desk.step("kick_off")
    desk.event("goal")

    with pytest.raises(Refused):
        desk.undo(kick_off)
    assert desk.now.phase == "first_half"


def test_clock_stands_while_the_match_is_suspended():
    desk = Desk()
    desk.step("kick_off")
    desk.step("suspend", after=20)
    desk.step("resume", after=50)

    assert desk.now.status == "live"
    assert desk.now.phase_started_at == NIGHT + timedelta(minutes=30)


def test_unknown_step_is_refused():
    with pytest.raises(Refused):
        Desk().step("third_half")


def test_clock_is_put_right_for_the_readers_too():
    desk = Desk()
    desk.step("kick_off", after=2)
    desk.act("clock", step="first_half", since=NIGHT, after=5)

    assert desk.now.phase_started_at == NIGHT
    assert state(desk.now, at=NIGHT)["clock"]["since"] == NIGHT.isoformat()


def test_clock_of_a_phase_that_is_over_is_not_touched():
    desk = Desk()
    desk.step("kick_off")
    desk.step("half_time", after=46)
    desk.act("clock", step="first_half", since=NIGHT, after=50)

    assert desk.now.phase_started_at == NIGHT + timedelta(minutes=46)


def test_live_match_of_unknown_phase_may_go_anywhere():
    match = make_match(
        stage=make_stage(kind="regular_season"),
        status="live",
        full_time_home=0,
        full_time_away=0,
    )
    desk = Desk(match)

    assert offered(desk) == ["half_time", "second_half", "full_time", "suspend"]
    desk.event("goal", minute="11")
    assert (str(desk.now.full_time), desk.now.half_time) == ("1-0", None)
