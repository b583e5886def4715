from collections import Counter
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from matches.importers import football_data, football_json, football_txt
from matches.importers.importing import import_rows
from matches.models import Match, Team
from tests.factories import make_season
from tests.matches.importers import leagues

FORMATS = {
    "football.json": (football_json.read, leagues.football_json),
    "football.txt": (football_txt.read, leagues.football_txt),
    "football-data": (football_data.read, leagues.football_data),
}
FIELDS = ("matchday", "home__slug", "away__slug", "kickoff_at", "kickoff_on", "status")
SCORES = ("half_time_home", "half_time_away", "full_time_home", "full_time_away")


@pytest.fixture
def season(db):
    return make_season(competition=leagues.LEAGUES[1].make())


def bring(league, season, form):
    read, write = FORMATS[form]
    return str(import_rows(read(write(league), season=season.label), season=season))


def facts():
    """All that is told of the matches whose hour every format knows."""
    rows = Match.objects.exclude(matchday=2)
    rows = rows.order_by("matchday", "kickoff_on", "home__slug")
    return list(rows.values_list(*FIELDS, *SCORES, "replay_of__status"))


@pytest.mark.parametrize("form", FORMATS)
def test_twelve_leagues_come_in_whole_and_twice_is_once(db, form):
    seasons = [
        (league, make_season(competition=league.make(), label=league.label))
        for league in leagues.LEAGUES
    ]

    first = Counter(bring(league, season, form) for league, season in seasons)
    second = Counter(bring(league, season, form) for league, season in seasons)

    assert first == {"57 created, 0 updated, 0 unchanged, 0 refused": 12}
    assert second == {"0 created, 0 updated, 57 unchanged, 0 refused": 12}
    assert (Match.objects.count(), Team.objects.count()) == (12 * 57, 12 * 8)


@pytest.mark.parametrize(
    ("form", "broken_off"),
    [
        ("football.json", "abandoned"),
        ("football.txt", "abandoned"),
        ("football-data", "suspended"),
    ],
)
def test_unusual_matches_of_a_season_have_their_status(season, form, broken_off):
    bring(leagues.LEAGUES[1], season, form)

    told = Counter(Match.objects.values_list("status", flat=True))
    others = {"awarded": 1, "cancelled": 1, "postponed": 1, broken_off: 1}
    assert told == {"finished": 53} | others


@pytest.mark.parametrize("form", FORMATS)
def test_replay_is_a_match_of_its_own(season, form):
    bring(leagues.LEAGUES[1], season, form)

    replay = Match.objects.exclude(replay_of=None).get()
    assert replay.status == "finished"
    assert (replay.kickoff_on - replay.replay_of.kickoff_on).days == 10


@pytest.mark.parametrize("other", ["football.txt", "football-data"])
def test_other_formats_find_the_same_matches(season, other):
    bring(leagues.LEAGUES[1], season, "football.json")
    before = facts()

    bring(leagues.LEAGUES[1], season, other)

    assert facts() == before


@pytest.mark.parametrize("form", FORMATS)
def test_hour_is_that_of_the_league(season, form):
    bring(leagues.LEAGUES[1], season, form)

    first = Match.objects.filter(matchday=1).first()
    at = first.kickoff_at.astimezone(ZoneInfo("Europe/Athens"))
    assert f"{at:%Y-%m-%d %H:%M}" == "2023-08-12 18:30"


@pytest.mark.parametrize("form", ["football.json", "football.txt"])
def test_match_without_a_time_has_its_day(season, form):
    bring(leagues.LEAGUES[1], season, form)

    days = Match.objects.filter(kickoff_at=None).values_list("kickoff_on", flat=True)
    assert set(days) == {date(2023, 8, 19)}
