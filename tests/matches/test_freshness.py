import pytest

from matches.freshness import mark, stored_mark
from matches.models import Match
from tests.factories import (
    embed,
    make_article,
    make_event,
    make_person,
    make_post,
    make_tie,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    match = make_tie().leg(1)
    person, other = make_person(), make_person("Chancel Mbemba")
    make_event(match=match, team=match.home, person=person, second_person=other)
    make_event(match=match, type="woodwork", minute=30)
    return match


def published_post(match):
    post = make_post(match=match, claimed_minute=12)
    publish(make_article(match=match, body_fr=f"<p>Texte.</p>{embed(post)}"))
    return post


def stored(match):
    return stored_mark(match.pk, language="fr")


def test_mark_of_rows_at_hand_is_the_stored_one(match):
    post = published_post(match)
    found = Match.objects.with_sides().with_tie().get(pk=match.pk)

    events = list(found.events.with_people().in_order())

    assert mark(found, events, [post]) == stored(match)


def test_mark_is_read_in_two_queries(match, django_assert_num_queries):
    published_post(match)

    with django_assert_num_queries(2):
        stored(match)


def test_match_that_is_not_has_no_mark(db):
    assert stored_mark(404, language="fr") is None


CHANGES = {
    "the match": lambda match: match.save(),
    "a team": lambda match: match.home.save(),
    "the tie": lambda match: match.tie.save(),
    "the other leg": lambda match: match.other_leg.save(),
    "an event": lambda match: match.events.first().save(),
    "a new event": lambda match: make_event(match=match, type="woodwork"),
    "an event less": lambda match: match.events.last().delete(),
    "a name": lambda match: match.events.first().person.save(),
    "the other name": lambda match: match.events.first().second_person.save(),
    "a post": published_post,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_mark_changes_with(match, change):
    before = stored(match)

    change(match)

    assert stored(match) != before


def test_event_undone_and_entered_again_changes_the_mark(match):
    before = stored(match)
    match.events.last().delete()

    make_event(match=match, type="woodwork", minute=30)

    assert stored(match) != before


def test_post_that_readers_may_not_see_leaves_the_mark(match):
    before = stored(match)

    make_post(match=match, claimed_minute=12)

    assert stored(match) == before
