"""Twelve leagues of invented clubs, each in the three formats.

One season holds what seasons hold: matches awarded, cancelled, postponed, abandoned
and replayed, rounds without times, scores without half-times.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from matches.models import Competition
from tests.factories import make_competition

ZONES = ["Europe/Lisbon", "Europe/Athens", "Africa/Abidjan", "Asia/Tokyo"]
FIRST = ["Brund", "Calvo", "Draxi", "Eskil", "Ferru", "Ghomp"]
FIRST += ["Hviti", "Jorga", "Kapsa", "Lyngo", "Mezzo", "Nakti"]
LAST = ["berg", "sund", "prado", "vik", "mouth", "ostrow", "lanta", "ghera"]
SPECIAL = {3: "awarded", 9: "cancelled", 14: "postponed", 20: "abandoned"}


@dataclass(frozen=True)
class Fixture:
    number: int
    matchday: int
    day: date
    hour: time | None
    home: str
    away: str
    half_time: tuple | None
    full_time: tuple | None
    status: str


@dataclass(frozen=True)
class League:
    index: int

    @property
    def key(self):
        return f"league-{self.index}"

    @property
    def label(self):
        return "2023/24" if self.index % 3 else "2024"

    @property
    def zone(self):
        return ZONES[self.index % len(ZONES)]

    @property
    def clubs(self):
        return [f"{FIRST[self.index]}{last} FC" for last in LAST]

    def make(self) -> Competition:
        fields = {"key": self.key, "kind": "league", "timezone": self.zone}
        name = f"League {self.index}"
        return make_competition(name_fr=name, name_en=name, **fields)

    def fixtures(self) -> list[Fixture]:
        found = []
        for matchday, pairs in enumerate(rounds(self.clubs), start=1):
            for pair in pairs:
                found.append(self.fixture(len(found), matchday, *pair))
        return [*found, self.replay(found[20])]

    def fixture(self, number, matchday, home, away):
        start = date(2023, 8, 12) if self.index % 3 else date(2024, 2, 17)
        status = SPECIAL.get(number, "")
        is_played = status in ("", "awarded", "abandoned")
        first, second = (number * 7 + self.index) % 3, number % 2
        return Fixture(
            number=number,
            matchday=matchday,
            day=start + timedelta(weeks=matchday - 1),
            hour=None if matchday == 2 else time(18, 30),
            home=home,
            away=away,
            half_time=(first, second) if is_played and number % 5 else None,
            full_time=(first + 1, second) if is_played else None,
            status=status,
        )

    def replay(self, broken_off):
        told = vars(broken_off) | {"status": "", "number": 900, "half_time": None}
        return Fixture(**told | {"day": broken_off.day + timedelta(days=10)})


def rounds(clubs):
    """A double round robin: the pairs of each matchday."""
    fixed, *others = clubs
    for turn in range(2 * len(others)):
        circle = [fixed, *others]
        half = len(circle) // 2
        pairs = list(zip(circle[:half], reversed(circle[half:]), strict=True))
        yield pairs if turn < len(others) else [pair[::-1] for pair in pairs]
        others = [others[-1], *others[:-1]]


LEAGUES = [League(index) for index in range(12)]


def football_json(league):
    matches = [as_json(fixture) for fixture in league.fixtures()]
    return json.dumps({"name": f"League {league.label}", "matches": matches})


def as_json(fixture):
    score = {"ht": fixture.half_time, "ft": fixture.full_time}
    told = {
        "round": f"Matchday {fixture.matchday}",
        "date": fixture.day.isoformat(),
        "time": fixture.hour and f"{fixture.hour:%H:%M}",
        "team1": fixture.home,
        "team2": fixture.away,
        "score": {period: goals for period, goals in score.items() if goals},
        "status": fixture.status,
    }
    return {name: value for name, value in told.items() if value is not None}


def football_txt(league):
    lines = [f"= {league.key} {league.label}", "", "# invented"]
    day = None
    for fixture in league.fixtures():
        lines.append(f"▪ Matchday {fixture.matchday}")
        written = f"{fixture.day:%a %b}/{fixture.day.day}"
        is_new = not day or day.year != fixture.day.year
        lines.append(f"  {written} {fixture.day.year}" if is_new else f"  {written}")
        lines.append(as_line(fixture))
        day = fixture.day
    return "\n".join(lines)


def as_line(fixture):
    hour = f"{fixture.hour:%H.%M}" if fixture.hour else ""
    score = "{}-{}".format(*fixture.full_time) if fixture.full_time else ""
    if fixture.half_time:
        score += " ({}-{})".format(*fixture.half_time)
    status = f"[{fixture.status}]" if fixture.status else ""
    return f"    {hour:<6} {fixture.home:<20} v {fixture.away:<20}   {score}  {status}"


def football_data(league):
    zone = league_zone(league)
    matches = [as_payload(fixture, league, zone) for fixture in league.fixtures()]
    return json.dumps({"filters": {}, "resultSet": {}, "matches": matches})


def league_zone(league):
    return Competition(timezone=league.zone).zone


def as_payload(fixture, league, zone):
    local = datetime.combine(fixture.day, time(18, 30), zone)
    return {
        "id": 10_000 * (league.index + 1) + fixture.number,
        "utcDate": f"{(local - local.utcoffset()):%Y-%m-%dT%H:%M:%S}Z",
        "status": status(fixture),
        "matchday": fixture.matchday,
        "stage": "REGULAR_SEASON",
        "group": None,
        "lastUpdated": "2024-06-01T00:00:00Z",
        "homeTeam": {"id": 1, "name": fixture.home},
        "awayTeam": {"id": 2, "name": fixture.away},
        "score": {
            "winner": None,
            "duration": "REGULAR",
            "fullTime": sides(fixture.full_time),
            "halfTime": sides(fixture.half_time),
        },
        "referees": [],
    }


def status(fixture):
    """The provider has no word for a match broken off for good."""
    if fixture.status:
        return fixture.status.upper().replace("ABANDONED", "SUSPENDED")
    return "FINISHED"


def sides(goals):
    home, away = goals or (None, None)
    return {"home": home, "away": away}
