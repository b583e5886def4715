"""The tables that pages show: standings with their teams and footnotes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone

from .models import (
    Group,
    Match,
    MatchEvent,
    Season,
    Stage,
    StandingAdjustment,
    Team,
)
from .standings import USUAL, Result, Row, Rules, card_points, standings

WHOLE_STAGES = {Stage.Kind.REGULAR_SEASON, Stage.Kind.LEAGUE_PHASE}
AT_LAST = timezone.make_aware(datetime(9999, 1, 1))


class Scope(NamedTuple):
    """What one table is of: a stage, or a group of it."""

    season: Season
    stage: Stage
    group: Group | None

    @property
    def key(self):
        return self.stage.pk, self.group and self.group.pk


@dataclass(frozen=True)
class Line:
    team: Team
    row: Row
    notes: tuple[int, ...] = ()
    is_after_gap: bool = False


@dataclass(frozen=True)
class Table:
    scope: Scope
    lines: list[Line]
    adjustments: list[StandingAdjustment]
    results: Collection[Result] = ()

    @property
    def notes(self):
        """(number, adjustment) of the teams that stand in `lines`."""
        shown = {number for line in self.lines for number in line.notes}
        numbered = enumerate(self.adjustments, start=1)
        return [(number, told) for number, told in numbered if number in shown]

    @property
    def has_level_teams(self):
        return any(line.row.is_level and line.row.record.played for line in self.lines)

    @property
    def is_begun(self):
        return any(line.row.record.played for line in self.lines)

    def line(self, team: Team) -> Line:
        return next(line for line in self.lines if line.team == team)

    def around(self, *teams: Team) -> "Table":
        """The lines of `teams` and of their neighbours."""
        spots = [at for at, line in enumerate(self.lines) if line.team in teams]
        near = {at + step for at in spots for step in (-1, 0, 1)}
        near = sorted(near & set(range(len(self.lines))))
        kept = [
            replace(self.lines[at], is_after_gap=at > 0 and at - 1 not in near)
            for at in near
        ]
        return replace(self, lines=kept)


def scope_of(match: Match) -> Scope | None:
    """The table that `match` counts in; none in a knock-out stage."""
    if match.group_id or match.stage.kind in WHOLE_STAGES:
        return Scope(match.season, match.stage, match.group)
    return None


def scopes(matches: Iterable[Match]) -> dict[tuple, Scope]:
    found = (scope_of(match) for match in matches)
    return {scope.key: scope for scope in found if scope}


def tables_of(matches: Collection[Match]) -> list[Table]:
    """The whole tables in which any of `matches` counts; their results are read."""
    wanted = scopes(matches)
    if not wanted:
        return []
    results = {key: [] for key in wanted}
    for *key, stands in Match.objects.in_tables(wanted.values()).results():
        results[tuple(key)].append(stands)
    ids = {team for found in results.values() for r in found for team in r[3:5]}
    return tables(wanted, results, Team.objects.in_bulk(ids))


def tables_among(matches: Collection[Match]) -> list[Table]:
    """The tables of `matches`, which are all that count in them."""
    wanted = scopes(matches)
    results = {key: [] for key in wanted}
    for match in sorted(matches, key=moment):
        if scope := scope_of(match):
            results[scope.key].append(result(match))
    sides = {team.pk: team for match in matches for team in (match.home, match.away)}
    return tables(wanted, results, sides) if wanted else []


def moment(match):
    return match.kickoff_on or date.max, match.kickoff_at or AT_LAST, match.pk


def result(match: Match) -> Result:
    home, away = match.full_time or (None, None)
    return Result(
        match.pk,
        match.replay_of_id,
        match.status,
        match.home_id,
        match.away_id,
        home,
        away,
        match.kickoff_on,
    )


def tables(wanted, results, teams) -> list[Table]:
    seasons = {scope.season.pk for scope in wanted.values()}
    adjustments = list(StandingAdjustment.objects.of_seasons(seasons))
    return [
        table(
            scope,
            results=results[key],
            teams=teams,
            adjustments=[a for a in adjustments if a.counts_in(scope)],
        )
        for key, scope in wanted.items()
    ]


def table(
    scope: Scope,
    *,
    results: Collection[Result],
    teams: Mapping[int, Team],
    adjustments: list[StandingAdjustment],
) -> Table:
    facts = {
        "results": results,
        "rules": rules(scope.season),
        "adjustments": added(adjustments),
        "names": {pk: team.label for pk, team in teams.items()},
    }
    rows = standings(**facts)
    if "discipline" in facts["rules"].tiebreakers and any(r.is_level for r in rows):
        events = MatchEvent.objects.counted_in(scope.stage, scope.group)
        cards = card_points(results=results, events=events)
        rows = standings(**facts, discipline=cards)
    return Table(scope, lines(rows, teams, adjustments), adjustments, results)


def rules(season: Season) -> Rules:
    keys = tuple(season.tiebreakers) or USUAL
    return Rules(keys, season.points_for_win, season.points_for_draw)


def added(adjustments) -> dict[int, int]:
    points = {}
    for adjustment in adjustments:
        team = adjustment.team_id
        points[team] = points.get(team, 0) + adjustment.points
    return points


def lines(rows, teams, adjustments) -> list[Line]:
    numbered = list(enumerate(adjustments, start=1))
    return [
        Line(
            teams[row.team], row, tuple(n for n, a in numbered if a.team_id == row.team)
        )
        for row in rows
    ]
