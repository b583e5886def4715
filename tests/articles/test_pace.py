from datetime import timedelta

from articles import pace
from tests.factories import NOON, make_user


def test_the_sixty_first_act_of_a_minute_waits_for_the_next(db):
    person, other = make_user(), make_user()
    waits = [pace.wait("keep", person, at=NOON) for _act in range(61)]

    assert waits == [0] * 60 + [60]
    assert pace.wait("keep", other, at=NOON) == 0
    assert pace.wait("presence", person, at=NOON) == 0


def test_a_new_minute_starts_from_none(db):
    person, late = make_user(), NOON + timedelta(seconds=50)
    waits = [pace.wait("keep", person, at=late) for _act in range(61)]

    assert waits[-1] == 10
    assert pace.wait("keep", person, at=NOON + timedelta(seconds=60)) == 0
