"""What every import format is read into."""

from dataclasses import dataclass
from datetime import date, datetime, time

from matches.minutes import Minute

# What each format calls the fields that a refusal may name.
FIELDS = {
    "football.json": {
        "home": ".team1",
        "away": ".team2",
        "round": ".round",
        "time": ".time",
        "shootout": ".score.p",
    },
    "football.txt": {},
    "football-data": {
        "home": ".homeTeam.name",
        "away": ".awayTeam.name",
        "round": ".stage",
        "time": ".utcDate",
        "shootout": ".score.penalties",
    },
}


class Refused(Exception):
    """The file cannot be taken as it is; `reasons` name the row and the field."""

    def __init__(self, *reasons: str):
        super().__init__("\n".join(reasons))
        self.reasons = list(reasons)


class Rows(list):
    """The rows of a file; `remarks` tell what of it is left out, and why."""

    def __init__(self, rows=(), remarks=()):
        super().__init__(rows)
        self.remarks = list(remarks)


@dataclass(frozen=True)
class Incident:
    """A goal, a card, a substitution or a shoot-out kick.

    `side` is "home" or "away"; for an own goal the side that gains by it. People are
    named as spelled; `known_as` and `second_known_as` are the provider's numbers.
    """

    type: str
    side: str
    minute: Minute
    name: str = ""
    known_as: str = ""
    second_name: str = ""
    second_known_as: str = ""


@dataclass(frozen=True)
class Part:
    """Who took part in a match; officials have no `side`."""

    part: str
    name: str
    known_as: str = ""
    side: str = ""
    shirt: int | None = None
    position: str = ""


@dataclass(frozen=True)
class Row:
    """One match as a file tells it: names as spelled there, times without a zone.

    Scores are running scores (home, away) after 45, 90 and 120 minutes; the shoot-out
    counts its own kicks. `winner` is "home" or "away", whatever the score. None and
    "" mean that the file does not say. `instant` is
    the kick-off of a file that knows its zone. `number` is the provider's own, and
    `changed_at` when the provider last changed what it tells of the match. `notes`
    say what is read of the row with a reserve.
    """

    place: str
    round: str
    day: date
    home: str
    away: str
    hour: time | None = None
    instant: datetime | None = None
    half_time: tuple[int, int] | None = None
    full_time: tuple[int, int] | None = None
    extra_time: tuple[int, int] | None = None
    shootout: tuple[int, int] | None = None
    status: str = ""
    phase: str = ""
    is_walkover: bool = False
    winner: str = ""
    venue: str = ""
    attendance: int | None = None
    home_formation: str = ""
    away_formation: str = ""
    incidents: tuple[Incident, ...] = ()
    parts: tuple[Part, ...] = ()
    source: str = "football.json"
    number: str = ""
    changed_at: datetime | None = None
    notes: tuple[str, ...] = ()

    @property
    def final_score(self):
        return self.extra_time or self.full_time

    def at(self, field: str) -> str:
        """Where a refusal of `field` points: "matches[3].team2", "line 12"."""
        return f"{self.place}{FIELDS[self.source].get(field, '')}"
