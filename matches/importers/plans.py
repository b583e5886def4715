"""What a row wants of a match, and what would change."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from matches.models import Match, Stage

from .rows import Refused, Row

PERIODS = ("half_time", "full_time", "extra_time", "shootout")
Status = Match.Status
AHEAD = {Status.SCHEDULED, Status.DELAYED}
UNDECIDED = {*AHEAD, Status.LIVE, Status.SUSPENDED, Status.POSTPONED}
# What a status may take the place of; the others may follow any. A provider without
# a word for "abandoned" says "suspended" or "cancelled" for ever.
FOLLOWS = {
    Status.SCHEDULED: {Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED},
    Status.LIVE: UNDECIDED,
    Status.SUSPENDED: UNDECIDED,
    Status.POSTPONED: {*UNDECIDED, Status.CANCELLED},
    Status.CANCELLED: {*UNDECIDED, Status.FINISHED, Status.AWARDED},
}


@dataclass
class Plan:
    """A match with the columns and values that `row` wants; no row: only met.

    `is_known`: the provider has told nothing new since the last import.
    """

    match: Match
    stage: Stage
    moment: tuple
    row: Row | None = None
    leg: int | None = None
    wanted: dict = field(default_factory=dict)
    replaces: "Plan | None" = None
    is_known: bool = False

    @property
    def pair(self):
        return self.stage.pk, frozenset({self.match.home_id, self.match.away_id})

    @property
    def title(self):
        if not self.row:
            return f"match {self.match.pk}"
        return f"{self.row.place} ({self.row.home} – {self.row.away})"

    def differences(self) -> tuple[list[str], list[str]]:
        """Sets what is wanted; returns the columns changed, and those kept by hand."""
        changed, kept = [], []
        for column, value in self.wanted.items():
            name = column.removesuffix("_id")
            stored = getattr(self.match, column)
            if stored == value:
                continue
            if name in self.match.locked_fields:
                kept.append(f"{name} kept as corrected ({stored}; the file: {value})")
            elif not self.is_known:
                setattr(self.match, column, value)
                changed.append(name)
        return changed, kept

    def is_level_after(self, first: "Plan | None") -> bool:
        """Whether nothing was decided when the row's shoot-out began."""
        if not self.row.final_score:
            return False
        home, away = self.row.final_score
        before = first and first.score
        if self.wanted.get("leg") == 2 and before:
            return home + before[1] == away + before[0]
        return home == away or self.wanted.get("leg") == 2

    @property
    def score(self):
        return self.row.final_score if self.row else self.match.final_score


def wants(row: Row, match: Match, *, zone) -> dict:
    """The columns that `row` tells, with their values; what it does not say, stays."""
    return kick_off(row, match, zone) | results(row, match) | surroundings(row, match)


def kick_off(row, match, zone):
    """No hour in the file: a known one stays, as long as the day is the same."""
    if row.instant:
        return {"kickoff_at": row.instant}
    if row.hour:
        return {"kickoff_at": instant(row, zone)}
    if match.kickoff_on == row.day:
        return {}
    return {"kickoff_at": None, "kickoff_on": row.day}


def instant(row, zone) -> datetime:
    """The row's local time in `zone`; refused when clocks skip or repeat it."""
    local = datetime.combine(row.day, row.hour, zone)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        place = row.at("time")
        raise Refused(f"{place}: clocks change at {row.hour:%H:%M} in {zone}")
    return local


def results(row, match):
    wanted = {}
    for period in PERIODS:
        if score := getattr(row, period):
            wanted[f"{period}_home"], wanted[f"{period}_away"] = score
    if status := status_after(row, match):
        wanted["status"] = status
        wanted["phase"] = row.phase if status == Status.LIVE else ""
        if status == Status.SUSPENDED:
            wanted["phase"] = match.phase
    return wanted


def status_after(row, match):
    """The status the row tells; "" when it tells nothing, or would go back in time."""
    told = row.status or (Status.FINISHED if row.final_score else "")
    if match.pk and told in FOLLOWS and match.status not in FOLLOWS[told]:
        return ""
    if told:
        return told
    is_moved = match.kickoff_on and match.kickoff_on != row.day
    if match.status == Status.POSTPONED and is_moved:
        return Status.SCHEDULED
    return ""


def surroundings(row, match):
    """Attendance and formations; the venue is the desk's own record."""
    told = {
        "attendance": row.attendance,
        "home_formation": row.home_formation,
        "away_formation": row.away_formation,
    }
    wanted = {column: value for column, value in told.items() if value}
    if row.attendance and match.attendance != row.attendance:
        wanted["attendance_source"] = row.source
    return wanted


def moment_of(match):
    local = match.kickoff_at and match.kickoff_at.astimezone(match.zone)
    return match.kickoff_on or date.max, local.time() if local else time.min, ""


def moment_of_row(row):
    at = row.instant.time() if row.instant else row.hour
    return row.day, at or time.min, row.place
