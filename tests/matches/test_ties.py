from dataclasses import dataclass

import pytest

from matches import ties
from matches.models import Match
from matches.ties import Outcome

OURS, THEIRS = 1, 2


@dataclass
class Leg:
    """As much of a match as the rule reads; scores are home-away."""

    home_id: int
    away_id: int
    final_score: tuple[int, int] | None
    shootout: tuple[int, int] | None = None
    is_finished: bool = True

    def goals_of(self, team):
        return self.final_score[0 if team == self.home_id else 1]

    @property
    def shootout_winner_id(self):
        return self.home_id if self.shootout[0] > self.shootout[1] else self.away_id


def first(score, **more):
    return Leg(OURS, THEIRS, score, **more)


def second(score, **more):
    return Leg(THEIRS, OURS, score, **more)


def outcome(*legs, away_goals_rule=False, **more):
    facts = {"team_a": OURS, "team_b": THEIRS, "planned_legs": 2} | more
    return ties.outcome(legs=legs, away_goals_rule=away_goals_rule, **facts)


KICKS = {"shootout": (4, 2)}
VECTORS = [
    ("OM–Atalanta", (1, 1), (3, 0), {}, False, Outcome(1, 4, 2, THEIRS, "aggregate")),
    (
        "Roma–Leverkusen",
        (0, 2),
        (2, 2),
        {},
        False,
        Outcome(2, 4, 2, THEIRS, "aggregate"),
    ),
    (
        "Benfica–OM",
        (2, 1),
        (1, 0),
        KICKS,
        False,
        Outcome(2, 2, 2, THEIRS, "penalties"),
    ),
    (
        "Benfica–OM, old rule",
        (2, 1),
        (1, 0),
        {},
        True,
        Outcome(2, 2, 2, THEIRS, "away_goals"),
    ),
    (
        "Feyenoord–Roma",
        (1, 1),
        (1, 1),
        KICKS,
        False,
        Outcome(2, 2, 2, THEIRS, "penalties"),
    ),
    ("Lens–Freiburg", (0, 0), (3, 2), {}, False, Outcome(2, 3, 2, THEIRS, "aggregate")),
    ("Braga–Qarabağ", (2, 4), (2, 3), {}, False, Outcome(5, 6, 2, THEIRS, "aggregate")),
    ("Bayern–PSG", (2, 3), (0, 1), {}, True, Outcome(3, 3, 2, THEIRS, "away_goals")),
    ("Porto–Juventus", (2, 1), (3, 2), {}, True, Outcome(4, 4, 2, OURS, "away_goals")),
    (
        "Tottenham–Ajax",
        (0, 1),
        (2, 3),
        {},
        True,
        Outcome(3, 3, 2, OURS, "away_goals"),
    ),
    (
        "level under the old rule",
        (1, 1),
        (1, 1),
        KICKS,
        True,
        Outcome(2, 2, 2, THEIRS, "penalties"),
    ),
    (
        "fewer away goals, more goals",
        (3, 1),
        (1, 0),
        {},
        True,
        Outcome(3, 2, 2, OURS, "aggregate"),
    ),
    ("level, not decided", (1, 1), (1, 1), {}, False, Outcome(2, 2, 2, None, "")),
]


@pytest.mark.parametrize(
    ("leg_1", "leg_2", "more", "away_goals_rule", "expected"),
    [vector[1:] for vector in VECTORS],
    ids=[vector[0] for vector in VECTORS],
)
def test_tie_is_decided_as_it_was(leg_1, leg_2, more, away_goals_rule, expected):
    legs = first(leg_1), second(leg_2, **more)

    assert outcome(*legs, away_goals_rule=away_goals_rule) == expected


def test_single_match_may_go_to_a_long_shootout():
    final = first((1, 1), shootout=(11, 10))

    assert outcome(final, planned_legs=1) == Outcome(1, 1, 1, OURS, "penalties")


def test_first_leg_alone_decides_nothing():
    assert outcome(first((3, 0))) == Outcome(3, 0, 1)


def test_leg_without_a_result_does_not_count():
    legs = first((3, 0)), second((1, 0), is_finished=False)

    assert outcome(*legs) == Outcome(3, 0, 1)


def test_authority_has_the_last_word():
    legs = first((3, 0)), second((0, 0))

    assert outcome(*legs, awarded_to=THEIRS) == Outcome(3, 0, 2, THEIRS, "awarded")


def test_awarded_match_counts_in_the_aggregate():
    assert Match(status="awarded").is_finished is True
