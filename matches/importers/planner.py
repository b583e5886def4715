"""Finds the match that a row tells of, or makes a new one.

A match is known by its provider's number, else by its stage, teams and matchday. A row
that names no matchday finds the only match of that pair at home, and the reverse.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from matches.models import Group, Match, MatchNumber, Season, Stage, Team, Venue
from matches.names import fold
from matches.status_machine import UNDERWAY

from . import rounds
from .plans import Plan, moment_of, moment_of_row, wants
from .rows import Refused, Row
from .teams import Teams

BROKEN_OFF = ("abandoned", "suspended", "cancelled")
SAME_DAY = timedelta(days=1)  # in one zone or another


@dataclass(frozen=True)
class Meeting:
    """A row with what its names mean."""

    row: Row
    round: rounds.Round
    stage: Stage
    home: Team
    away: Team

    @property
    def key(self):
        return self.stage.pk, self.home.pk, self.away.pk, self.round.matchday


class Planner:
    """Knows the season as it is on file; makes the stages and groups rows name."""

    def __init__(self, *, season: Season, zone: ZoneInfo, teams: Teams):
        self.season, self.zone, self.teams = season, zone, teams
        self.stages = list(Stage.objects.filter(season=season).order_by("order"))
        groups = Group.objects.filter(stage__season=season)
        self.groups = {(group.stage_id, group.label): group for group in groups}
        self.rounds, self.numbers, self.venues = {}, {}, venues()
        self.matches, self.pairs = defaultdict(list), defaultdict(list)
        self.at, self.run_here = timezone.now(), set()
        for match in self.on_file():
            self.matches[key_of(match)].append(match)
            self.pairs[key_of(match)[:3]].append(match)
            if match.status in UNDERWAY and match.moves.by_people().exists():
                self.run_here.add(match.pk)

    def on_file(self):
        """The season's matches; a replay after the one it replays."""
        rows = Match.objects.of_season(self.season).select_for_update(of=("self",))
        for match in rows.select_related("home", "away", "venue").order_by("pk"):
            match.season = self.season
            yield match

    def plan(self, rows: list[Row]) -> list[Plan]:
        """A plan for each row, then one for each match on file that no row names."""
        self.numbers = numbers_of(rows)
        plans, reasons = [], []
        for told in self.told_of_one_match(rows, reasons):
            try:
                plans += self.plans_for(told)
            except Refused as refused:
                reasons += refused.reasons
        if reasons:
            raise Refused(*reasons)
        refuse_twice(plans)
        return plans + self.unnamed(plans)

    def unnamed(self, plans):
        named = {plan.match.pk for plan in plans}
        stages = {stage.pk: stage for stage in self.stages}
        on_file = (match for chain in self.matches.values() for match in chain)
        return [
            Plan(match, stages[match.stage_id], moment_of(match))
            for match in on_file
            if match.pk not in named
        ]

    def told_of_one_match(self, rows, reasons):
        """The rows by the match they tell of, in the order of their days."""
        found = defaultdict(list)
        for row in rows:
            try:
                meeting = self.meeting(row)
                found[meeting.key].append(meeting)
            except Refused as refused:
                reasons += refused.reasons
        return [
            sorted(told, key=lambda meeting: moment_of_row(meeting.row))
            for told in found.values()
        ]

    def meeting(self, row):
        home, away = self.teams.find(row.home), self.teams.find(row.away)
        if home == away:
            raise Refused(f"{row.at('away')}: {row.away} does not play itself")
        round_ = self.round_of(row)
        return Meeting(row, round_, self.stage(round_), home, away)

    def plans_for(self, told):
        """One plan; two when a match was broken off and replayed."""
        told = [one for one in told[:-1] if one.row.status != "postponed"] + told[-1:]
        if len(told) == 1:
            return [self.plan_for(told[0], which=-1)]
        first, second = (one.row for one in told[:2])
        if len(told) > 2 or first.status not in BROKEN_OFF:
            raise Refused(f"{second.place}: the same match as {first.place}")
        broken_off = self.plan_for(told[0], which=0)
        return [broken_off, self.plan_for(told[1], which=1, replaces=broken_off)]

    def plan_for(self, meeting, *, which, replaces=None):
        row, round_, stage = meeting.row, meeting.round, meeting.stage
        known = self.numbers.get(row.number)
        if known:
            match = self.known_match(known, meeting)
        else:
            match = self.found(meeting, which) or self.new_match(meeting)
        is_known = bool(known and row.changed_at and known.changed_at)
        is_known = is_known and row.changed_at <= known.changed_at
        remarks = []
        if is_replay(row, match) and not is_known:
            remarks.append(f"the replay of the match abandoned on {match.kickoff_on}")
            replaces = Plan(match, stage, moment_of(match))
            match = self.new_match(meeting)
        return Plan(
            match=match,
            stage=stage,
            moment=moment_of_row(row),
            row=row,
            leg=round_.leg,
            wanted=self.wants(meeting, match, remarks),
            replaces=replaces,
            is_known=is_known,
            remarks=remarks,
            at=self.at,
        )

    def wants(self, meeting, match, remarks):
        """What the live desk runs here takes no news from a file before its end."""
        row = meeting.row
        if match.pk in self.run_here and row.status in UNDERWAY:
            remarks.append("run on the live desk: score and phase kept")
            return self.place_of(meeting)
        told = wants(row, match, zone=self.zone, at=self.at, remarks=remarks)
        return told | self.place_of(meeting)

    def new_match(self, meeting):
        return Match(
            season=self.season,
            stage=meeting.stage,
            home=meeting.home,
            away=meeting.away,
            matchday=meeting.round.matchday,
        )

    def place_of(self, meeting):
        """Group, matchday and venue, those the row names."""
        wanted = {}
        if group := self.group(meeting.stage, meeting.round.group):
            wanted["group_id"] = group.pk
        if meeting.round.matchday:
            wanted["matchday"] = meeting.round.matchday
        name = meeting.row.venue.partition(",")[0]
        if venue := name and self.venues.get(fold(name)):
            wanted["venue"] = venue
        return wanted

    def known_match(self, known, meeting):
        """The match of the provider's number, unless it is another one here."""
        for match in self.pairs[meeting.key[:3]]:
            if match.pk == known.match_id:
                return match
        row = meeting.row
        raise Refused(
            f"{row.place}: number {row.number} of {row.source} is that of {known.match}"
        )

    def found(self, meeting, which):
        """The match on file; of a replayed one the first (0) or the last (-1)."""
        chain = self.matches.get(meeting.key, [])
        if chain:
            return chain[which] if which < len(chain) else None
        alike = self.pairs.get(meeting.key[:3], [])
        if len(alike) == 1 and not (meeting.round.matchday and alike[0].matchday):
            return alike[0]
        return None

    def round_of(self, row):
        if row.round not in self.rounds:
            kind = self.season.competition.kind
            try:
                self.rounds[row.round] = rounds.read(row.round, competition=kind)
            except Refused as refused:
                raise Refused(f"{row.at('round')}: {refused}") from refused
        return self.rounds[row.round]

    def stage(self, round_):
        for stage in self.stages:
            if is_stage_of(stage, round_):
                return stage
        stage = Stage.objects.create(
            season=self.season,
            kind=round_.kind,
            order=round_.order,
            name_fr=round_.name[:60],
            name_en=round_.name[:60],
        )
        self.stages.append(stage)
        return stage

    def group(self, stage, label):
        if label and (stage.pk, label) not in self.groups:
            group = Group.objects.create(stage=stage, label=label)
            self.groups[stage.pk, label] = group
        return self.groups.get((stage.pk, label))


def is_replay(row, match):
    """Whether `row` tells of another day than that of the match that was abandoned."""
    if match.status != Match.Status.ABANDONED or row.status in BROKEN_OFF:
        return False
    return bool(match.kickoff_on) and row.day - match.kickoff_on > SAME_DAY


def is_stage_of(stage, round_):
    """A round without a number may be any stage of its kind that has none either."""
    if stage.kind != round_.kind or stage.order == round_.order:
        return stage.kind == round_.kind
    rank = rounds.RANKS[round_.kind]
    return not round_.name and not rank < stage.order < rank + 100


def venues():
    """The venues on file by each of their folded names."""
    found = {}
    for venue in Venue.objects.all():
        names = [venue.name_fr, venue.name_en, *venue.aliases.splitlines()]
        found |= {fold(name): venue for name in names if name}
    return found


def numbers_of(rows) -> dict[str, MatchNumber]:
    """What the provider's numbers in `rows` stand for, those that are on file."""
    sources = {row.source for row in rows if row.number}
    numbers = MatchNumber.objects.filter(provider__in=sources)
    wanted = {row.number for row in rows}
    return {known.number: known for known in numbers if known.number in wanted}


def key_of(match):
    return match.stage_id, match.home_id, match.away_id, match.matchday


def refuse_twice(plans):
    """Two rows may have found the same match, or bear the same number."""
    met, reasons = {}, []
    for plan in plans:
        for known in (plan.match.pk, plan.row.number and f"n{plan.row.number}"):
            if known and known in met:
                reasons.append(f"{plan.row.place}: the same match as {met[known]}")
                break
            met[known] = plan.row.place
    if reasons:
        raise Refused(*reasons)
