import pytest

from matches.fingerprints import fingerprint
from matches.models import Match
from tests.factories import make_event, make_match, make_person


@pytest.fixture
def match(db):
    match = make_match(full_time_home=1, full_time_away=1, status="finished")
    make_event(match=match, team=match.home, person=make_person("Chancel Mbemba"))
    return match


def changed(row, **values):
    """Whether the match's fingerprint is another once `row` has these values."""
    match = getattr(row, "match", row)
    before = fingerprint(match)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return fingerprint(Match.objects.get(pk=match.pk)) != before


@pytest.mark.parametrize(
    "values",
    [
        {"status": "abandoned"},
        {"half_time_home": 0, "half_time_away": 0},
        {"full_time_home": 2},
        {"extra_time_home": 2, "extra_time_away": 1},
        {"shootout_home": 4, "shootout_away": 2},
    ],
)
def test_status_and_scores_are_what_a_report_can_get_wrong(match, values):
    assert changed(match, **values) is True


@pytest.mark.parametrize(
    "values",
    [
        {"minute": 12},
        {"minute": 45, "added": 1},
        {"type": "penalty_goal"},
        {"person": None},
        {"team": None},
        {"cancelled_by": "var"},
    ],
)
def test_goal_is_its_minute_scorer_kind_and_team(match, values):
    assert changed(match.events.get(), **values) is True


@pytest.mark.parametrize(
    "values",
    [
        {"attendance": 65000},
        {"home_formation": "3-5-2"},
        {"locked_fields": ["status"]},
        {"spectators": "limited"},
    ],
)
def test_what_a_report_need_not_follow_leaves_it_alone(match, values):
    assert changed(match, **values) is False


def test_assist_and_source_leave_it_alone(match):
    goal = match.events.get()

    assert changed(goal, second_person=make_person("Kondogbia"), source="wire") is False


def test_card_leaves_it_alone(match):
    before = fingerprint(match)
    make_event(match=match, type="yellow_card", minute=69, period="2H")

    assert fingerprint(match) == before
