"""Acts that reach the server at the same instant."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection

from matches.live.entering import enter
from matches.live.refusals import Doubled
from matches.models import Match, MatchEvent
from tests.factories import make_user
from tests.matches.live import NIGHT, Desk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk():
    desk = Desk()
    desk.step("kick_off")
    return desk


def at_once(desk, acts):
    """Whether each of (act, by) was done; None for one that asked a question."""

    def do(given):
        act, by = given
        try:
            return enter(desk.match.pk, act, by=by, at=NIGHT)
        except Doubled:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(acts)) as threads:
        return list(threads.map(do, acts))


def test_same_act_sent_six_times_at_once_is_done_once(desk):
    goal = replace(
        desk.last, key=uuid4(), kind="event", type="goal", side="home", minute="1"
    )

    done = at_once(desk, [(goal, desk.by)] * 6)
    assert sorted(done) == [False] * 5 + [True]
    assert MatchEvent.objects.count() == 1
    assert str(desk.now.full_time) == "1-0"


def test_goal_of_two_operators_at_once_is_one_and_a_question(desk):
    goal = replace(desk.last, kind="event", type="goal", side="home", minute="1")
    paul = make_user(is_superuser=True)

    done = at_once(desk, [(replace(goal, key=uuid4()), by) for by in (desk.by, paul)])
    assert sorted(done, key=str) == [None, True]
    assert MatchEvent.objects.count() == 1


def test_goals_of_both_sides_at_once_are_both_counted(desk):
    goal = replace(desk.last, kind="event", type="goal", minute="1")
    sides = [replace(goal, key=uuid4(), side=s) for s in ("home", "away")]

    assert at_once(desk, [(act, desk.by) for act in sides]) == [True, True]
    assert str(Match.objects.get().full_time) == "1-1"
