import pytest

from matches.importers import data_scores
from matches.importers.rows import Refused

PENALTIES, EXTRA = "PENALTY_SHOOTOUT", "EXTRA_TIME"


def pair(text):
    home, away = text.split("-")
    return {"home": int(home), "away": int(away)}


def score(duration, **told):
    return {"duration": duration} | {name: pair(text) for name, text in told.items()}


def read(payload):
    found = data_scores.read(payload, "score", is_over=True)
    return {period: f"{home}-{away}" for period, (home, away) in found.items()}


VECTORS = [
    (score("REGULAR", fullTime="1-1"), {"full_time": "1-1"}),
    (
        score("REGULAR", fullTime="1-1", halfTime="1-0"),
        {"half_time": "1-0", "full_time": "1-1"},
    ),
    (
        score(
            PENALTIES,
            fullTime="6-4",
            regularTime="1-1",
            extraTime="0-0",
            penalties="5-3",
        ),
        {"full_time": "1-1", "extra_time": "1-1", "shootout": "5-3"},
    ),
    (
        score(PENALTIES, fullTime="5-2", penalties="4-2"),
        {"extra_time": "1-0", "shootout": "4-2"},
    ),
    (
        score(PENALTIES, fullTime="1-1", penalties="4-2"),
        {"extra_time": "1-1", "shootout": "4-2"},
    ),
    (score(PENALTIES, fullTime="1-1"), {"extra_time": "1-1"}),
    (
        score(PENALTIES, fullTime="5-4", regularTime="1-1", penalties="4-3"),
        {"full_time": "1-1", "shootout": "4-3"},
    ),
    (
        score(EXTRA, fullTime="3-2", regularTime="2-2", extraTime="1-0"),
        {"full_time": "2-2", "extra_time": "3-2"},
    ),
    (score(EXTRA, fullTime="3-2"), {"extra_time": "3-2"}),
    (
        {"duration": None, "fullTime": {"homeTeam": 2, "awayTeam": 0}},
        {"full_time": "2-0"},
    ),
    (
        {"duration": "REGULAR", "fullTime": {"home": None, "away": None}},
        {},
    ),
    (None, {}),
]


@pytest.mark.parametrize(("payload", "expected"), VECTORS)
def test_shootout_is_never_taken_for_goals(payload, expected):
    assert read(payload) == expected


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ("1-1", "score: “1-1” is not a set of scores"),
        ({"duration": "GOLDEN"}, "score.duration: “GOLDEN” is none of REGULAR"),
        ({"fullTime": [1, 1]}, "score.fullTime: “[1, 1]” is not a score"),
        ({"fullTime": {"home": 1}}, "score.fullTime.away: “None” is not a number"),
        ({"fullTime": {"home": -1, "away": 0}}, "score.fullTime.home: “-1” is not"),
        (
            score(PENALTIES, fullTime="3-2", penalties="4-2"),
            "score.penalties: more than fullTime holds",
        ),
        (
            score(PENALTIES, fullTime="3-3", penalties="2-2"),
            "score.penalties: a shoot-out has a winner",
        ),
        (
            score("REGULAR", fullTime="0-1", halfTime="1-0"),
            "score: full_time: a running score never goes down",
        ),
    ],
)
def test_score_that_cannot_be_is_refused(payload, reason):
    with pytest.raises(Refused) as refused:
        read(payload)

    assert refused.value.reasons[0].startswith(reason)
