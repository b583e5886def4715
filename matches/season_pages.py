"""What the pages of a season and of a team show of the facts."""

from dataclasses import dataclass
from itertools import groupby

from .brackets import bracket
from .models import Match, Season, Team, Tie
from .season_line import season_line
from .tables import Table, scope_of, tables_among, tables_of


@dataclass(frozen=True)
class Round:
    """The matches of one group or one matchday, with the table of the group."""

    matches: list[Match]
    table: Table | None = None


def season_page(season: Season) -> dict:
    """The context of a season: whole tables first, the others with their group."""
    matches = list(Match.objects.of_season(season).by_stage().with_sides())
    found = {table.scope.key: table for table in tables_among(matches)}
    has_ties = any(match.tie_id for match in matches)
    ties = Tie.objects.of_season(season) if has_ties else []
    return {
        "season": season,
        "tables": [t for t in found.values() if not t.scope.group and t.is_begun],
        "bracket": bracket(matches=matches, ties=ties),
        "stages": [
            (stage, rounds(rows, found)) for stage, rows in groupby(matches, stage_of)
        ],
    }


def stage_of(match):
    return match.stage


def rounds(matches, tables) -> list[Round]:
    found = [list(rows) for _key, rows in groupby(matches, round_of)]
    return [Round(rows, group_table(rows[0], tables)) for rows in found]


def group_table(match, tables):
    scope = scope_of(match)
    return tables[scope.key] if scope and scope.group else None


def round_of(match):
    return match.group_id, match.matchday


def team_page(team: Team, matches: list[Match]) -> dict:
    """Where `team` stands, and how it came there; `matches` are its results."""
    tables = latest_tables(matches)
    lines = [(t.scope.season, season_line(t, team)) for t in tables]
    return {
        "tables": [(table.line(team), table.around(team)) for table in tables],
        "season_line": next(((s, line) for s, line in lines if line), None),
    }


def latest_tables(matches: list[Match]) -> list[Table]:
    """The tables of the newest season among `matches`, a team’s."""
    newest = max((match.season.label for match in matches), default=None)
    latest = [match for match in matches if match.season.label == newest]
    return [table for table in tables_of(latest) if table.is_begun]
