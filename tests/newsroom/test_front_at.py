from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.factories import (
    make_article,
    make_edition,
    make_match,
    make_member,
    make_user,
    publish,
)

PARIS = ZoneInfo("Europe/Paris")
TEN = datetime(2030, 7, 14, 22, tzinfo=PARIS)
SECOND = timedelta(seconds=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_member("reporter"))
    return client


def look(desk, language="fr", at="2030-07-14T22:00"):
    return desk.get("/admin/front/", {"language": language, "at": at})


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("publish_at", "shown"), [(TEN, True), (TEN + SECOND, False)])
def test_what_is_due_by_then_is_on_the_front(desk, language, publish_at, shown):
    article = make_article()
    publish(article, language, at=timezone.now(), publish_at=publish_at)
    page = look(desk, language)

    title = getattr(article, f"title_{language}")
    assert (title in page.context["page"]) is shown
    assert [e.article for e in page.context["due"]] == [article] * shown


def test_it_is_the_page_that_readers_get(desk, client):
    article = make_article()
    publish(article, at=timezone.now())
    page = look(desk).context["page"]

    assert "<!doctype html>" in page
    assert 'rel="canonical"' not in page
    assert f'href="/fr/articles/{article.pk}/' in page


def test_an_embargo_that_waits_for_a_match_stays_off_the_front(desk):
    article = make_article()
    make_edition(article=article, embargo_match=make_match(), embargo_event="full_time")
    publish(article, at=timezone.now())

    assert article.title_fr not in look(desk).context["page"]


def test_an_hour_that_the_clocks_skip_is_refused(desk):
    page = look(desk, at="2027-03-28T02:30")

    assert [*page.context["form"].errors] == ["at"]


def test_the_page_is_kept_by_nobody_and_indexed_by_nobody(desk):
    page = look(desk)

    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"


def test_who_does_not_work_on_stories_sees_no_front_to_come(client):
    client.force_login(make_user())

    assert look(client).status_code == 403
    client.logout()
    assert look(client).status_code == 302
