from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from articles import embargo
from articles.models import Edition
from matches import transitions
from matches.importers import saving
from matches.models import Match
from tests.factories import (
    KICK_OFF,
    NOON,
    make_article,
    make_edition,
    make_match,
    make_member,
    publish,
)

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
COLUMNS = {
    "lineups": "lineups_at",
    "half_time": "half_time_at",
    "full_time": "full_time_at",
}

pytestmark = pytest.mark.django_db


def kept(match, event="full_time", minutes=30, *, at=KICK_OFF, **columns):
    """Published at `at`, and kept until a moment of `match`."""
    article = make_article(match=match)
    terms = {"embargo_event": event, "embargo_minutes": minutes}
    make_edition(article=article, embargo_match=match, **terms | columns)
    return publish(article, at=at)


def fresh(edition):
    return Edition.objects.get(pk=edition.pk)


def assert_public(edition, *, at, expected):
    edition = fresh(edition)
    assert edition.is_public(at=at) is expected
    assert Edition.objects.public("fr", at=at).contains(edition) is expected


@pytest.mark.parametrize("event", COLUMNS)
def test_words_wait_for_a_moment_that_is_not_on_record(event):
    edition = kept(make_match(), event)

    assert (edition.public_from, edition.first_published_at) == (None, None)
    assert_public(edition, at=NOON + timedelta(days=9), expected=False)


@pytest.mark.parametrize("event", COLUMNS)
def test_words_come_out_at_the_second_that_the_moment_and_the_minutes_make(event):
    match = make_match()
    edition = kept(match, event)
    setattr(match, COLUMNS[event], NOON)
    match.save()

    assert_public(edition, at=NOON + 30 * MINUTE - SECOND, expected=False)
    assert_public(edition, at=NOON + 30 * MINUTE, expected=True)


@pytest.mark.parametrize("moment", [NOON + MINUTE, None])
def test_a_moment_corrected_or_undone_hides_what_it_had_let_out(moment):
    match = make_match(full_time_at=NOON)
    edition = kept(match, minutes=0)
    assert_public(edition, at=NOON, expected=True)
    match.full_time_at = moment
    match.save()

    assert_public(edition, at=NOON, expected=False)
    assert_public(edition, at=NOON + MINUTE, expected=moment is not None)


@pytest.mark.parametrize("moment", [NOON + MINUTE, None])
def test_a_moment_changed_behind_every_door_hides_at_once(moment):
    match = make_match(full_time_at=NOON)
    edition = kept(match, minutes=0)
    Match.objects.update(full_time_at=moment)

    assert_public(edition, at=NOON + timedelta(days=1), expected=False)


@pytest.mark.parametrize(("before", "after"), [(None, NOON), (NOON, NOON + MINUTE)])
def test_housekeeping_finds_what_a_door_forgot(before, after):
    match = make_match(full_time_at=before)
    edition = kept(match, minutes=0)
    Match.objects.update(full_time_at=after)

    assert Edition.objects.follow() == 1
    assert_public(edition, at=after, expected=True)
    assert Edition.objects.follow() == 0


def test_the_live_desk_lets_out_and_takes_back():
    match = make_match(status="live", phase="second_half")
    edition, chief = kept(match, minutes=0), make_member("desk chief")
    move = transitions.move(match, "finished", by=chief, at=NOON)
    assert_public(edition, at=NOON, expected=True)
    transitions.take_back(move, by=chief, at=NOON + MINUTE)

    assert_public(edition, at=NOON + MINUTE, expected=False)


def test_an_import_lets_out():
    match = make_match()
    edition = kept(match, minutes=0)
    match.full_time_at = NOON
    saving.change([match])

    assert_public(edition, at=NOON, expected=True)


def test_of_an_hour_and_a_moment_the_later_counts():
    match = make_match(full_time_at=NOON)
    edition = kept(match, embargo_until=NOON + 31 * MINUTE)

    assert edition.public_from == NOON + 31 * MINUTE


def test_readers_first_see_it_when_it_is_let_out_and_not_before():
    match = make_match()
    edition = kept(match, minutes=0)
    match.full_time_at = KICK_OFF
    before = timezone.now()
    match.save()

    assert fresh(edition).public_from == KICK_OFF
    assert before <= fresh(edition).first_published_at <= timezone.now()


def test_what_readers_saw_keeps_its_first_moment_when_hidden_again():
    match = make_match(full_time_at=NOON)
    edition = kept(match, minutes=0, at=NOON)
    match.full_time_at = None
    match.save()

    assert fresh(edition).first_published_at == NOON


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({}, False),
        ({"embargo_until": NOON + SECOND}, True),
        ({"embargo_until": NOON}, False),
        ({"embargo_event": "full_time"}, True),
    ],
)
def test_words_under_embargo_are_known(columns, expected):
    match = make_match() if "embargo_event" in columns else None
    edition = make_edition(embargo_match=match, **columns)

    assert edition.is_under_embargo(at=NOON) is expected


def test_a_match_without_its_moment_is_no_embargo():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_edition(embargo_match=make_match())


@pytest.mark.parametrize(
    ("language", "event", "minutes", "expected"),
    [
        ("en", "full_time", 30, "30 minutes after full time"),
        ("en", "half_time", 1, "1 minute after half-time"),
        ("en", "lineups", 0, "when the line-ups are out"),
    ],
)
def test_the_terms_are_said_in_words(language, event, minutes, expected):
    with override(language):
        assert embargo.after(event, minutes) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({}, "hidden until the desk records it"),
        ({"full_time_at": NOON}, "it came at 03/05/2024 14:00"),
        (
            {"status": "cancelled"},
            "the match is “Cancelled”: this may never come",
        ),
    ],
)
def test_what_is_known_of_the_moment_is_said(state, expected):
    edition = make_edition(embargo_match=make_match(**state), embargo_event="full_time")

    with override("en"):
        assert embargo.known(edition) == expected
