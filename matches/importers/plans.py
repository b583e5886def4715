"""What a row wants of a match, and what would change."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from matches.corrections import IMPORT
from matches.models import Match, MatchMove, Stage
from matches.status_machine import state
from matches.transitions import settle

from . import statuses
from .rows import Refused, Row

PERIODS = ("half_time", "full_time", "extra_time", "shootout")


@dataclass
class Plan:
    """A match with the columns and values that `row` wants; no row: only met.

    `is_known`: the provider has told nothing new since the last import. `remarks` say
    what of the row is left aside. `move` is what the row makes of the status, at the
    moment `at` of the import.
    """

    match: Match
    stage: Stage
    moment: tuple
    row: Row | None = None
    leg: int | None = None
    wanted: dict = field(default_factory=dict)
    replaces: "Plan | None" = None
    is_known: bool = False
    remarks: list[str] = field(default_factory=list)
    at: datetime | None = None
    move: MatchMove | None = None

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
        before, first = state(self.match), kickoff_of(self.match)
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
        if self.match.pk and state(self.match) != before:
            facts = {"by": None, "at": self.at, "reason": IMPORT, "first": first}
            self.move = settle(self.match, before, **facts)
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


def wants(row: Row, match: Match, *, zone, at: datetime, remarks: list[str]) -> dict:
    """The columns that `row` tells, with their values; what it does not say, stays.

    What is left aside is added to `remarks`.
    """
    due = kick_off(row, match, zone)
    is_moved = is_another_date(due, match, zone)
    wanted = due | surroundings(row, match)
    if aside := statuses.remark(row, match, is_moved=is_moved):
        remarks.append(aside)
        return wanted
    status = statuses.status_after(row, match, is_moved=is_moved)
    wanted |= scores(row) | award(row, match, status)
    if status:
        phase = statuses.phase_after(row, match, status, at=at)
        wanted |= {"status": status, "phase": phase}
    return wanted


def is_another_date(due, match, zone):
    if not match.kickoff_on or not due:
        return False
    if not due["kickoff_at"]:
        return due["kickoff_on"] != match.kickoff_on
    if match.kickoff_at:
        return due["kickoff_at"] != match.kickoff_at
    return due["kickoff_at"].astimezone(zone).date() != match.kickoff_on


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


def scores(row):
    wanted = {}
    for period in PERIODS:
        if score := getattr(row, period):
            wanted[f"{period}_home"], wanted[f"{period}_away"] = score
    return wanted


def award(row, match, status):
    """Whose an awarded match is, by the provider's word or else by its score."""
    if status != Match.Status.AWARDED:
        return {}
    won = row.winner
    if not won and row.final_score and row.final_score[0] != row.final_score[1]:
        won = "home" if row.final_score[0] > row.final_score[1] else "away"
    sides = {"home": match.home_id, "away": match.away_id}
    wanted = {"awarded_to_id": sides[won]} if won else {}
    return wanted | ({"is_walkover": True} if row.is_walkover else {})


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


def kickoff_of(match):
    return match.kickoff_at, match.kickoff_on


def moment_of(match):
    local = match.kickoff_at and match.kickoff_at.astimezone(match.zone)
    return match.kickoff_on or date.max, local.time() if local else time.min, ""


def moment_of_row(row):
    at = row.instant.time() if row.instant else row.hour
    return row.day, at or time.min, row.place
