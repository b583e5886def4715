from datetime import timedelta

import pytest
from django.utils import timezone

from matches.models import Match
from tests.factories import (
    embed,
    make_article,
    make_event,
    make_match,
    make_person,
    make_post,
    make_quote,
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


@pytest.fixture
def first_leg():
    return make_tie().leg(1)


def test_match_page_says_score_leg_and_aggregate(client, first_leg):
    html = text(client, f"/en/matches/{first_leg.pk}/{first_leg.slug}/")

    assert '<span class="score" aria-hidden="true">1-1</span>' in html
    assert '<span class="sr-only">OM 1, Atalanta 1</span>' in html
    assert "<span>Semi-final, first leg</span>" in html
    assert 'data-key="aggregate">Atalanta 4-1 on aggregate</p>' in html


@pytest.mark.parametrize(
    ("language", "minute"), [("fr", "45e+2"), ("en", "45+2&#x27;")]
)
def test_goal_stands_at_its_minute(client, first_leg, language, minute):
    scorer = make_person("Gianluca Scamacca")
    make_event(match=first_leg, person=scorer, team=first_leg.away, minute=45, added=2)

    html = text(client, f"/{language}/matches/{first_leg.pk}/om-atalanta/")

    assert f'<span aria-hidden="true">{minute}</span>' in html
    assert f"<li>Scamacca {minute}</li>" in html


def test_match_page_lists_coverage_and_labels_the_other_language(client, first_leg):
    publish(make_article(match=first_leg, title_fr="Un partout"), "fr")
    publish(make_article(match=first_leg, title_en="Only in English"), "en")

    html = text(client, first_leg.get_absolute_url())

    assert "Un partout" in html
    assert '<span class="badge">Anglais</span>' in html
    assert 'hreflang="en" lang="en">Only in English</a>' in html


def test_story_in_both_languages_is_listed_once(client, first_leg):
    article = make_article(
        match=first_leg, title_fr="Un partout", title_en="All square"
    )
    publish(article, "fr")
    publish(article, "en")

    html = text(client, first_leg.get_absolute_url())

    assert "Un partout" in html
    assert "All square" not in html


def test_match_page_shows_quotes_of_public_stories_alone(client, first_leg):
    said = make_quote(match=first_leg, text="Dit en public.")
    make_quote(match=first_leg, text="Gardé au carnet.")
    publish(make_article(match=first_leg, body_fr=f"<p>Texte.</p>{embed(said)}"))

    html = text(client, first_leg.get_absolute_url())

    assert "Dit en public." in html
    assert "Gardé au carnet." not in html


def test_match_page_leads_to_the_other_leg(client, first_leg):
    html = text(client, first_leg.get_absolute_url())

    assert first_leg.tie.leg(2).get_absolute_url() in html


def test_second_leg_shows_the_coverage_of_the_first(client, first_leg):
    publish(make_article(match=first_leg, title_fr="Un partout"))
    second = first_leg.tie.leg(2)

    shown = client.get(second.get_absolute_url()).context["coverage"].first_leg

    assert [edition.release.title for edition in shown] == ["Un partout"]
    page = client.get(first_leg.get_absolute_url())
    assert page.context["coverage"].first_leg == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_page_of_a_second_leg_takes_twelve_queries_at_most(
    client, django_assert_max_num_queries, first_leg, language
):
    second = first_leg.tie.leg(2)
    shown = [make_quote(match=second), make_post(match=second, claimed_minute=11)]
    body = "<p>Texte.</p>" + "".join(map(embed, shown))
    make_event(match=second, person=make_person(), team=second.home)
    for match in (first_leg, second):
        for code in ("fr", "en"):
            publish(make_article(match=match, body_fr=body, body_en=body), code)
    client.get(second.get_absolute_url())

    with django_assert_max_num_queries(12):
        client.get(f"/{language}/matches/{second.pk}/atalanta-om/")


def test_another_slug_moves_to_the_match(client, first_leg):
    response = client.get(f"/fr/matches/{first_leg.pk}/autre/")

    assert response.status_code == 301
    assert response["Location"] == f"/fr/matches/{first_leg.pk}/om-atalanta/"


def test_match_page_names_its_address_in_each_language(client, settings):
    home = make_team(short_name_fr="Rome", short_name_en="Roma")
    match = make_match(home=home, away=make_team("Milan"))

    html = text(client, f"/fr/matches/{match.pk}/rome-milan/")

    english = f"{settings.SITE_URL}/en/matches/{match.pk}/roma-milan/"
    assert f'<link rel="alternate" hreflang="en" href="{english}">' in html


@pytest.mark.parametrize("language", ["fr", "en"])
def test_match_page_takes_twelve_queries_at_most(
    client, django_assert_max_num_queries, first_leg, language
):
    shown = [make_quote(match=first_leg), make_post(match=first_leg, claimed_minute=11)]
    body = "<p>Texte.</p>" + "".join(map(embed, shown))
    make_event(match=first_leg, person=make_person(), team=first_leg.home)
    publish(make_article(match=first_leg, body_fr=body, body_en=body), "fr")
    publish(make_article(match=first_leg, body_fr=body, body_en=body), "en")
    client.get(first_leg.get_absolute_url())

    with django_assert_max_num_queries(12):
        client.get(f"/{language}/matches/{first_leg.pk}/om-atalanta/")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_match_page_of_a_league_takes_twelve_queries_at_most(
    client, django_assert_max_num_queries, language
):
    match = league_match(tiebreakers=["discipline"])
    shown = [make_quote(match=match), make_post(match=match, claimed_minute=11)]
    body = "<p>Texte.</p>" + "".join(map(embed, shown))
    make_event(match=match, person=make_person(), team=match.home)
    publish(make_article(match=match, body_fr=body, body_en=body), "fr")
    publish(make_article(match=match, body_fr=body, body_en=body), "en")
    client.get(match.get_absolute_url())

    with django_assert_max_num_queries(12):
        client.get(f"/{language}/matches/{match.pk}/{match.slug}/")


def league_match(*, tiebreakers=()):
    season = make_season(tiebreakers=list(tiebreakers))
    stage = make_stage(season=season, kind="regular_season")
    score = {"full_time_home": 1, "full_time_away": 1, "status": "finished"}
    return make_match(stage=stage, **score)


def test_match_of_a_league_shows_the_two_teams_in_the_table(client):
    match = league_match()

    response = client.get(match.get_absolute_url())

    lines = response.context["table"].lines
    assert {line.team for line in lines} == {match.home, match.away}
    assert '<tr class="is-ours">' in response.content.decode()


def test_match_of_a_tie_shows_no_table(client, first_leg):
    response = client.get(first_leg.get_absolute_url())

    assert response.context["table"] is None
    assert "standings" not in response.content.decode()


def test_day_page_shows_the_day_of_the_venue_and_its_neighbours(client, first_leg):
    html = text(client, "/fr/matches/2024-05-02/")

    assert first_leg.get_absolute_url() in html
    assert 'rel="next" href="/fr/matches/2024-05-09/"' in html
    assert 'rel="prev"' not in html


def test_day_without_matches_says_so(client):
    assert "empty" in text(client, "/fr/matches/2024-05-01/")


def test_day_that_does_not_exist_is_not_found(client):
    assert client.get("/fr/matches/2024-02-30/").status_code == 404


def test_matches_lead_to_the_last_day_played(client, first_leg):
    response = client.get("/en/matches/")

    assert response.status_code == 302
    assert response["Location"] == "/en/matches/2024-05-09/"


@pytest.mark.parametrize("query", ["?page=2", "?x=1"])
def test_unknown_parameters_change_nothing(client, first_leg, query):
    address = first_leg.get_absolute_url()

    assert client.get(address + query).content == client.get(address).content


def test_match_is_public_before_anyone_wrote_about_it(client):
    later = timezone.now() + timedelta(days=3)
    match = make_match(kickoff_at=later, status=Match.Status.SCHEDULED)

    html = text(client, match.get_absolute_url())

    assert 'scorebox__state--scheduled">À venir</span>' in html


@pytest.mark.parametrize("count", [5, 50])
def test_page_takes_twelve_queries_whatever_it_tells(
    client, django_assert_max_num_queries, first_leg, count
):
    second = first_leg.tie.leg(2)
    shown = []
    for number in range(count):
        person = make_person(f"Prénom Nom{number}")
        shown += [make_quote(match=second, speaker=person)]
        shown += [make_post(match=second, claimed_minute=1 + number % 45)]
        minute = {"minute": 1 + number % 45, "person": person}
        make_event(match=second, team=second.home, type="woodwork", **minute)
    body = "<p>Texte.</p>" + "".join(map(embed, shown))
    publish(make_article(match=second, body_fr=body))
    client.get(second.get_absolute_url())

    with django_assert_max_num_queries(12):
        html = text(client, second.get_absolute_url())
    assert html.count('class="quote"') == count
    assert html.count("timeline__event--woodwork") == count
    assert html.count('class="timeline__post"') == count


@pytest.mark.parametrize("ties", [2, 12])
def test_competition_takes_ten_queries_whatever_its_ties(
    client, django_assert_max_num_queries, ties
):
    season = make_season()
    for order, kind in enumerate(["quarter_finals", "semi_finals"]):
        stage = make_stage(season=season, kind=kind, order=order)
        for _tie in range(ties // 2):
            make_tie(stage=stage)
    client.get(season.get_absolute_url())

    with django_assert_max_num_queries(10):
        html = text(client, season.get_absolute_url())
    assert html.count('class="pairing"') == ties


@pytest.mark.parametrize(
    ("status", "hours"), [("scheduled", 1), ("postponed", 0), ("cancelled", 0)]
)
def test_match_that_is_off_shows_no_hour_on_its_day(client, status, hours):
    match = make_match(status=status)

    html = text(client, f"/fr/matches/{match.kickoff_on}/")

    assert html.count('<time class="score-line__hour"') == hours
