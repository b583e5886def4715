"""Finds the match that a row tells of, or makes a new one.

A match is known by its provider's number, else by its stage, teams and matchday. A row
that names no matchday finds the only match of that pair at home, and the reverse.
"""

from collections import defaultdict
from zoneinfo import ZoneInfo

from matches.models import Group, Match, MatchNumber, Season, Stage, Venue
from matches.names import fold

from . import rounds
from .plans import Plan, moment_of, moment_of_row, wants
from .rows import Refused, Row
from .teams import Teams

BROKEN_OFF = ("abandoned", "suspended", "cancelled")


class Planner:
    """Knows the season as it is on file; makes the stages and groups rows name."""

    def __init__(self, *, season: Season, zone: ZoneInfo, teams: Teams):
        self.season, self.zone, self.teams = season, zone, teams
        self.stages = list(Stage.objects.filter(season=season).order_by("order"))
        groups = Group.objects.filter(stage__season=season)
        self.groups = {(group.stage_id, group.label): group for group in groups}
        self.rounds, self.numbers, self.venues = {}, {}, venues()
        self.matches, self.pairs = defaultdict(list), defaultdict(list)
        for match in self.on_file():
            self.matches[key_of(match)].append(match)
            self.pairs[key_of(match)[:3]].append(match)

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
                found[key_of(self.new_match(row))].append(row)
            except Refused as refused:
                reasons += refused.reasons
        return [sorted(told, key=moment_of_row) for told in found.values()]

    def new_match(self, row):
        round_ = self.round_of(row)
        home, away = self.teams.find(row.home), self.teams.find(row.away)
        if home == away:
            raise Refused(f"{row.at('away')}: {row.away} does not play itself")
        new = Match(season=self.season, home=home, away=away, stage=self.stage(round_))
        new.matchday = round_.matchday
        return new

    def plans_for(self, told):
        """One plan; two when a match was broken off and replayed."""
        told = [row for row in told[:-1] if row.status != "postponed"] + told[-1:]
        if len(told) == 1:
            return [self.plan_for(told[0], which=-1)]
        first, second = told[:2]
        if len(told) > 2 or first.status not in BROKEN_OFF:
            raise Refused(f"{second.place}: the same match as {first.place}")
        broken_off = self.plan_for(first, which=0)
        return [broken_off, self.plan_for(second, which=1, replaces=broken_off)]

    def plan_for(self, row, *, which, replaces=None):
        round_, new = self.round_of(row), self.new_match(row)
        known = self.numbers.get(row.number)
        match = self.known_match(known, row) if known else self.found(new, which)
        match = match or new
        stage = self.stage(round_)
        wanted = wants(row, match, zone=self.zone)
        if group := self.group(stage, round_.group):
            wanted["group_id"] = group.pk
        if round_.matchday:
            wanted["matchday"] = round_.matchday
        if venue := self.venues.get(fold(row.venue.partition(",")[0])):
            wanted["venue"] = venue
        is_known = bool(known and row.changed_at and known.changed_at)
        return Plan(
            match=match,
            stage=stage,
            moment=moment_of_row(row),
            row=row,
            leg=round_.leg,
            wanted=wanted,
            replaces=replaces,
            is_known=is_known and row.changed_at <= known.changed_at,
        )

    def known_match(self, known, row):
        """The match of the provider's number, unless it is another one here."""
        for match in self.pairs[self.pair_of(row)]:
            if match.pk == known.match_id:
                return match
        raise Refused(
            f"{row.place}: number {row.number} of {row.source} is that of {known.match}"
        )

    def pair_of(self, row):
        return key_of(self.new_match(row))[:3]

    def found(self, new, which):
        """The match on file; of a replayed one the first (0) or the last (-1)."""
        chain = self.matches.get(key_of(new), [])
        if chain:
            return chain[which] if which < len(chain) else None
        alike = self.pairs.get(key_of(new)[:3], [])
        if len(alike) == 1 and not (new.matchday and alike[0].matchday):
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
            numbered = round_.name and stage.order != round_.order
            if stage.kind == round_.kind and not numbered:
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
