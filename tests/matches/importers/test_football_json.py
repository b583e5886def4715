import json
from datetime import UTC, date, datetime, time

import pytest

from matches.importers import football_json
from matches.importers.rows import Refused, Row
from tests.matches.importers.files import football, match


def reasons(text):
    with pytest.raises(Refused) as refused:
        football_json.read(text)
    return refused.value.reasons


def test_row_holds_what_the_file_says():
    score = {"ht": [0, 0], "ft": [1, 0], "et": [1, 0], "p": [4, 2]}

    [row] = football_json.read(football(match(score=score)))

    assert row == Row(
        place="matches[0]",
        round="Quarterfinals",
        day=date(2024, 4, 18),
        hour=time(21, 0),
        home="Olympique Marseille (FRA)",
        away="SL Benfica (POR)",
        half_time=(0, 0),
        full_time=(1, 0),
        extra_time=(1, 0),
        shootout=(4, 2),
    )


@pytest.mark.parametrize(
    ("change", "column", "value"),
    [
        ({"score": {}}, "full_time", None),
        ({"score": None}, "full_time", None),
        ({"score": {"ft": [2, 2], "p": [2, 4]}}, "extra_time", None),
        ({"score": {"ft": [0, 0]}}, "half_time", None),
        ({"time": None}, "hour", None),
        ({"time": ""}, "hour", None),
        ({"time": "20.45"}, "hour", time(20, 45)),
        ({"time": "13:00"}, "instant", None),
        ({"time": "13:00 UTC-6"}, "instant", datetime(2024, 4, 18, 19, tzinfo=UTC)),
        ({"time": "23:00 UTC+2"}, "instant", datetime(2024, 4, 18, 21, tzinfo=UTC)),
        ({"score": {"ht": [], "ft": [1, 0]}}, "half_time", None),
        ({"status": "awarded"}, "status", "awarded"),
        ({"round": "Leg 1", "stage": "Final"}, "round", "Final, Leg 1"),
        ({"team1": "  Qarabag\u0306 FK "}, "home", "Qarabağ FK"),
    ],
)
def test_what_a_file_leaves_out_stays_unknown(change, column, value):
    [row] = football_json.read(football(match(**change)))

    assert getattr(row, column) == value


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"score": {"ft": "x"}}, "score.ft: “x” is not a score"),
        ({"score": {"ft": [1]}}, "score.ft: “[1]” is not a score"),
        ({"score": {"ft": [True, 1]}}, "score.ft: “[True, 1]” is not a score"),
        ({"score": {"ft": [1, "2"]}}, "score.ft: “[1, '2']” is not a score"),
        (
            {"score": {"ft": [-1, 0]}},
            "score.ft: “[-1, 0]” is not a score between 0 and 99",
        ),
        (
            {"score": {"ht": [2, 0], "ft": [1, 0]}},
            "score.ft: a running score never goes down",
        ),
        (
            {"score": {"ht": [2, 0], "et": [1, 0]}},
            "score.et: a running score never goes down",
        ),
        ({"score": {"p": [4, 4]}}, "score.p: a shoot-out has a winner"),
        ({"score": {"fft": [1, 0]}}, "score.fft: unknown; ht, ft, et and p are known"),
        ({"score": [1, 0]}, "score: “[1, 0]” is not a set of scores"),
        ({"team1": None}, "team1: missing"),
        ({"team2": 7}, "team2: “7” is not a name"),
        ({"team2": "(...)"}, "team2: “(...)” is not a name"),
        ({"team2": "A\u202eB"}, "team2: “A\\u202eB” has hidden characters"),
        ({"team2": "A\ud800"}, "team2: “A\\ud800” has hidden characters"),
        ({"round": None}, "round: missing"),
        ({"date": None}, "date: missing"),
        ({"date": "2024-02-30"}, "date: “2024-02-30” is not a date like 2024-05-02"),
        ({"date": "2 May"}, "date: “2 May” is not a date like 2024-05-02"),
        ({"time": "25:00"}, "time: “25:00” is not a time like 21:00"),
        (
            {"time": "21:00 UTC+15"},
            "time: “21:00 UTC+15” is not a time like 21:00",
        ),
        (
            {"status": "lost"},
            "status: “lost” is none of awarded, cancelled, postponed, abandoned",
        ),
    ],
)
def test_field_that_cannot_be_read_is_named(change, reason):
    text = football(match(), match(**change))

    assert reasons(text) == [f"matches[1].{reason}"]


@pytest.mark.parametrize("side", ["team1", "team2"])
def test_fixture_of_teams_still_unknown_is_left_out_and_told(side):
    final = match(round="Final", score={}) | {side: None}

    rows = football_json.read(football(match(), final))

    assert [row.round for row in rows] == ["Quarterfinals"]
    assert rows.remarks == ["matches[1]: left out, its teams are not known yet"]


def test_result_without_a_team_is_refused():
    assert reasons(football(match() | {"team1": None})) == ["matches[0].team1: missing"]


def test_every_broken_row_is_named():
    text = football(match(date=None), match(), match(team1=None))

    assert reasons(text) == ["matches[0].date: missing", "matches[2].team1: missing"]


@pytest.mark.parametrize("document", [[], {}, {"matches": {}}, 7, None])
def test_other_files_are_refused(document):
    assert reasons(json.dumps(document)) == [
        "“matches” is missing: this is not a football.json file"
    ]


def test_row_that_is_no_object_is_refused():
    assert reasons(football(7)) == ["matches[0]: “7” is not a match"]
