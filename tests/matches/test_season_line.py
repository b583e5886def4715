from datetime import date, timedelta

import pytest

from matches.models import Group, Match
from matches.season_line import season_line
from matches.tables import tables_among
from tests.factories import (
    KICK_OFF,
    make_adjustment,
    make_match,
    make_season,
    make_stage,
    make_team,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    season = make_season(starts_on=date(2023, 8, 1))
    return make_stage(season=season, kind="regular_season")


@pytest.fixture
def teams():
    return [make_team(name) for name in "ABC"]


def played(stage, home, away, score, *, day, **more):
    return make_match(
        stage=stage,
        home=home,
        away=away,
        matchday=day,
        kickoff_at=KICK_OFF + timedelta(days=day),
        full_time_home=score[0],
        full_time_away=score[1],
        status="finished",
        **more,
    )


def season_of(stage, teams):
    """A lose to B, draw with C, who lost to B by more, and beat both at last."""
    a, b, c = teams
    played(stage, a, b, (0, 1), day=1)
    played(stage, c, b, (0, 2), day=2)
    played(stage, a, c, (1, 1), day=3)
    played(stage, b, a, (0, 3), day=4)
    played(stage, c, a, (0, 1), day=5)


def line_of(team):
    (table,) = tables_among(list(Match.objects.with_sides()))
    return season_line(table, team)


def told(line):
    return [(p.number, p.outcome, p.position, p.points) for p in line.points]


def test_line_tells_place_and_points_after_each_match(stage, teams):
    season_of(stage, teams)

    assert told(line_of(teams[0])) == [
        (1, "lost", 3, 0),
        (2, "drawn", 2, 1),
        (3, "won", 2, 4),
        (4, "won", 1, 7),
    ]


def test_line_tells_the_best_and_the_worst_place(stage, teams):
    season_of(stage, teams)
    line = line_of(teams[0])

    assert (line.best, line.worst, line.places) == (1, 3, 3)


def test_drawing_goes_from_edge_to_edge_and_down_as_the_place_does(stage, teams):
    season_of(stage, teams)
    line = line_of(teams[0])

    assert line.path == "24,52 221,38 419,38 616,24"
    assert line.rules == [(1, 24), (3, 52)]
    assert (line.width, line.height) == (640, 76)


def test_points_are_taken_away_from_the_day_they_were(stage, teams):
    season_of(stage, teams)
    day = (KICK_OFF + timedelta(days=4)).date()
    make_adjustment(season=stage.season, team=teams[0], points=-2, decided_on=day)

    assert [point.points for point in line_of(teams[0]).points] == [0, 1, 2, 5]


def test_two_matches_are_no_line(stage, teams):
    played(stage, teams[0], teams[1], (1, 0), day=1)
    played(stage, teams[1], teams[0], (1, 0), day=2)

    assert line_of(teams[0]) is None


def test_group_has_no_line(teams):
    stage = make_stage(kind="group_stage")
    group = Group.objects.create(stage=stage, label="A")
    for day in (1, 2, 3):
        played(stage, teams[0], teams[1], (1, 0), day=day, group=group)

    assert line_of(teams[0]) is None
