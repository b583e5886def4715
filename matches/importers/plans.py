"""What a row wants of a match: found again or new, and what would change."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from matches.models import Group, Match, Season, Stage

from . import rounds
from .rows import Refused, Row
from .teams import Teams

PERIODS = ("half_time", "full_time", "extra_time", "shootout")
LIVE = (Match.Status.LIVE, Match.Status.SUSPENDED)


@dataclass
class Plan:
    """A match with the columns and values that `row` wants; no row: only met."""

    match: Match
    stage: Stage
    moment: tuple
    row: Row | None = None
    leg: int | None = None
    wanted: dict = field(default_factory=dict)

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
            if getattr(self.match, column) == value:
                continue
            if name in self.match.locked_fields:
                kept.append(name)
            else:
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


class Planner:
    """Knows the season as it is on file; makes the stages and groups rows name."""

    def __init__(self, *, season: Season, zone: ZoneInfo, teams: Teams):
        self.season, self.zone, self.teams = season, zone, teams
        self.stages = list(Stage.objects.filter(season=season).order_by("order"))
        groups = Group.objects.filter(stage__season=season)
        self.groups = {(group.stage_id, group.label): group for group in groups}
        self.matches = self.on_file()

    def on_file(self):
        """The season's matches by natural key; a replay stands for what it replays."""
        rows = Match.objects.of_season(self.season).select_for_update(of=("self",))
        found = {}
        for match in rows.select_related("home", "away", "venue").order_by("pk"):
            match.season = self.season
            found[key_of(match)] = match
        return found

    def plan(self, rows: list[Row]) -> list[Plan]:
        """A plan for each row, then one for each match on file that no row names."""
        plans, reasons = {}, []
        for row in rows:
            try:
                plan = self.plan_for(row)
                refuse_twice(plan, plans)
                plans[key_of(plan.match)] = plan
            except Refused as refused:
                reasons += refused.reasons
        if reasons:
            raise Refused(*reasons)
        stages = {stage.pk: stage for stage in self.stages}
        for key in self.matches.keys() - plans.keys():
            match = self.matches[key]
            plans[key] = Plan(match, stages[match.stage_id], moment_of(match))
        return list(plans.values())

    def plan_for(self, row):
        round_ = self.round_of(row)
        stage = self.stage(round_)
        home, away = self.teams.find(row.home), self.teams.find(row.away)
        if home == away:
            raise Refused(f"{row.place}.team2: {row.away} does not play itself")
        new = Match(season=self.season, home=home, away=away, stage=stage)
        new.matchday = round_.matchday
        match = self.matches.get(key_of(new), new)
        group = self.group(stage, round_.group)
        wanted = {"group_id": group.pk} if group else {}
        wanted |= self.kick_off(row, match) | results(row, match)
        moment = (row.day, row.hour or time.min, row.place)
        return Plan(match, stage, moment, row, round_.leg, wanted)

    def round_of(self, row):
        try:
            return rounds.read(row.round, competition=self.season.competition.kind)
        except Refused as refused:
            raise Refused(f"{row.place}.round: {refused}") from refused

    def stage(self, round_):
        for stage in self.stages:
            numbered = round_.name and stage.order != round_.order
            if stage.kind == round_.kind and not numbered:
                return stage
        stage = Stage.objects.create(
            season=self.season,
            kind=round_.kind,
            order=round_.order,
            name_fr=round_.name,
            name_en=round_.name,
        )
        self.stages.append(stage)
        return stage

    def group(self, stage, label):
        if label and (stage.pk, label) not in self.groups:
            group = Group.objects.create(stage=stage, label=label)
            self.groups[stage.pk, label] = group
        return self.groups.get((stage.pk, label))

    def kick_off(self, row, match):
        """No hour in the file: a known one stays, as long as the day is the same."""
        if row.hour:
            return {"kickoff_at": instant(row, self.zone)}
        if match.kickoff_on == row.day:
            return {}
        return {"kickoff_at": None, "kickoff_on": row.day}


def instant(row, zone) -> datetime:
    """The row's local time in `zone`; refused when clocks skip or repeat it."""
    local = datetime.combine(row.day, row.hour, zone)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise Refused(f"{row.place}.time: clocks change at {row.hour:%H:%M} in {zone}")
    return local


def results(row, match):
    wanted = {}
    for period in PERIODS:
        if score := getattr(row, period):
            wanted[f"{period}_home"], wanted[f"{period}_away"] = score
    if status := status_after(row, match):
        wanted["status"] = status
        if status not in LIVE:
            wanted["phase"] = ""
    return wanted


def status_after(row, match):
    """The status the row tells; "" when it tells nothing."""
    if row.status or row.final_score:
        return row.status or Match.Status.FINISHED
    is_moved = match.kickoff_on and match.kickoff_on != row.day
    if match.status == Match.Status.POSTPONED and is_moved:
        return Match.Status.SCHEDULED
    return ""


def key_of(match):
    return match.stage_id, match.home_id, match.away_id, match.matchday


def moment_of(match):
    local = match.kickoff_at and match.kickoff_at.astimezone(match.zone)
    return match.kickoff_on or date.max, local.time() if local else time.min, ""


def refuse_twice(plan, plans):
    if other := plans.get(key_of(plan.match)):
        raise Refused(f"{plan.row.place}: the same match as {other.row.place}")
