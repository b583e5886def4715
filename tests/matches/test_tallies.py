import pytest

from matches import tallies
from tests.factories import make_event, make_match

SCORE = {
    "half_time_home": 1,
    "half_time_away": 0,
    "full_time_home": 2,
    "full_time_away": 2,
    "extra_time_home": 3,
    "extra_time_away": 2,
}
GOALS = [
    ("home", "goal", "1H", 45),
    ("away", "penalty_goal", "2H", 46),
    ("home", "own_goal", "2H", 60),
    ("away", "goal", "2H", 90),
    ("home", "goal", "ET2", 118),
]


def make_played(goals, **values):
    match = make_match(**SCORE | values)
    for side, kind, period, minute in goals:
        team = getattr(match, side)
        make_event(match=match, team=team, type=kind, period=period, minute=minute)
    return match


def test_goals_that_add_up_are_not_doubted(db):
    assert tallies.disagreements(make_played(GOALS)) == []


def test_missing_goal_is_told_from_its_period_on(db):
    match = make_played([goal for goal in GOALS if goal[3] != 60])

    assert tallies.disagreements(match) == [
        ("full_time", (2, 2), (1, 2)),
        ("extra_time", (3, 2), (2, 2)),
    ]


@pytest.mark.parametrize("kind", ["goal_disallowed", "woodwork", "penalty_missed"])
def test_what_is_no_goal_does_not_count(db, kind):
    match = make_played([*GOALS, ("away", kind, "2H", 64)])

    assert tallies.disagreements(match) == []


def test_goal_taken_back_does_not_count(db):
    match = make_played([*GOALS, ("away", "goal", "2H", 64)])
    match.events.filter(minute=64).update(cancelled_by="var")

    assert tallies.disagreements(match) == []


def test_score_of_an_award_is_not_doubted(db):
    match = make_played(GOALS[:2], status="awarded")

    assert tallies.disagreements(match) == []


def test_match_without_goals_entered_is_not_doubted(db):
    assert tallies.disagreements(make_played([])) == []


def test_kicks_of_a_shootout_count_apart(db):
    kicks = [("home", "shootout_scored", "PSO", None)] * 3
    match = make_match(
        full_time_home=0, full_time_away=0, shootout_home=4, shootout_away=2
    )
    for side, kind, period, minute in kicks:
        team = getattr(match, side)
        make_event(match=match, team=team, type=kind, period=period, minute=minute)

    assert tallies.disagreements(match) == [("shootout", (4, 2), (3, 0))]


def test_shootout_without_kicks_entered_is_not_doubted(db):
    match = make_played(GOALS, extra_time_home=3, extra_time_away=3)
    make_event(match=match, team=match.away, period="ET1", minute=91)
    match.shootout_home, match.shootout_away = 4, 2

    assert tallies.disagreements(match) == []
