import pytest

from matches.models import Group, Match
from matches.tables import tables_among, tables_of
from tests.factories import (
    make_adjustment,
    make_event,
    make_match,
    make_season,
    make_stage,
    make_team,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    return make_stage(kind="regular_season")


def beaten(stage, home, away, **more):
    score = {"full_time_home": 2, "full_time_away": 0, "status": "finished"}
    return make_match(stage=stage, home=home, away=away, **score | more)


def loaded(match):
    return Match.objects.with_sides().get(pk=match.pk)


def places(table):
    return [
        (line.row.position, line.team.name, line.row.points) for line in table.lines
    ]


def test_table_of_a_match_is_of_all_that_its_stage_counts(stage):
    ours, theirs, others = (make_team(name) for name in ("A", "B", "C"))
    beaten(stage, others, theirs)
    match = beaten(stage, ours, theirs)
    beaten(make_stage(season=stage.season, kind="final", order=9), theirs, ours)

    (table,) = tables_of([loaded(match)])

    assert places(table) == [(1, "A", 3), (1, "C", 3), (3, "B", 0)]


def test_both_ways_to_a_table_agree(stage):
    ours, theirs = make_team("A"), make_team("B")
    matches = [beaten(stage, ours, theirs), beaten(stage, theirs, ours, matchday=2)]

    (asked,), (told,) = tables_of(matches), tables_among(matches)

    assert asked == told


def test_group_has_a_table_of_its_own():
    stage = make_stage(kind="group_stage")
    groups = [Group.objects.create(stage=stage, label=label) for label in "AB"]
    matches = [beaten(stage, make_team(), make_team(), group=g) for g in groups]

    found = tables_among(matches)

    assert [table.scope.group for table in found] == groups
    assert [len(table.lines) for table in found] == [2, 2]


@pytest.mark.parametrize("kind", ["final", "semi_finals", "group_stage"])
def test_match_of_no_league_and_no_group_has_no_table(kind):
    match = beaten(make_stage(kind=kind), make_team(), make_team())

    assert tables_of([loaded(match)]) == []


def test_deduction_changes_the_total_and_has_a_note(stage):
    ours = make_team("A")
    match = beaten(stage, ours, make_team("B"))
    taken = make_adjustment(season=stage.season, team=ours, points=-2)
    make_adjustment(season=make_season(label="2022/23"), team=ours)

    (table,) = tables_of([loaded(match)])

    assert places(table) == [(1, "A", 1), (2, "B", 0)]
    assert [line.notes for line in table.lines] == [(1,), ()]
    assert table.notes == [(1, taken)]


def test_deduction_of_another_group_is_not_counted():
    stage = make_stage(kind="group_stage")
    ours, other = (Group.objects.create(stage=stage, label=label) for label in "AB")
    team = make_team("A")
    match = beaten(stage, team, make_team("B"), group=ours)
    make_adjustment(season=stage.season, group=other, team=team)

    (table,) = tables_of([loaded(match)])

    assert places(table) == [(1, "A", 3), (2, "B", 0)]


def test_season_counts_points_and_breaks_ties_its_own_way(stage):
    season = stage.season
    season.points_for_win, season.tiebreakers = 2, ["away_goals"]
    season.save()
    a, b, c = (make_team(name) for name in "ABC")
    matches = [beaten(stage, a, c)]
    matches.append(beaten(stage, c, b, full_time_home=0, full_time_away=1))

    (table,) = tables_among(matches)

    assert places(table) == [(1, "B", 2), (2, "A", 2), (3, "C", 0)]


def test_cards_are_read_where_the_season_asks_for_them(stage):
    stage.season.tiebreakers = ["goals", "discipline"]
    stage.season.save()
    home, away = make_team("A"), make_team("B")
    match = beaten(stage, home, away, full_time_home=1, full_time_away=1)
    make_event(match=match, team=home, type="yellow_card")

    (table,) = tables_of([loaded(match)])

    assert places(table) == [(1, "B", 1), (2, "A", 1)]


def test_extract_shows_the_neighbours_and_tells_the_gap(stage):
    teams = [make_team(name) for name in "ABCDEFGH"]
    for spot, home in enumerate(teams):
        for away in teams[spot + 1 :]:
            beaten(stage, home, away)
    (table,) = tables_among(list(Match.objects.with_sides()))

    extract = table.around(teams[0], teams[5])

    assert [line.team.name for line in extract.lines] == ["A", "B", "E", "F", "G"]
    gaps = [line.is_after_gap for line in extract.lines]
    assert gaps == [False, False, True, False, False]


def test_table_has_not_begun_before_a_result(stage):
    (table,) = tables_of([make_match(stage=stage)])

    assert not table.is_begun
    assert not table.has_level_teams
