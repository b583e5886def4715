"""The order of a league or a group, from its results and its own tie-breakers.

Teams and matches are ids. Tie-breakers are data (`Season.tiebreakers`). What results
cannot decide (coefficient, play-off, lots, cards nobody recorded) leaves teams level.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, takewhile
from typing import NamedTuple

WON, DRAWN, LOST = "won", "drawn", "lost"
COUNTED = {"finished", "awarded"}
HEAD_TO_HEAD = "head_to_head_"
OUT_OF_REACH = {"coefficient", "play_off", "lots"}
USUAL = ("goal_difference", "goals")
FORM = 5
CARD_POINTS = {"yellow_card": 1, "second_yellow": 2, "red_card": 3}  # UEFA's


class Result(NamedTuple):
    """A match of the table, played or not; goals are those of 90 minutes."""

    match: int
    replay_of: int | None
    status: str
    home: int
    away: int
    home_goals: int | None
    away_goals: int | None
    day: date | None = None


@dataclass(frozen=True)
class Rules:
    tiebreakers: tuple[str, ...] = USUAL
    win: int = 3
    draw: int = 1


@dataclass
class Record:
    """What the results of a team add up to; named as tie-breakers are."""

    points: int = 0
    wins: int = 0
    draws: int = 0
    losses: int = 0
    goals: int = 0
    conceded: int = 0
    away_goals: int = 0
    away_wins: int = 0
    outcomes: list[str] = field(default_factory=list)

    @property
    def played(self):
        return len(self.outcomes)

    @property
    def goal_difference(self):
        return self.goals - self.conceded

    def add(self, goals, conceded, rules, *, is_away):
        outcome = WON if goals > conceded else LOST if goals < conceded else DRAWN
        self.outcomes.append(outcome)
        self.goals += goals
        self.conceded += conceded
        self.wins += outcome == WON
        self.draws += outcome == DRAWN
        self.losses += outcome == LOST
        self.points += {WON: rules.win, DRAWN: rules.draw, LOST: 0}[outcome]
        if is_away:
            self.away_goals += goals
            self.away_wins += outcome == WON


@dataclass(frozen=True)
class Row:
    """`points` are after `adjusted`; `is_level` shares its position with others."""

    team: int
    position: int
    points: int
    record: Record
    adjusted: int = 0
    is_level: bool = False

    @property
    def form(self) -> list[str]:
        """The last five outcomes, the newest last."""
        return self.record.outcomes[-FORM:]


def counted(results: Collection[Result]) -> list[Result]:
    """What a table counts: a match played again counts by its replay alone."""
    replaced = {r.replay_of for r in results if r.status != "cancelled"}
    return [
        result
        for result in results
        if result.status in COUNTED
        and result.home_goals is not None
        and result.match not in replaced
    ]


def tally(
    *, results: Iterable[Result], teams: Collection[int], rules: Rules
) -> dict[int, Record]:
    """team → what its results (counted ones, in order) among `teams` add up to."""
    records = {team: Record() for team in teams}
    for result in results:
        if result.home in records and result.away in records:
            home, away = result.home_goals, result.away_goals
            records[result.home].add(home, away, rules, is_away=False)
            records[result.away].add(away, home, rules, is_away=True)
    return records


def standings(
    *,
    results: Collection[Result],
    rules: Rules = Rules(),
    adjustments: Mapping[int, int] | None = None,
    discipline: Mapping[int, int] | None = None,
    names: Mapping[int, str] | None = None,
    teams: Collection[int] | None = None,
) -> list[Row]:
    """The rows of a table in order; level teams follow `names`.

    `adjustments` are points added to a team's own, deductions below zero;
    `discipline` the card points of teams whose every match has its cards on file;
    `teams` are told where some have no match among `results`.
    """
    adjustments, names = adjustments or {}, names or {}
    played = counted(results)
    teams = teams or {team for r in results for team in (r.home, r.away)}
    records = tally(results=played, teams=teams, rules=rules)
    points = {t: records[t].points + adjustments.get(t, 0) for t in teams}
    order = Order(played, rules, records, discipline or {})
    rows = []
    for level in order.among(split(teams, points.get)):
        level.sort(key=lambda team: (names.get(team, ""), team))
        place, shared = len(rows) + 1, len(level) > 1
        rows += [
            Row(t, place, points[t], records[t], adjustments.get(t, 0), shared)
            for t in level
        ]
    return rows


@dataclass(frozen=True)
class Order:
    """The order among teams level on points."""

    results: list[Result]
    rules: Rules
    records: Mapping[int, Record]
    discipline: Mapping[int, int]

    def among(self, groups):
        """`groups` in order, each split as far as the tie-breakers can."""
        keys = self.rules.tiebreakers
        return [part for group in groups for part in self.settle(group, keys)]

    def settle(self, level, keys):
        """Lists of teams in order; those of one list stay level."""
        if len(level) == 1 or not keys or self.is_out_of_reach(keys[0], level):
            return [level]
        used = self.run(keys)
        parts = split(level, self.measure(used, level))
        if len(parts) == 1:
            return self.settle(level, keys[len(used) :])
        # UEFA: head-to-head begins again among those it leaves level.
        left = keys if keys[0].startswith(HEAD_TO_HEAD) else keys[1:]
        return [small for part in parts for small in self.settle(part, left)]

    def is_out_of_reach(self, key, level):
        if key == "discipline":
            return any(team not in self.discipline for team in level)
        return key in OUT_OF_REACH

    def run(self, keys):
        """The keys to apply at once: a run of head-to-head ones, or the first."""
        together = takewhile(lambda key: key.startswith(HEAD_TO_HEAD), keys)
        return tuple(together) or keys[:1]

    def measure(self, keys, level):
        if keys[0] == "discipline":
            return lambda team: -self.discipline[team]
        records = self.records
        if keys[0].startswith(HEAD_TO_HEAD):
            records = tally(results=self.results, teams=level, rules=self.rules)
        names = [key.removeprefix(HEAD_TO_HEAD) for key in keys]
        return lambda team: [getattr(records[team], name) for name in names]


def split(teams, value):
    """`teams` in lists of the same `value(team)`, the highest first."""
    ordered = sorted(teams, key=value, reverse=True)
    return [list(group) for _value, group in groupby(ordered, key=value)]


def head_to_head(
    *, results: Collection[Result], teams: Collection[int], rules: Rules = Rules()
) -> dict[int, Record]:
    """team → its record in the meetings of `teams`."""
    return tally(results=counted(results), teams=teams, rules=rules)


def card_points(
    *, results: Collection[Result], events: Iterable[tuple[int, int | None, str]]
) -> dict[int, int]:
    """team → 1 a yellow card, 3 a sending-off, where each of its matches has events.

    `events` are (match, team, type). A second yellow adds 2 to the first one's 1.
    """
    points, recorded = {}, set()
    for match, team, kind in events:
        recorded.add(match)
        points[team] = points.get(team, 0) + CARD_POINTS.get(kind, 0)
    played = counted(results)
    unknown = {t for r in played if r.match not in recorded for t in (r.home, r.away)}
    teams = {t for r in played for t in (r.home, r.away)}
    return {team: points.get(team, 0) for team in teams - unknown}
