from datetime import UTC, datetime, timedelta

import pytest

from newsroom.board import board
from tests.factories import (
    NOON,
    make_article,
    make_competition,
    make_edition,
    make_event,
    make_match,
    make_member,
    make_season,
    make_stage,
    publish,
)

pytestmark = pytest.mark.django_db


def test_my_work_is_what_i_wrote_or_translate_and_is_not_out():
    reporter, translator = make_member("reporter"), make_member("translator")
    article = make_article(created_by=reporter)
    french = make_edition(article=article)
    english = make_edition(
        article=article, language="en", origin="translation", translator=translator
    )
    publish(make_article(created_by=reporter))

    assert board(reporter).mine == [french]
    assert board(translator).mine == [english]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("reporter", []),
        ("sub-editor", ["in_review"]),
        ("desk chief", ["in_review", "ready"]),
    ],
)
def test_what_waits_for_me_follows_from_my_role(role, expected):
    for status in ("draft", "in_review", "ready"):
        make_edition(status=status)

    waiting = board(make_member(role)).waiting
    assert [edition.status for edition in waiting] == expected


def test_translators_see_what_the_other_language_lacks():
    translator = make_member("translator")
    alone, both = make_article(), make_article()
    publish(alone)
    publish(both)
    make_edition(article=both, language="en")
    make_edition(article=make_article())

    waiting = [one.article for one in board(translator).to_translate]
    assert waiting == [alone]


def test_a_story_saved_since_it_was_published_is_shown_once():
    edition, untouched = publish(make_article()), publish(make_article())
    edition.article.title_fr = "Un autre titre"
    edition.article.save()
    untouched.article.save()

    assert board(make_member("reporter")).changed == [edition]


def test_the_last_to_appear_comes_first():
    first = publish(make_article(), at=NOON)
    second = publish(make_article(), at=NOON + timedelta(minutes=1))

    assert board(make_member("reporter")).recent == [second, first]


def test_the_day_is_the_newsrooms_and_not_the_venues():
    overseas = make_competition(timezone="America/New_York")
    stage = make_stage(season=make_season(competition=overseas))
    late = make_match(stage=stage, kickoff_at=datetime(2024, 5, 2, 22, 30, tzinfo=UTC))
    shown = board(make_member("reporter"), at=datetime(2024, 5, 3, 8, tzinfo=UTC))

    assert [fixture.match for fixture in shown.fixtures] == [late]
    assert (late.kickoff_on.day, shown.is_today) == (2, True)


def test_a_day_without_a_match_shows_the_next_that_has_one():
    match = make_match()
    shown = board(make_member("reporter"), at=datetime(2024, 4, 1, tzinfo=UTC))

    assert ([f.match for f in shown.fixtures], shown.is_today) == ([match], False)


def test_a_match_tells_what_exists_in_which_language():
    match = make_match()
    edition = publish(make_article(match=match))

    (fixture,) = board(make_member("reporter"), at=NOON).fixtures
    assert fixture.coverage["fr"].editions == [edition]
    assert fixture.coverage["en"].editions == []


def test_a_match_tells_what_it_lacks_in_which_language():
    match = make_match()
    publish(make_article(match=match))
    make_edition(article=make_article(match=match, kind="preview"), status="withdrawn")

    (fixture,) = board(make_member("reporter"), at=NOON).fixtures
    assert fixture.coverage["fr"].lacks == ["preview", "reaction"]
    assert fixture.coverage["en"].lacks == ["preview", "report", "reaction"]


@pytest.mark.parametrize(("side", "expected"), [("home", False), ("away", True)])
def test_a_match_tells_that_its_goals_do_not_add_up(client, side, expected):
    match = make_match(full_time_home=1, full_time_away=0)
    make_event(match=match, team=getattr(match, side))
    client.force_login(make_member("statistics desk"))

    (fixture,) = board(make_member("reporter"), at=NOON).fixtures
    assert fixture.is_doubted is expected
    assert ("badge--doubt" in client.get("/admin/").content.decode()) is expected


@pytest.mark.parametrize("stories", [1, 8])
def test_the_page_asks_the_database_the_same_however_busy(
    client, stories, django_assert_num_queries
):
    client.force_login(make_member("desk chief"))
    for _story in range(stories):
        publish(make_article(match=make_match()))
        make_edition(status="in_review")

    with django_assert_num_queries(34):
        client.get("/admin/")


@pytest.mark.parametrize("role", ["statistics desk", "read-only", "translator"])
def test_every_role_has_a_board(client, role):
    client.force_login(make_member(role))

    assert client.get("/admin/").status_code == 200
