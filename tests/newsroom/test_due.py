from datetime import timedelta

import pytest

from articles.models import HousekeepingRun, Undone
from newsroom.board import board
from newsroom.due import light
from tests.factories import NOON, make_member

SECOND = timedelta(seconds=1)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        (None, True),
        (NOON - timedelta(seconds=121), True),
        (NOON - timedelta(seconds=120), False),
        (NOON, False),
    ],
)
def test_housekeeping_that_did_not_run_for_two_minutes_is_told(ended, expected):
    if ended:
        HousekeepingRun.objects.create(ended_at=ended)

    assert light(at=NOON).is_late is expected
    assert light(at=NOON).is_on is expected


def test_an_item_that_failed_is_told_with_its_reason(client):
    HousekeepingRun.objects.create(ended_at=NOON)
    undone = Undone.objects.create(
        task="arrivals logged", item="1", reason="Trop long.", since=NOON, last_at=NOON
    )
    client.force_login(make_member("desk chief"))

    assert [failure.undone for failure in light(at=NOON).failures] == [undone]
    assert "Trop long." in client.get("/admin/").text


@pytest.mark.parametrize(("role", "sees"), [("desk chief", True), ("reporter", False)])
def test_who_publishes_sees_the_light(role, sees):
    assert (board(make_member(role)).light is not None) is sees
