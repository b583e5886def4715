from datetime import timedelta

import pytest
from django.utils.translation import override

from articles import publishing
from articles.models import AuditEntry
from articles.moves import moves, sent_back
from articles.refused import Refused
from tests.factories import NOON, make_article, make_edition, make_member, publish

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition(article=make_article(created_by=make_member("reporter")))


@pytest.fixture
def chief():
    return make_member("desk chief", username="anna", first_name="Anna")


def back(edition, chief, note="Le score manque."):
    author = edition.article.created_by
    publishing.submit(edition, by=author, note="Pour ce soir.", at=NOON)
    publishing.send_back(edition, by=chief, note=note, at=NOON + MINUTE)


def test_every_move_tells_who_when_from_to_and_why(edition, chief):
    back(edition, chief)

    with override("en"):
        last, first = moves([edition])[edition.pk]
        assert (last.who, last.at, last.why) == (
            "Anna",
            NOON + MINUTE,
            "Le score manque.",
        )
        assert (str(last.label), last.before, last.after) == (
            "Sent back",
            "In review",
            "Draft",
        )
        assert (first.before, first.after, first.why) == (
            "Draft",
            "In review",
            "Pour ce soir.",
        )


def test_a_note_stands_out_until_the_edition_is_submitted_again(edition, chief):
    back(edition, chief)
    assert sent_back([edition])[edition.pk].why == "Le score manque."
    publishing.submit(edition, by=edition.article.created_by, at=NOON + 2 * MINUTE)

    assert sent_back([edition]) == {}


def test_what_is_published_for_later_is_told_as_scheduled(edition):
    publish(edition.article, publish_at=NOON + DAY)

    with override("en"):
        assert [str(move.label) for move in moves([edition])[edition.pk]] == [
            "Scheduled"
        ]


def test_a_schedule_can_be_cancelled_before_readers_see_it(edition, chief):
    publish(edition.article, publish_at=NOON + DAY)
    edition.refresh_from_db()
    publishing.unschedule(edition, by=chief, at=NOON + DAY - MINUTE)

    assert (edition.status, edition.public_from) == ("ready", None)
    assert edition.first_published_at is None
    entry = AuditEntry.objects.about(edition).get(action="unschedule")
    assert (entry.details["before"], entry.details["after"]) == ("published", "ready")


def test_what_readers_have_seen_is_withdrawn_and_not_unscheduled(edition, chief):
    publish(edition.article)
    edition.refresh_from_db()

    with pytest.raises(Refused):
        publishing.unschedule(edition, by=chief, at=NOON)
    edition.refresh_from_db()
    assert edition.status == "published"


def test_a_cancelled_schedule_is_published_as_the_first_time(edition, chief):
    publish(edition.article, publish_at=NOON + DAY)
    edition.refresh_from_db()
    publishing.unschedule(edition, by=chief, at=NOON + MINUTE)
    publishing.publish(edition, by=chief, at=NOON + 2 * MINUTE)

    assert edition.release.change == "first"
    assert edition.first_published_at == NOON + 2 * MINUTE
