from datetime import timedelta

import pytest

from matches.live.refusals import Doubled, Refused
from matches.models import Appearance, MatchEvent
from tests.factories import make_match, make_person, make_stage, make_user
from tests.matches.live import NIGHT, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    desk = Desk()
    desk.step("kick_off")
    return desk


@pytest.fixture
def second(desk):
    return Desk(desk.match, by=make_user("paul", first_name="Paul", is_superuser=True))


def on_sheet(match, side, name):
    person = make_person(name)
    Appearance.objects.create(match=match, team=side, person=person, part="starter")
    return person


def test_kick_off_starts_the_clock_and_the_score(desk):
    assert (desk.now.status, desk.now.phase) == ("live", "first_half")
    assert desk.now.phase_started_at == NIGHT
    assert (str(desk.now.full_time), desk.now.half_time) == ("0-0", None)


def test_goals_move_the_score_and_an_own_goal_serves_its_side(desk):
    desk.event("goal", "home", "11")
    desk.event("own_goal", "away", "20")

    assert str(desk.now.full_time) == "1-1"
    assert desk.clocks == ["1H 11", "1H 20"]


def test_nothing_happens_before_the_kick_off():
    with pytest.raises(Refused, match="n’a pas commencé|has not kicked off"):
        Desk().event("goal")


def test_same_act_twice_is_one_event(desk):
    goal = desk.event("goal")
    desk.event("goal", key=goal.key)

    assert len(desk.events) == 1
    assert str(desk.now.full_time) == "1-0"


def test_act_replayed_after_its_undoing_stays_undone(desk):
    goal = desk.event("goal")
    desk.undo(goal)
    desk.event("goal", key=goal.key)

    assert desk.events == []
    assert str(desk.now.full_time) == "0-0"


def test_what_is_undone_stays_in_the_history(desk):
    desk.undo(desk.event("goal"))

    kept = MatchEvent.history.values_list("history_type", "history_user__username")
    assert list(kept) == [("-", desk.by.username), ("+", desk.by.username)]


def test_scorer_comes_later(desk):
    desk.event("goal")
    mbemba = make_person("Chancel Mbemba")
    row = desk.events[0].pk
    told = {"type": "goal", "side": "home", "minute": "12"}
    desk.act("change", event=row, person=mbemba.pk, **told)

    [goal] = desk.events
    assert (goal.person, goal.clock, str(desk.now.full_time)) == (mbemba, "12", "1-0")


def test_undone_change_gives_the_event_back_as_it_was(desk):
    desk.event("goal", minute="11")
    told = {"type": "goal", "side": "away", "minute": "12"}
    change = desk.act("change", event=desk.events[0].pk, **told)
    desk.undo(change)

    assert desk.clocks == ["1H 11"]
    assert str(desk.now.full_time) == "1-0"


def test_change_changed_again_is_not_undone(desk):
    desk.event("goal", minute="11")
    told = {"event": desk.events[0].pk, "type": "goal", "side": "home"}
    change = desk.act("change", minute="12", **told)
    desk.act("change", minute="13", **told)

    with pytest.raises(Refused):
        desk.undo(change)


def test_goal_overturned_by_the_var_is_kept_and_counts_no_more(desk):
    desk.event("goal")
    overturn = desk.act("change", event=desk.events[0].pk, cancelled_by="var")

    assert [event.cancelled_by for event in desk.events] == ["var"]
    assert str(desk.now.full_time) == "0-0"
    desk.undo(overturn)
    assert str(desk.now.full_time) == "1-0"


def test_second_yellow_card_is_derived_and_a_third_refused(desk):
    person = make_person()
    for minute in ("20", "30"):
        desk.event("yellow_card", minute=minute, person=person.pk)

    assert [event.type for event in desk.events] == ["yellow_card", "second_yellow"]
    with pytest.raises(Refused, match="Gasset"):
        desk.event("yellow_card", minute="40", person=person.pk)


def test_second_yellow_is_a_first_once_the_first_is_undone(desk):
    person = make_person()
    first = desk.event("yellow_card", minute="20", person=person.pk)
    desk.event("yellow_card", minute="30", person=person.pk)
    desk.undo(first)

    assert [event.type for event in desk.events] == ["yellow_card"]


def test_nobody_goes_off_twice(desk):
    off, on, other = (make_person(name) for name in ("A Ba", "C De", "E Fu"))
    desk.event("substitution", person=off.pk, second_person=on.pk)

    with pytest.raises(Refused, match="Ba"):
        desk.event("substitution", person=off.pk, second_person=other.pk)


def test_scorer_plays_for_the_side_that_scores(desk):
    scamacca = on_sheet(desk.match, desk.match.away, "Gianluca Scamacca")

    with pytest.raises(Refused, match="Scamacca"):
        desk.event("goal", "home", person=scamacca.pk)
    desk.event("own_goal", "home", person=scamacca.pk)


def test_minute_of_the_first_half_past_45_is_added_time(desk):
    desk.event("goal", minute="46")
    desk.event("goal", minute="45+2")

    assert desk.clocks == ["1H 45+1", "1H 45+2"]


def test_late_entry_goes_to_the_half_it_was_in(desk):
    desk.steps("kick_off", "half_time", "second_half")
    desk.event("goal", minute="33")
    desk.event("goal", minute="92")

    assert desk.clocks == ["1H 33", "2H 90+2"]
    assert (str(desk.now.half_time), str(desk.now.full_time)) == ("1-0", "2-0")


@pytest.mark.parametrize("minute", ["abc", "", "30+2", "60"])
def test_what_is_no_minute_of_a_period_begun_is_refused(desk, minute):
    with pytest.raises(Refused, match="minute"):
        desk.event("goal", minute=minute)


def test_two_operators_who_press_half_time_make_one_move(desk, second):
    desk.step("half_time", after=46)
    second.step("half_time", after=47)

    assert desk.now.half_time_at == NIGHT + timedelta(minutes=46)
    assert [move.phase for move in desk.match.moves.all()] == [
        "first_half",
        "half_time",
    ]


def test_step_replayed_late_brings_nothing_back(desk, second):
    desk.steps("half_time", "second_half")
    second.step("half_time")

    assert desk.now.phase == "second_half"


def test_same_goal_of_another_operator_is_asked_about(desk, second):
    desk.event("goal", minute="33")

    with pytest.raises(Doubled) as question:
        second.event("goal", minute="34")
    assert question.value.event == desk.events[0]
    assert len(desk.events) == 1


def test_the_same_goal_completes_the_one_entered(desk, second):
    mbemba = make_person("Chancel Mbemba")
    desk.event("goal", minute="33")
    row = desk.events[0].pk
    second.event("goal", minute="34", event=row, person=mbemba.pk)

    assert [(event.clock, event.person) for event in desk.events] == [("33", mbemba)]


def test_another_goal_is_entered_when_they_say_so(desk, second):
    desk.event("goal", minute="33")
    second.event("goal", minute="34", is_another=True)

    assert str(desk.now.full_time) == "2-0"


@pytest.mark.parametrize(
    ("side", "minute", "type_"),
    [("away", "33", "goal"), ("home", "36", "goal"), ("home", "33", "red_card")],
)
def test_what_differs_is_not_asked_about(desk, second, side, minute, type_):
    desk.event("goal", "home", "33")
    second.event(type_, side, minute)

    assert len(desk.events) == 2


def test_one_operator_may_enter_two_goals_in_two_minutes(desk):
    desk.event("goal", minute="33")
    desk.event("goal", minute="34")

    assert str(desk.now.full_time) == "2-0"


def test_yellow_card_told_by_two_is_no_second_yellow(desk, second):
    person = make_person()
    desk.event("yellow_card", minute="20", person=person.pk)

    with pytest.raises(Doubled):
        second.event("yellow_card", minute="20", person=person.pk)


def test_score_that_an_import_brought_is_not_put_back_to_nothing():
    match = make_match(
        stage=make_stage(),
        status="live",
        phase="first_half",
        full_time_home=1,
        full_time_away=0,
    )
    desk = Desk(match)
    desk.event("yellow_card", "home", "12")
    assert str(desk.now.full_time) == "1-0"
    desk.event("goal", "home", "11")
    assert str(desk.now.full_time) == "1-0"
    desk.event("goal", "away", "20")

    assert str(desk.now.full_time) == "1-1"


def test_score_is_counted_from_the_events_when_asked():
    match = make_match(status="live", full_time_home=3, full_time_away=0)
    desk = Desk(match)
    desk.event("goal", "home", "11")
    desk.act("recount")

    assert str(desk.now.full_time) == "1-0"
