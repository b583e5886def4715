from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from django.utils import timezone
from icalendar import Calendar

from matches.models import Competition, Match, Stage, Team, Venue
from tests.factories import (
    make_competition,
    make_match,
    make_season,
    make_team,
    make_tie,
)

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
ASKED = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
SOON = timezone.now() + timedelta(days=30)


@pytest.fixture
def marseille():
    return make_team(
        "Olympique de Marseille",
        slug="om",
        short_name_fr="OM",
        short_name_en="Marseille",
    )


@pytest.fixture
def ground():
    """A ground whose English name nobody has typed."""
    cities = {"city_fr": "Gênes", "city_en": "Genoa"}
    return Venue.objects.create(slug="stade", name_fr="Le Stade", **cities)


@pytest.fixture
def season():
    competition = make_competition(
        key="europa-league", name_fr="Ligue Europa", name_en="Europa League"
    )
    return make_season(competition=competition)


def of_team(client, language="en", **headers):
    return client.get(f"/{language}/teams/om/calendar.ics", headers=headers)


def events(response):
    assert response.status_code == 200
    return Calendar.from_ical(response.content).events


def event(response):
    (found,) = events(response)
    return found


def save_long_ago():
    for model in (Match, Team, Venue, Competition):
        model.history.update(history_date=SOON - timedelta(days=90))


def stage_of(season, kind=Stage.Kind.SEMI_FINALS):
    return Stage.objects.create(season=season, kind=kind)


@pytest.mark.parametrize(
    ("language", "summary", "where", "round_name", "slug"),
    [
        ("fr", "OM – Atalanta", "Le Stade, Gênes", "Coupe · Demi-finale", "om"),
        ("en", "Marseille – Atalanta", "Genoa", "Cup · Semi-final", "marseille"),
    ],
)
def test_event_tells_the_match_in_the_language_of_its_calendar(
    client, marseille, ground, language, summary, where, round_name, slug
):
    match = make_match(home=marseille, kickoff_at=SOON, venue=ground)

    found = event(of_team(client, language))

    page = f"http://localhost:8000/{language}/matches/{match.pk}/{slug}-atalanta/"
    assert (found["summary"], found["location"]) == (summary, where)
    assert (found["description"], found["url"]) == (round_name, page)
    assert found["summary"].params["LANGUAGE"] == language


def test_calendar_is_as_the_standard_has_it(client, marseille):
    rival = make_team("Ægir Þór, Þorlákshöfn; " + "é" * 50)
    make_match(home=marseille, away=rival, kickoff_at=SOON)

    content = of_team(client, "fr").content
    lines = content.split(b"\r\n")
    read = vobject.readOne(content.decode())

    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) == 75
    assert rb"\, " in content
    assert read.validate(raiseException=True)
    assert read.vevent.summary.value == f"OM – {rival}"


def test_calendar_is_served_as_one(client, marseille):
    response = of_team(client)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'inline; filename="om.ics"'


def test_every_property_that_clients_need_is_there(client, marseille):
    make_match(home=marseille, kickoff_at=SOON)

    read = vobject.readOne(of_team(client, "fr").content.decode())

    assert read.prodid.value == "-//Tribune//Fixtures//FR"
    assert read.version.value == "2.0"
    assert read.x_wr_calname.value == "Olympique de Marseille"
    assert read.x_published_ttl.value == "PT1H"
    assert read.refresh_interval.params == {"VALUE": ["DURATION"]}


# domain: acceptance vector 8
def test_rescheduled_match_keeps_its_uid_and_raises_its_sequence(client, marseille):
    match = make_match(home=marseille, kickoff_at=SOON)
    before = event(of_team(client))

    match.kickoff_at += timedelta(days=7)
    match.save()
    after = event(of_team(client))

    assert before["uid"] == after["uid"] == f"match-{match.pk}@localhost"
    assert after["sequence"] == before["sequence"] + 1
    assert after.start == before.start + timedelta(days=7)
    assert after["last-modified"].dt >= before["last-modified"].dt


def test_uid_outlives_a_move_of_the_site(client, marseille, settings):
    settings.IDENTITY_DOMAIN = "first.example"
    settings.SITE_URL = "https://second.example"
    match = make_match(home=marseille, kickoff_at=SOON)

    found = event(of_team(client))

    assert found["uid"] == f"match-{match.pk}@first.example"
    assert found["url"].startswith("https://second.example/en/matches/")


def test_last_change_is_when_the_match_was_last_saved(client, marseille):
    match = make_match(home=marseille, kickoff_at=SOON)
    saved_at = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    match.history.update(history_date=saved_at)

    found = event(of_team(client))

    assert found["dtstamp"].dt == found["last-modified"].dt == saved_at


@pytest.mark.parametrize(
    ("local", "instant"),
    [
        (datetime(2024, 3, 30, 21, 0, tzinfo=PARIS), "20240330T200000Z"),
        (datetime(2024, 3, 31, 21, 0, tzinfo=PARIS), "20240331T190000Z"),
        (datetime(2026, 10, 24, 21, 0, tzinfo=PARIS), "20261024T190000Z"),
        (datetime(2026, 10, 25, 21, 0, tzinfo=PARIS), "20261025T200000Z"),
    ],
)
def test_kick_off_is_on_time_on_both_sides_of_a_change_of_clocks(
    client, season, local, instant
):
    make_match(stage=stage_of(season), kickoff_at=local)

    found = event(client.get("/fr/competitions/europa-league/2023-24/calendar.ics"))

    assert found["dtstart"].to_ical().decode() == instant


@pytest.mark.parametrize(
    ("kind", "minutes"),
    [
        (Stage.Kind.REGULAR_SEASON, 120),
        (Stage.Kind.LEAGUE_PHASE, 120),
        (Stage.Kind.FINAL, 165),
    ],
)
def test_event_lasts_as_long_as_the_match_may(client, season, kind, minutes):
    make_match(stage=stage_of(season, kind))

    found = event(client.get("/en/competitions/europa-league/2023-24/calendar.ics"))

    assert found.duration == timedelta(minutes=minutes)


def test_only_the_second_leg_of_a_tie_may_go_on(client):
    season = make_tie().stage.season

    path = f"/en/competitions/{season.competition.key}/{season.slug}/calendar.ics"
    first, second = events(client.get(path))

    assert first.duration == timedelta(hours=2)
    assert second.duration == timedelta(hours=2, minutes=45)


def test_match_without_an_hour_takes_the_day_and_is_tentative(client, marseille):
    day = SOON.date()
    make_match(home=marseille, kickoff_at=None, kickoff_on=day)

    found = event(of_team(client))

    assert found["dtstart"].to_ical() == f"{day:%Y%m%d}".encode()
    assert found["dtstart"].params["VALUE"] == "DATE"
    assert "dtend" not in found
    assert found["status"] == "TENTATIVE"


# domain: table of §1.3, and acceptance vector 10
@pytest.mark.parametrize(
    ("fields", "status", "summary"),
    [
        ({}, "CONFIRMED", "OM – Atalanta"),
        ({"status": "delayed"}, "CONFIRMED", "OM – Atalanta"),
        ({"status": "live", "phase": "first_half"}, "CONFIRMED", "OM – Atalanta"),
        ({"status": "suspended"}, "CONFIRMED", "Interrompu\xa0: OM – Atalanta"),
        ({"status": "postponed"}, "TENTATIVE", "Reporté\xa0: OM – Atalanta"),
        ({"status": "cancelled"}, "CANCELLED", "Annulé\xa0: OM – Atalanta"),
    ],
)
def test_status_is_told_and_nothing_is_dropped(
    client, marseille, fields, status, summary
):
    make_match(home=marseille, kickoff_at=SOON, **fields)

    found = event(of_team(client, "fr"))

    assert (found["status"], found["summary"]) == (status, summary)


@pytest.mark.parametrize(
    ("fields", "status", "summary"),
    [
        ({"status": "finished"}, "CONFIRMED", "OM 1-1 Atalanta"),
        (
            {"status": "finished", "shootout_home": 4, "shootout_away": 2},
            "CONFIRMED",
            "OM 1-1 Atalanta (4-2 t.a.b.)",
        ),
        ({"status": "awarded"}, "CONFIRMED", "OM 1-1 Atalanta sur tapis vert"),
        (
            {"status": "abandoned"},
            "CANCELLED",
            "Arrêté définitivement\xa0: OM 1-1 Atalanta",
        ),
        ({"status": "live"}, "CONFIRMED", "OM – Atalanta"),
    ],
)
def test_score_is_told_once_it_is_played(client, marseille, fields, status, summary):
    score = {"full_time_home": 1, "full_time_away": 1}
    make_match(home=marseille, kickoff_at=SOON, **score, **fields)

    found = event(of_team(client, "fr"))

    assert (found["status"], found["summary"]) == (status, summary)


def test_walkover_is_cancelled(client, marseille):
    fields = {"awarded_to": marseille, "is_walkover": True, "status": "awarded"}
    make_match(home=marseille, kickoff_at=SOON, **fields)

    found = event(of_team(client))

    assert found["status"] == "CANCELLED"


def test_postponed_match_without_a_new_day_stays_at_its_first(client, marseille):
    make_match(
        home=marseille,
        status="postponed",
        kickoff_at=None,
        original_kickoff_at=SOON,
        original_kickoff_on=SOON.date(),
    )

    found = event(of_team(client))

    assert found.start == SOON.replace(microsecond=0)
    assert found["status"] == "TENTATIVE"


def test_team_has_its_last_twelve_months_and_all_to_come_in_order(client, marseille):
    for days in (900, -364, -366, 3):
        moment = timezone.now() + timedelta(days=days)
        make_match(home=make_team(), away=marseille, kickoff_at=moment)
    make_match(kickoff_at=SOON)

    found = [(e.start.date() - date.today()).days for e in events(of_team(client))]

    assert found == [-364, 3, 900]


def test_season_has_all_of_its_matches_that_have_a_day(client, season):
    stage = stage_of(season)
    make_match(stage=stage)
    make_match(stage=stage, kickoff_at=None)
    make_match()

    response = client.get("/fr/competitions/europa-league/2023-24/calendar.ics")

    assert len(events(response)) == 1
    assert b"X-WR-CALNAME:Ligue Europa 2023/24\r\n" in response.content
    assert 'filename="europa-league-2023-24.ics"' in response["Content-Disposition"]


def test_calendar_without_a_match_is_empty(client, marseille):
    assert events(of_team(client)) == []
    assert "Last-Modified" not in of_team(client)


@pytest.mark.parametrize("path", ["teams/nobody", "competitions/none/2023-24"])
def test_calendar_of_what_is_unknown_is_not_found(client, path):
    assert client.get(f"/fr/{path}/calendar.ics").status_code == 404


@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
def test_who_has_the_calendar_is_sent_nothing(client, marseille, header):
    make_match(home=marseille, kickoff_at=SOON)

    validator = of_team(client)[header]
    response = of_team(client, **{ASKED[header]: validator})

    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == of_team(client)["ETag"]


@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
@pytest.mark.parametrize("changed", ["match", "team", "venue", "competition"])
def test_change_of_what_is_told_is_sent(client, marseille, ground, changed, header):
    match = make_match(home=marseille, kickoff_at=SOON, venue=ground)
    told = {"match": match, "team": match.away, "venue": ground}
    row = told.get(changed, match.season.competition)
    save_long_ago()
    validator = of_team(client)[header]

    row.name_en, row.kickoff_at = "Another", SOON + timedelta(hours=1)
    row.save()
    response = of_team(client, **{ASKED[header]: validator})

    assert (response.status_code, response[header] != validator) == (200, True)


def test_queries_do_not_grow_with_the_matches(
    client, marseille, django_assert_num_queries
):
    for days in range(1, 9):
        make_match(home=marseille, kickoff_at=SOON + timedelta(days=days))

    with django_assert_num_queries(4):
        response = of_team(client)

    assert len(events(response)) == 8


@pytest.mark.parametrize("language", ["fr", "en"])
def test_page_of_a_team_leads_to_its_calendar(client, marseille, language):
    html = client.get(f"/{language}/teams/om/").content.decode()

    path = f"localhost:8000/{language}/teams/om/calendar.ics"
    assert f'<a href="webcal://{path}">' in html
    assert f'<a href="http://{path}" type="text/calendar">' in html


def test_page_of_a_season_leads_to_its_calendar(client, season):
    html = client.get("/en/competitions/europa-league/2023-24/").content.decode()

    path = "localhost:8000/en/competitions/europa-league/2023-24/calendar.ics"
    assert f'<a href="webcal://{path}">Follow in your calendar</a>' in html
