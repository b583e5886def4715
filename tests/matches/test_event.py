from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from matches.models import Appearance, MatchEvent
from tests.factories import make_event, make_match, make_person, make_team


@pytest.mark.parametrize(
    ("period", "minute", "added"),
    [
        ("1H", 0, None),
        ("1H", 46, None),
        ("1H", 44, 2),
        ("1H", 45, 0),
        ("1H", None, None),
        ("2H", 45, None),
        ("2H", 91, None),
        ("ET1", 90, None),
        ("ET2", 121, None),
        ("PSO", 120, None),
    ],
)
def test_minute_outside_its_period_is_refused(db, period, minute, added):
    match = make_match()

    with pytest.raises(IntegrityError, match="event_minute"), transaction.atomic():
        make_event(match=match, period=period, minute=minute, added=added)


@pytest.mark.parametrize(
    ("period", "minute", "added", "clock"),
    [
        ("1H", 1, None, "1"),
        ("1H", 45, 2, "45+2"),
        ("2H", 46, None, "46"),
        ("2H", 90, 4, "90+4"),
        ("ET1", 105, 1, "105+1"),
        ("ET2", 120, None, "120"),
        ("PSO", None, None, ""),
    ],
)
def test_minute_within_its_period_is_taken(db, period, minute, added, clock):
    event = make_event(period=period, minute=minute, added=added)

    assert event.clock == clock


def test_events_of_a_minute_come_in_the_order_entered(db):
    match = make_match()
    second = make_event(match=match, minute=65, period="2H", sequence=2)
    first = make_event(match=match, minute=65, period="2H", sequence=1)

    assert list(MatchEvent.objects.in_order()) == [first, second]


def test_kicks_of_a_shootout_come_last_in_their_order(db):
    match = make_match()
    kicks = [
        make_event(match=match, period="PSO", minute=None, sequence=n) for n in (2, 1)
    ]
    late = make_event(match=match, period="ET2", minute=120, added=1)

    assert list(MatchEvent.objects.in_order()) == [late, kicks[1], kicks[0]]


@pytest.mark.parametrize("kind", ["goal", "own_goal", "penalty_goal"])
def test_goal_taken_back_is_no_goal(db, kind):
    goal = make_event(type=kind)

    assert (goal.is_goal, MatchEvent.objects.goals().count()) == (True, 1)
    goal.cancelled_by = MatchEvent.CancelledBy.VAR
    goal.save()
    assert (goal.is_goal, MatchEvent.objects.goals().count()) == (False, 0)


def test_card_taken_back_counts_in_no_table(db):
    card = make_event(type="red_card", cancelled_by="var")
    counted = MatchEvent.objects.counted_in(card.match.stage, None)

    assert (card.is_card, list(counted)) == (False, [])


def test_act_is_made_once(db):
    act = uuid4()
    make_event(act=act)

    with pytest.raises(IntegrityError):
        make_event(act=act)


@pytest.mark.parametrize("part", ["starter", "bench", "coach"])
def test_player_and_coach_have_a_team(db, part):
    with pytest.raises(IntegrityError, match="appearance_has_a_team"):
        Appearance.objects.create(match=make_match(), person=make_person(), part=part)


@pytest.mark.parametrize("part", ["referee", "assistant_1", "fourth", "var", "avar"])
def test_official_has_no_team(db, part):
    match, person, team = make_match(), make_person(), make_team()

    with pytest.raises(IntegrityError, match="appearance_has_a_team"):
        Appearance.objects.create(match=match, person=person, team=team, part=part)


def test_person_appears_once_in_a_part(db):
    fields = {"match": make_match(), "person": make_person(), "part": "referee"}
    Appearance.objects.create(**fields)

    with pytest.raises(IntegrityError), transaction.atomic():
        Appearance.objects.create(**fields)
