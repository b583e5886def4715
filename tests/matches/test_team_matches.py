from datetime import timedelta

import pytest

from matches.team_matches import team_matches
from tests.factories import NOON, make_match, make_team

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def team():
    return make_team()


def played(team, days, **overrides):
    """A match of `team` that many days from NOON, in its own competition."""
    return make_match(home=team, kickoff_at=NOON + days * DAY, **overrides)


def test_matches_to_come_begin_with_the_next_one(team):
    later, soon = played(team, 9), played(team, 2)

    found = team_matches(team, at=NOON)

    assert (found.to_come, found.next) == ([soon, later], soon)


def test_matches_that_are_over_begin_with_the_last_one(team):
    first = played(team, -9, status="finished")
    last = played(team, -2, status="finished")
    off = played(team, -1, status="cancelled")

    found = team_matches(team, at=NOON)

    assert (found.over, found.last) == ([off, last, first], last)


@pytest.mark.parametrize("status", ["delayed", "live", "suspended"])
def test_match_that_is_on_is_neither_to_come_nor_over(team, status):
    match = played(team, 0, status=status)

    found = team_matches(team, at=NOON)

    assert (found.now, found.to_come, found.over) == ([match], [], [])


def test_match_put_off_comes_after_those_with_a_date(team):
    off, later = played(team, 1, status="postponed"), played(team, 9)

    assert team_matches(team, at=NOON).to_come == [later, off]


def test_match_of_today_without_an_hour_is_to_come(team):
    match = make_match(away=team, kickoff_at=None, kickoff_on=NOON.date())

    assert team_matches(team, at=NOON).to_come == [match]


def test_fixture_of_the_past_without_a_result_is_none(team):
    played(team, -1)

    assert team_matches(team, at=NOON).to_come == []
