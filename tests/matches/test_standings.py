import json
from pathlib import Path

import pytest

from matches.standings import (
    Result,
    Rules,
    card_points,
    head_to_head,
    standings,
)
from tests.matches.results import results

DATA = Path("../shared/data")
LIGUE_1 = Rules(
    (
        "goal_difference",
        "head_to_head_points",
        "head_to_head_goal_difference",
        "head_to_head_goals",
        "head_to_head_away_goals",
        "goals",
        "away_goals",
    )
)
UEFA = Rules(
    (
        "head_to_head_points",
        "head_to_head_goal_difference",
        "head_to_head_goals",
        "goal_difference",
        "goals",
        "away_goals",
        "wins",
        "away_wins",
        "discipline",
        "coefficient",
    )
)
# The official final table of Ligue 1 2023/24; Montpellier lost one point.
FINAL = """
1 Paris Saint-Germain FC|34 22 10 2 81 33 76
2 AS Monaco FC|34 20 7 7 68 42 67
3 Stade Brestois 29|34 17 10 7 53 34 61
4 Lille OSC|34 16 11 7 52 34 59
5 OGC Nice|34 15 10 9 40 29 55
6 Olympique Lyonnais|34 16 5 13 49 55 53
7 Racing Club de Lens|34 14 9 11 45 37 51
8 Olympique de Marseille|34 13 11 10 52 41 50
9 Stade de Reims|34 13 8 13 42 47 47
10 Stade Rennais FC 1901|34 12 10 12 53 46 46
11 Toulouse FC|34 11 10 13 42 46 43
12 Montpellier HSC|34 10 12 12 43 48 41
13 RC Strasbourg Alsace|34 10 9 15 38 50 39
14 FC Nantes|34 9 6 19 30 55 33
15 Le Havre AC|34 7 11 16 34 45 32
16 FC Metz|34 8 5 21 35 58 29
17 FC Lorient|34 7 8 19 43 66 29
18 Clermont Foot 63|34 5 10 19 26 60 25
"""
GROUPS = {
    "Group A": "West Ham 15 10-4, Freiburg 12 17-7, Olympiakos 7 11-14, TSC 1 6-19",
    "Group B": "Brighton 13 10-5, Marseille 11 14-10, Ajax 5 10-13, AEK 4 6-12",
    "Group C": "Rangers 11 8-6, Sparta 10 9-7, Betis 9 9-7, Aris 4 7-13",
    "Group D": "Atalanta 14 12-4, Sporting CP 11 10-6, Sturm 4 4-9, Raków 4 3-10",
    "Group E": "Liverpool 12 17-7, Toulouse 11 8-9, Saint-Gilloise 8 5-8, LASK 3 6-12",
    "Group F": "Villarreal 13 9-7, Rennais 12 13-6, Maccabi 5 3-9, Panathin 4 7-10",
    "Gruppe G": "Slavia 15 17-4, Roma 13 12-4, Servette 5 4-13, Sheriff 1 5-17",
    "Gruppe H": "Leverkusen 18 19-3, Qarabağ 10 7-9, Molde 7 12-12, Häcken 0 3-17",
}


def lines(rows):
    """A table as text: place, team, and the figures of its columns."""
    return [
        f"{row.position} {row.team}|{r.played} {r.wins} {r.draws} {r.losses} "
        f"{r.goals} {r.conceded} {row.points}"
        for row in rows
        for r in [row.record]
    ]


def played(*scores):
    """Results from “A 2-1 B”, each a match of its own."""
    return [Result(n, None, "finished", *parts(s)) for n, s in enumerate(scores, 1)]


def parts(score):
    home, goals, away = score.split()
    return home, away, *map(int, goals.split("-"))


def order(rows):
    return [(row.position, row.team) for row in rows]


def test_ligue_1_ends_as_the_official_table():
    rows = standings(
        results=results("ligue-1"), rules=LIGUE_1, adjustments={"Montpellier HSC": -1}
    )

    assert lines(rows) == FINAL.strip().splitlines()
    assert not any(row.is_level for row in rows)


def test_ligue_1_of_the_open_file_ends_as_the_official_table():
    path = DATA / "ligue-1-2023-24.json"
    if not path.exists():
        pytest.skip("the open file is not beside the project")
    found = json.loads(path.read_text(encoding="utf-8"))["matches"]
    rows = standings(
        results=[
            Result(n, None, "finished", m["team1"], m["team2"], *m["score"]["ft"])
            for n, m in enumerate(found)
        ],
        rules=LIGUE_1,
        adjustments={"Montpellier HSC": -1},
    )

    assert lines(rows) == FINAL.strip().splitlines()


def test_metz_stand_above_lorient_by_away_goals_between_them():
    found = results("ligue-1")
    between = head_to_head(results=found, teams={"FC Metz", "FC Lorient"})
    metz, lorient = between["FC Metz"], between["FC Lorient"]

    assert (metz.points, metz.goals, metz.conceded, metz.away_goals) == (3, 4, 4, 3)
    assert (lorient.points, lorient.goals, lorient.away_goals) == (3, 4, 2)


def test_a_plain_sort_would_put_lorient_above_metz():
    rows = standings(results=results("ligue-1"), rules=Rules())

    assert order(rows)[15:17] == [(16, "FC Lorient"), (17, "FC Metz")]


def test_a_deduction_is_told_beside_the_total():
    rows = standings(
        results=results("ligue-1"), rules=LIGUE_1, adjustments={"Montpellier HSC": -1}
    )

    montpellier = next(row for row in rows if row.team == "Montpellier HSC")
    assert (montpellier.points, montpellier.adjusted) == (41, -1)
    assert montpellier.record.points == 42


@pytest.mark.parametrize("group", GROUPS)
def test_europa_league_groups_end_as_the_official_tables(group):
    rows = standings(results=results("europa-league", group=group), rules=UEFA)

    official = [line.rsplit(maxsplit=2) for line in GROUPS[group].split(", ")]
    assert [row.position for row in rows] == [1, 2, 3, 4]
    for row, (name, points, goals) in zip(rows, official, strict=True):
        assert name in row.team
        assert (row.points, row.record.played) == (int(points), 6)
        assert f"{row.record.goals}-{row.record.conceded}" == goals


def test_head_to_head_begins_again_among_those_still_level():
    # Among the three, C have a goal more; A and B are then settled by A 1-0 B,
    # not by the five goals that B scored against D.
    found = played("A 1-0 B", "C 2-1 A", "B 2-1 C", "A 1-0 D", "B 5-0 D", "C 1-0 D")

    rows = standings(results=found, rules=UEFA)

    assert order(rows) == [(1, "C"), (2, "A"), (3, "B"), (4, "D")]


def test_three_that_beat_each_other_alike_stay_level():
    found = played("A 1-0 B", "B 1-0 C", "C 1-0 A")

    rows = standings(results=found, rules=UEFA)

    assert order(rows) == [(1, "A"), (1, "B"), (1, "C")]


@pytest.mark.parametrize("key", ["coefficient", "play_off", "lots", "discipline"])
def test_what_results_cannot_decide_stays_level(key):
    rules = Rules(("goal_difference", key, "goals"))

    rows = standings(results=played("A 1-1 B", "C 0-0 D"), rules=rules)

    assert order(rows) == [(1, "A"), (1, "B"), (1, "C"), (1, "D")]
    assert all(row.is_level for row in rows)


def test_fewer_cards_stand_higher():
    found = played("A 1-1 B")
    events = [(1, "A", "red_card"), (1, "B", "yellow_card"), (1, "B", "second_yellow")]
    events += [(1, "A", "yellow_card")]

    cards = card_points(results=found, events=events)

    assert cards == {"A": 4, "B": 3}
    rows = standings(results=found, rules=Rules(("discipline",)), discipline=cards)
    assert order(rows) == [(1, "B"), (2, "A")]


def test_cards_of_a_team_with_a_match_not_recorded_are_unknown():
    found = played("A 1-1 B", "A 0-0 C")

    assert card_points(results=found, events=[(1, "A", "goal")]) == {"B": 0}


def test_match_played_again_counts_once():
    first, again = played("A 3-0 B", "A 0-1 B")

    rows = standings(results=[first, again._replace(replay_of=1)])

    assert lines(rows) == ["1 B|1 1 0 0 1 0 3", "2 A|1 0 0 1 0 1 0"]


def test_match_to_be_played_again_no_longer_counts():
    first, again = played("A 3-0 B", "A 0-0 B")
    again = again._replace(replay_of=1, status="scheduled", home_goals=None)

    assert [row.record.played for row in standings(results=[first, again])] == [0, 0]


@pytest.mark.parametrize(
    ("status", "count"),
    [
        ("finished", 1),
        ("awarded", 1),
        ("abandoned", 0),
        ("cancelled", 0),
        ("suspended", 0),
        ("live", 0),
    ],
)
def test_only_a_result_that_stands_counts(status, count):
    found = [played("A 3-0 B")[0]._replace(status=status)]

    assert {row.record.played for row in standings(results=found)} == {count}


def test_points_are_those_of_the_season():
    rows = standings(results=played("A 1-0 B", "A 1-1 B"), rules=Rules(win=2))

    assert [(row.team, row.points) for row in rows] == [("A", 3), ("B", 1)]


def test_form_is_of_the_last_five_the_newest_last():
    found = played("A 1-0 B", "A 0-1 B", "A 1-1 B", "B 1-0 A", "B 0-1 A", "A 2-2 B")

    rows = standings(results=found)

    form = {row.team: row.form for row in rows}
    assert form["A"] == ["lost", "drawn", "lost", "won", "drawn"]


def test_level_teams_follow_their_names():
    rows = standings(results=played("B 0-0 A"), names={"A": "Zwolle", "B": "Ajax"})

    assert order(rows) == [(1, "B"), (1, "A")]


def test_table_without_a_match_is_empty():
    assert standings(results=[]) == []
