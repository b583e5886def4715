"""What the clock alone makes public: at its second, whatever the clock does."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from articles import arrivals
from articles.models import AuditEntry, Edition
from tests.factories import NOON, make_article, make_user, publish

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
PARIS = ZoneInfo("Europe/Paris")
DUE, MANY = NOON + HOUR, 200

pytestmark = pytest.mark.django_db


def scheduled(publish_at=DUE, *, at=NOON, **words):
    return publish(make_article(**words), at=at, publish_at=publish_at)


def public(at):
    return Edition.objects.public("fr", at=at).count()


def arrive_all(*, at):
    return sum(arrivals.arrive(e, at=at) for e in arrivals.arriving(at=at))


def test_two_hundred_due_in_one_minute_appear_each_at_its_second():
    by = make_user(is_superuser=True)
    for number in range(MANY):
        when = DUE + (number % 60) * SECOND
        publish(make_article(), at=NOON, by=by, publish_at=when)

    assert public(DUE - SECOND) == 0
    assert [public(DUE + s * SECOND) for s in (0, 29, 59)] == [4, 110, MANY]


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        (datetime(2026, 10, 25, 1, 59), datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        (datetime(2026, 10, 25, 3, 0), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
        (datetime(2027, 3, 28, 1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (datetime(2027, 3, 28, 3, 0), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
    ],
)
def test_a_change_of_clocks_moves_no_second(typed, instant):
    scheduled(typed.replace(tzinfo=PARIS))

    assert public(instant - SECOND) == 0
    assert public(instant) == 1


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_set_wrong_and_right_again_unpublishes_nothing(hours):
    edition = scheduled()
    arrive_all(at=DUE)
    assert arrive_all(at=DUE + hours * HOUR) == 0
    edition.refresh_from_db()

    assert edition.public_from == edition.first_published_at == DUE
    assert edition.is_public(at=DUE) is True
    assert AuditEntry.objects.about(edition).filter(action="arrive").count() == 1


def test_what_appears_is_said_once_in_the_log_with_its_address():
    edition = scheduled()
    assert arrive_all(at=DUE - SECOND) == 0
    assert (arrive_all(at=DUE), arrive_all(at=DUE + MINUTE)) == (1, 0)

    entry = AuditEntry.objects.about(edition).get(action="arrive")
    assert (entry.user, entry.at) == (None, DUE)
    assert entry.details["url"] == edition.get_absolute_url()


def test_two_runs_that_found_the_same_do_it_once():
    edition = scheduled()
    first, second = (arrivals.arriving(at=DUE).get() for _run in range(2))

    assert [arrivals.arrive(e, at=DUE) for e in (first, second)] == [1, 0]
    assert AuditEntry.objects.about(edition).filter(action="arrive").count() == 1


def test_what_a_person_publishes_at_once_is_no_arrival():
    publish(make_article(), at=NOON)

    assert arrive_all(at=NOON + HOUR) == 0


def test_what_was_rescheduled_after_it_was_taken_back_arrives_again():
    edition = scheduled()
    arrive_all(at=DUE)
    edition.refresh_from_db()
    edition.embargo_until = DUE + HOUR
    edition.save()

    assert arrive_all(at=DUE + HOUR) == 1
