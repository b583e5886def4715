from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Notice
from tests.factories import (
    make_article,
    make_edition,
    make_match,
    make_member,
    make_season,
    make_stage,
    make_team,
    make_tie,
    publish,
)

pytestmark = pytest.mark.django_db


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en-GB,en;q=0.9,fr;q=0.5", "en"),
        ("fr-CH", "fr"),
        ("de", "fr"),
        ("", "fr"),
    ],
)
def test_root_leads_to_the_language_of_the_browser(client, header, language):
    response = client.get("/", headers={"accept-language": header})

    assert response.status_code == 302
    assert response["Location"] == f"/{language}/"
    assert response["Vary"] == "Accept-Language"
    assert response["Cache-Control"] == "private"


def test_front_shows_the_public_editions_of_its_language(client):
    publish(make_article(title_fr="En français", title_en="Not yet"), "fr")
    publish(make_article(title_fr="Pas encore", title_en="In English"), "en")

    french, english = text(client, "/fr/"), text(client, "/en/")

    assert "En français" in french
    assert "Pas encore" not in french
    assert "In English" in english
    assert "Not yet" not in english


def test_front_says_when_nothing_is_published(client):
    assert '<p class="empty">' in text(client, "/fr/")


def test_story_due_later_is_not_on_the_front(client):
    now = timezone.now()
    publish(
        make_article(title_fr="Pour demain"), at=now, publish_at=now + timedelta(days=1)
    )

    assert "Pour demain" not in text(client, "/fr/")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_front_takes_six_queries_at_most(
    client, django_assert_max_num_queries, language
):
    match = make_tie().leg(2)
    for _story in range(15):
        publish(make_article(match=match), language)
    Notice.objects.create(title_fr="Merci", body_fr="Merci.")
    client.get(f"/{language}/")

    with django_assert_max_num_queries(6):
        client.get(f"/{language}/")


def test_team_page_lists_its_results_and_its_stories(client):
    tie = make_tie()
    publish(make_article(match=tie.leg(1), title_fr="Un partout"))

    html = text(client, tie.team_a.get_absolute_url())

    assert tie.leg(1).get_absolute_url() in html
    assert tie.leg(2).get_absolute_url() in html
    assert "Un partout" in html


def test_competition_page_lists_results_by_stage_the_last_first(client):
    season = make_season()
    groups = make_stage(season=season, kind="group_stage", order=1)
    final = make_stage(season=season, kind="final", order=9)
    make_match(stage=groups)
    make_match(stage=final)

    response = client.get(season.get_absolute_url())

    assert [stage for stage, _rounds in response.context["stages"]] == [final, groups]


@pytest.mark.parametrize("name", ["team", "competition"])
def test_list_pages_take_few_queries(client, django_assert_max_num_queries, name):
    season = make_season()
    stage, team = make_stage(season=season), make_team()
    for _number in range(12):
        publish(make_article(match=make_match(stage=stage, home=team)))
    address = {"team": team, "competition": season}[name].get_absolute_url()
    client.get(address)

    with django_assert_max_num_queries(6):
        client.get(address)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_at_an_address_is_said_in_its_language(client, language):
    response = client.get(f"/{language}/nowhere/")

    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_broken_page_is_said_in_its_language(client, language, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("newsroom.views.front_page.STORIES", "thirteen")

    response = client.get(f"/{language}/")

    assert response.status_code == 500
    assert f'<html lang="{language}">' in response.content.decode()


def test_public_pages_set_no_cookie_and_vary_on_nothing(client):
    edition = publish(make_article())

    for address in ("/fr/", edition.get_absolute_url(), reverse("articles:list")):
        response = client.get(address)
        assert not response.cookies
        assert "Vary" not in response


def test_article_is_no_longer_reached_by_its_english_address(client):
    edition = make_edition(language="en", slug="all-square")

    assert (
        client.get(f"/en/articles/{edition.article_id}/all-square/").status_code == 404
    )


def test_health_is_the_process_alone(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"ok\n"


def test_readiness_names_nothing_when_all_is_well(client):
    response = client.get("/readyz")

    assert (response.status_code, response.content) == (200, b"ready\n")


def test_readiness_names_a_cache_that_keeps_nothing(client, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    }

    response = client.get("/readyz")

    assert (response.status_code, response.content) == (503, b"not ready: cache\n")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Votre rôle ne vous le permet pas."),
        ("en", "Your role does not allow this."),
    ],
)
def test_refusal_at_the_desk_says_why_in_its_language(client, language, sentence):
    client.force_login(make_member("read-only"))
    client.cookies["django_language"] = language

    response = client.get("/admin/articles/article/add/")

    assert response.status_code == 403
    assert sentence in response.content.decode()
    assert 'href="/admin/"' in response.content.decode()
