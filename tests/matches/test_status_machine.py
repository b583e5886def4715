from datetime import timedelta

import pytest
from django.utils.translation import override

from matches.models import Match, Stage
from matches.status_machine import MOVES, PHASES, State, refusal
from tests.factories import KICK_OFF, make_match, make_stage, make_tie
from tests.matches.scores import scores

LATER = KICK_OFF + timedelta(hours=2)
LEGAL = [
    ("scheduled", "delayed live postponed cancelled awarded"),
    ("delayed", "live postponed cancelled"),
    ("live", "suspended finished abandoned"),
    ("suspended", "live abandoned postponed"),
    ("postponed", "scheduled cancelled awarded"),
    ("abandoned", "awarded finished"),
    ("finished", "awarded"),
    ("cancelled", ""),
    ("awarded", ""),
]


@pytest.fixture
def stage(db):
    return make_stage()


def standing(stage, status, phase="", **values):
    return make_match(stage=stage, status=status, phase=phase, **values)


def may(match, status, phase="", *, at=KICK_OFF - timedelta(hours=1)):
    return refusal(match, State(status, phase), at=at) == ""


@pytest.mark.parametrize(("status", "legal"), LEGAL)
def test_status_is_followed_by_those_of_the_rules(stage, status, legal):
    match = standing(stage, status)
    others = set(Match.Status.values) - {status}

    assert {other for other in others if may(match, other)} == set(legal.split())


def test_every_status_and_phase_has_its_rules():
    assert set(MOVES) == set(Match.Status)
    assert set(PHASES) == set(Match.Phase)


def test_finished_match_does_not_become_live_again(stage):
    match = standing(stage, "finished")

    with override("en"):
        said = refusal(match, State("live"), at=LATER)
    assert said == "A match does not go from “Full time” to “Live”."


@pytest.mark.parametrize("status", ["scheduled", "delayed"])
@pytest.mark.parametrize("end", ["finished", "abandoned"])
def test_match_nobody_followed_is_told_by_its_end(stage, status, end):
    match = standing(stage, status)

    assert may(match, end, at=KICK_OFF - timedelta(seconds=1)) is False
    assert may(match, end, at=KICK_OFF) is True


@pytest.mark.parametrize(("days", "expected"), [(-1, False), (0, True)])
def test_match_without_an_hour_may_be_over_on_its_day(stage, days, expected):
    match = standing(stage, "scheduled", kickoff_at=None, kickoff_on=KICK_OFF.date())

    assert may(match, "finished", at=KICK_OFF + timedelta(days=days)) is expected


def test_match_without_a_date_is_not_over(stage):
    match = standing(stage, "scheduled", kickoff_at=None)

    assert may(match, "finished", at=LATER) is False


ORDER = {
    "": "first_half half_time second_half extra_time_break extra_time"
    " extra_time_half_time extra_time_second shootout",
    "first_half": "half_time second_half",
    "half_time": "second_half",
    "second_half": "extra_time_break extra_time shootout",
    "extra_time_break": "extra_time shootout",
    "extra_time": "extra_time_half_time extra_time_second shootout",
    "extra_time_half_time": "extra_time_second",
    "extra_time_second": "shootout",
    "shootout": "",
}


@pytest.mark.parametrize(("phase", "next_ones"), ORDER.items())
def test_phases_come_in_their_order(stage, phase, next_ones):
    match = standing(stage, "live", phase)
    others = set(Match.Phase.values) - {phase}

    assert {p for p in others if may(match, "live", p)} == set(next_ones.split())


@pytest.mark.parametrize(
    ("phase", "expected"),
    [
        ("", True),
        ("first_half", False),
        ("half_time", False),
        ("second_half", True),
        ("extra_time_break", True),
        ("extra_time", True),
        ("extra_time_half_time", False),
        ("extra_time_second", True),
        ("shootout", True),
    ],
)
def test_match_ends_in_a_phase_that_may_be_its_last(stage, phase, expected):
    assert may(standing(stage, "live", phase), "finished") is expected


def test_match_is_abandoned_or_suspended_in_any_phase(stage):
    match = standing(stage, "live", "half_time")

    assert may(match, "abandoned") is True
    assert may(match, "suspended", "half_time") is True


@pytest.mark.parametrize("kind", ["regular_season", "group_stage", "league_phase"])
def test_match_of_a_table_has_no_extra_time(db, kind):
    match = standing(make_stage(kind=Stage.Kind(kind)), "live", "second_half")

    with override("en"):
        said = refusal(match, State("live", "extra_time_break"), at=LATER)
    assert said == "Extra time and shoot-outs are for matches that must be decided."


def legs(second, *, rule=False):
    """Leg 1 ended 1-1; leg 2 stands at `second` after 90 minutes."""
    tie = make_tie(away_goals_rule=rule)
    match = tie.leg(2)
    for column, value in scores(full_time=second).items():
        setattr(match, column, value)
    match.status, match.phase = "live", "second_half"
    match.save()
    return Match.objects.get(pk=match.pk)


@pytest.mark.parametrize(
    ("second", "rule", "expected"),
    [
        ((0, 0), False, True),
        ((2, 2), False, True),
        ((1, 0), False, False),
        ((1, 1), True, True),
        ((2, 2), True, False),
        ((0, 0), True, False),
    ],
)
@pytest.mark.parametrize("phase", ["extra_time_break", "extra_time", "shootout"])
def test_second_leg_goes_on_while_the_tie_is_level(db, second, rule, expected, phase):
    assert may(legs(second, rule=rule), "live", phase) is expected


def test_first_leg_has_no_extra_time(db):
    first = make_tie().leg(1)
    Match.objects.filter(pk=first.pk).update(status="live", phase="second_half")
    first.refresh_from_db()

    assert may(first, "live", "extra_time") is False


@pytest.mark.parametrize(("score", "expected"), [((1, 1), True), ((2, 1), False)])
def test_single_match_goes_on_while_it_is_level(stage, score, expected):
    match = standing(stage, "live", "second_half", **scores(full_time=score))

    assert may(match, "live", "shootout") is expected
    with override("fr"):
        assert bool(refusal(match, State("live", "extra_time"), at=LATER)) != expected
