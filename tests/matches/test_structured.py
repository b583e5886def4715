import json
import re
from datetime import UTC, datetime

import pytest

from matches.models import Match, Venue
from matches.structured import sports_event
from tests.factories import KICK_OFF, make_match, make_team

pytestmark = pytest.mark.django_db
DUBLIN = {
    "slug": "dublin",
    "name_fr": "Dublin Arena",
    "name_en": "Dublin Arena",
    "city_fr": "Dublin",
    "city_en": "Dublin",
    "country": "IRL",
    "timezone": "Europe/Dublin",
}


def facts(match, language="fr"):
    match = Match.objects.with_sides().get(pk=match.pk)
    return sports_event(match, language=language, address="/fr/matches/1/om-atalanta/")


def test_match_is_a_sports_event_with_what_is_known(settings):
    settings.SITE_URL = "https://desk.example"
    home = make_team("Olympique de Marseille", short_name_fr="OM", slug="om")
    away = make_team("Atalanta", slug="atalanta")
    score = {"full_time_home": 1, "full_time_away": 1, "status": "finished"}
    match = make_match(home=home, away=away, **score)

    found = facts(match)

    season = match.season.get_absolute_url()
    assert found == {
        "@context": "https://schema.org",
        "@type": "SportsEvent",
        "@id": "https://desk.example/fr/matches/1/om-atalanta/",
        "url": "https://desk.example/fr/matches/1/om-atalanta/",
        "name": "OM – Atalanta",
        "description": "OM 1-1 Atalanta",
        "inLanguage": "fr",
        "sport": "Football",
        "eventStatus": "https://schema.org/EventScheduled",
        "startDate": "2024-05-02T21:00:00+02:00",
        "homeTeam": {
            "@type": "SportsTeam",
            "name": "Olympique de Marseille",
            "url": "https://desk.example/fr/teams/om/",
        },
        "awayTeam": {
            "@type": "SportsTeam",
            "name": "Atalanta",
            "url": "https://desk.example/fr/teams/atalanta/",
        },
        "superEvent": {
            "@type": "SportsEvent",
            "name": "Coupe 2023/24",
            "url": f"https://desk.example{season}",
        },
    }


def test_place_and_offset_are_those_of_the_venue():
    match = make_match(venue=Venue.objects.create(**DUBLIN))

    found = facts(match)

    assert found["startDate"] == "2024-05-02T20:00:00+01:00"
    assert found["location"] == {
        "@type": "Place",
        "name": "Dublin Arena",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Dublin",
            "addressCountry": "IRL",
        },
    }


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("scheduled", "EventScheduled"),
        ("live", "EventScheduled"),
        ("finished", "EventScheduled"),
        ("postponed", "EventPostponed"),
        ("abandoned", "EventCancelled"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_status_has_the_word_of_schema_org(status, expected):
    found = facts(make_match(status=status))

    assert found["eventStatus"] == f"https://schema.org/{expected}"


def test_walkover_is_a_cancelled_event():
    match = make_match(status="awarded", is_walkover=True)

    assert facts(match)["eventStatus"] == "https://schema.org/EventCancelled"


def test_new_date_names_the_one_before():
    later = datetime(2024, 5, 9, 19, 0, tzinfo=UTC)

    found = facts(make_match(kickoff_at=later, original_kickoff_at=KICK_OFF))

    assert found["eventStatus"] == "https://schema.org/EventRescheduled"
    assert found["startDate"] == "2024-05-09T21:00:00+02:00"
    assert found["previousStartDate"] == "2024-05-02T21:00:00+02:00"


def test_day_without_an_hour_is_a_date():
    match = make_match(kickoff_at=None, kickoff_on=KICK_OFF.date())

    assert facts(match)["startDate"] == "2024-05-02"


def test_shoot_out_is_in_the_description():
    scores = {"full_time_home": 1, "full_time_away": 1}
    scores |= {"shootout_home": 4, "shootout_away": 2, "status": "finished"}
    home = make_team("Olympique de Marseille", short_name_en="OM")

    found = facts(make_match(home=home, **scores), "en")

    assert found["description"] == "OM 1-1 Atalanta (4-2 on pens)"


def test_page_carries_it_whatever_a_name_holds(client):
    name = "</script><!-- & \u2028"
    match = make_match(home=make_team(name))

    html = client.get(match.get_absolute_url()).content.decode()

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert json.loads(block[1])["homeTeam"]["name"] == name
    assert not re.search("[<>&\u2028]", block[1])
