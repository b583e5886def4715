from datetime import UTC, datetime

import pytest

from matches import dates
from matches.models import Venue
from tests.factories import make_match

pytestmark = pytest.mark.django_db
FINAL = datetime(2024, 5, 22, 19, 0, tzinfo=UTC)


def at(zone, city="", *, moment=FINAL):
    venue = Venue(slug="there", name="There", timezone=zone, city_fr=city, city_en=city)
    venue.save()
    return make_match(venue=venue, kickoff_at=moment)


@pytest.mark.parametrize(
    ("zone", "city", "french", "english"),
    [
        (
            "Europe/Dublin",
            "Dublin",
            "mercredi 22\u00a0mai 2024, 20\u00a0h à Dublin (21\u00a0h à Paris)",
            "Wednesday 22\u00a0May 2024, 20:00",
        ),
        (
            "Europe/Paris",
            "Marseille",
            "mercredi 22\u00a0mai 2024, 21\u00a0h",
            "Wednesday 22\u00a0May 2024, 21:00 in Marseille (20:00 in London)",
        ),
        (
            "America/New_York",
            "",
            "mercredi 22\u00a0mai 2024, 15\u00a0h à New York (21\u00a0h à Paris)",
            "Wednesday 22\u00a0May 2024, 15:00 in New York (20:00 in London)",
        ),
    ],
)
def test_kick_off_is_the_venues_then_the_readers(zone, city, french, english):
    match = at(zone, city)

    assert dates.kickoff(match, language="fr") == french
    assert dates.kickoff(match, language="en") == english


def test_readers_are_told_when_their_day_is_another():
    late = datetime(2024, 5, 23, 2, 30, tzinfo=UTC)

    said = dates.kickoff(at("America/Los_Angeles", moment=late), language="fr")

    assert said == (
        "mercredi 22\u00a0mai 2024, 19\u00a0h\u00a030 à Los Angeles "
        "(4\u00a0h\u00a030 à Paris, jeudi 23\u00a0mai 2024)"
    )


def test_zone_of_english_readers_is_a_setting(settings):
    settings.EDITION_TIME_ZONES = {"fr": "Europe/Paris", "en": "Europe/Dublin"}

    said = dates.kickoff(at("Europe/Paris", "Lyon"), language="en")

    assert said.endswith("21:00 in Lyon (20:00 in Dublin)")


def test_kick_off_without_an_hour_is_a_day():
    match = make_match(kickoff_at=None, kickoff_on=FINAL.date())

    assert dates.kickoff(match, language="en") == "Wednesday 22\u00a0May 2024"
