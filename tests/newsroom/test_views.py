import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Notice
from matches.models import Group, Season
from tests.factories import (
    KICK_OFF,
    make_adjustment,
    make_article,
    make_competition,
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


def beaten(stage, home, away, **more):
    score = {"full_time_home": 2, "full_time_away": 0, "status": "finished"}
    return make_match(stage=stage, home=home, away=away, **score | more)


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("fr", ["J", "G", "N", "P", "BP", "BC", "Diff.", "Pts"]),
        ("en", ["P", "W", "D", "L", "GF", "GA", "GD", "Pts"]),
    ],
)
def test_league_has_its_table_with_the_heads_of_the_language(client, language, heads):
    match = beaten(make_stage(kind="regular_season"), make_team(), make_team())
    key = match.season.competition.key

    html = text(client, f"/{language}/competitions/{key}/2023-24/")

    assert re.findall(r"<abbr title=[^>]+>([^<]+)</abbr>", html) == heads
    assert f">{'V' if language == 'fr' else 'W'}</span>" in html


def test_table_scrolls_in_a_region_that_the_keyboard_reaches(client):
    match = beaten(make_stage(kind="regular_season"), make_team(), make_team())

    html = text(client, match.season.get_absolute_url())

    region = (
        r'<div class="standings__scroll" role="region" tabindex="0" aria-label="(.+?)">'
    )
    assert len(re.findall(region, html)) == 1
    assert re.search(region, html)[1] in re.search(r"<caption.+?caption>", html)[0]


def test_deduction_is_a_footnote_of_the_table(client):
    match = beaten(make_stage(kind="regular_season"), make_team("A"), make_team("B"))
    make_adjustment(season=match.season, team=match.home)

    html = text(client, match.season.get_absolute_url())

    assert "A\xa0: 1\xa0point retiré (Sanction)." in html


def test_group_has_its_table_above_its_matches(client):
    stage = make_stage(kind="group_stage")
    group = Group.objects.create(stage=stage, label="B")
    beaten(stage, make_team(), make_team(), group=group)

    response = client.get(stage.season.get_absolute_url())

    ((_stage, (found,)),) = response.context["stages"]
    assert found.table.scope.group == group
    assert response.context["tables"] == []


def test_knock_out_rounds_stand_side_by_side(client):
    tie = make_tie()
    final = make_stage(season=tie.stage.season, kind="final", order=9)
    beaten(final, tie.team_b, make_team())

    html = text(client, f"/en/competitions/{final.season.competition.key}/2023-24/")

    assert '<p class="pairing__words">Atalanta 4-1 on aggregate</p>' in html
    assert [
        r.stage for r in client.get(final.season.get_absolute_url()).context["bracket"]
    ] == [tie.stage, final]


@pytest.mark.parametrize(("language", "place"), [("fr", "2e"), ("en", "2nd")])
def test_team_page_says_its_place(client, language, place):
    match = beaten(make_stage(kind="regular_season"), make_team(), make_team())

    html = text(client, f"/{language}/teams/{match.away.slug}/")

    assert f'<strong class="place__number">{place}</strong>' in html


def test_team_page_shows_the_tables_of_the_newest_season_alone(client):
    competition, team = make_competition(), make_team()
    for label in ("2022/23", "2023/24"):
        season = make_season(competition=competition, label=label)
        beaten(make_stage(season=season, kind="regular_season"), team, make_team())

    response = client.get(team.get_absolute_url())

    ((_line, table),) = response.context["tables"]
    assert table.scope.season.label == "2023/24"


def test_team_page_draws_its_season_and_tells_it_in_a_table(client):
    stage, team = make_stage(kind="regular_season"), make_team()
    for day in (1, 2, 3):
        kickoff_at = KICK_OFF + timedelta(days=day)
        beaten(stage, team, make_team(), matchday=day, kickoff_at=kickoff_at)

    html = text(client, f"/en/teams/{team.slug}/")

    assert '<polyline class="season-line__path" points="24,24 320,24 616,24"' in html
    assert "Best 1st, worst 1st, 1st after 3 matches.</desc>" in html
    assert '<th scope="row">3</th><td>won</td><td>1st</td><td>9</td>' in html


@pytest.mark.parametrize("name", ["team", "competition"])
def test_list_pages_take_ten_queries_at_most(
    client, django_assert_max_num_queries, name
):
    tie, team = make_tie(), make_team()
    season = tie.stage.season
    Season.objects.update(tiebreakers=["discipline"])
    stage = make_stage(season=season, kind="regular_season", order=3)
    for _number in range(12):
        match = beaten(stage, team, make_team(), full_time_away=2)
        publish(make_article(match=match))
    make_adjustment(season=season, team=team)
    address = {"team": team, "competition": season}[name].get_absolute_url()
    client.get(address)

    with django_assert_max_num_queries(10):
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
