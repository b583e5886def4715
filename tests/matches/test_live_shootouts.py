import pytest

from matches.live import shootouts
from matches.live.refusals import Refused
from matches.live.state import state
from tests.matches.live import NIGHT, Desk

KNOCKOUT = ["kick_off", "half_time", "second_half", "shootout"]


def taken(home, away):
    """“++-”, “++”: kicks in turn, the home side first."""
    rows = []
    for turn in range(max(len(home), len(away))):
        for side, kicks in (("home", home), ("away", away)):
            rows += [(side, kick == "+") for kick in kicks[turn : turn + 1]]
    return rows


@pytest.mark.parametrize(
    ("home", "away", "winner"),
    [
        ("", "", ""),
        ("+++", "---", "home"),
        ("+++", "--", ""),
        ("+++", "-+-", ""),
        ("++++", "-+-", "home"),
        ("++-+", "--+", ""),
        ("++-++", "--++", "home"),
        ("+++++", "+++++", ""),
        ("++++++", "+++++", ""),
        ("++++++", "+++++-", "home"),
        ("+++++-", "++++++", "away"),
    ],
)
def test_shootout_is_won_when_it_cannot_be_lost(home, away, winner):
    assert shootouts.winner(taken(home, away)) == winner


@pytest.fixture
def desk(db):
    desk = Desk()
    desk.steps(*KNOCKOUT)
    return desk


def kick(desk, side, number, kind="scored"):
    return desk.event(f"shootout_{kind}", side, "", number=number)


def test_kicks_count_apart_from_the_goals(desk):
    kick(desk, "away", 1)
    kick(desk, "home", 2, "saved")

    assert (str(desk.now.full_time), str(desk.now.shootout)) == ("0-0", "0-1")
    assert state(desk.now, at=NIGHT)["kick"] == {"side": "away", "number": 3}


def test_no_kick_before_the_shootout(db):
    desk = Desk()
    desk.step("kick_off")

    with pytest.raises(Refused):
        kick(desk, "home", 1)


def test_level_shootout_does_not_end_the_match(desk):
    kick(desk, "home", 1)
    kick(desk, "away", 2)

    with pytest.raises(Refused):
        desk.step("full_time")


def test_full_time_is_offered_once_the_shootout_is_won(desk):
    for number in range(1, 7):
        side = "home" if number % 2 else "away"
        kick(desk, side, number, "scored" if side == "home" else "missed")

    now = state(desk.now, at=NIGHT)
    assert (now["next"], now["kick"]) == (["full_time", "suspend"], None)
    desk.step("full_time")
    assert desk.now.winner_id == desk.match.home_id


def test_kick_of_a_shootout_that_is_won_is_refused(desk):
    for number in range(1, 7):
        side = "home" if number % 2 else "away"
        kick(desk, side, number, "scored" if side == "home" else "missed")

    with pytest.raises(Refused):
        kick(desk, "home", 7)
