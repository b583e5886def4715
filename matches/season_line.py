"""A team's place after each of its matches of a league: the line of its season."""

from dataclasses import dataclass

from .models import Team
from .standings import DRAWN, LOST, WON, Result, counted, standings
from .tables import Table, added, rules

WIDTH, STEP, MARGIN = 640, 14, 24


@dataclass(frozen=True)
class Point:
    """The state after the team's match `number`; x and y are the drawing's."""

    number: int
    result: Result
    outcome: str
    position: int
    points: int
    x: int
    y: int


@dataclass(frozen=True)
class SeasonLine:
    OUTCOMES = (WON, DRAWN, LOST)

    team: Team
    points: list[Point]
    places: int

    @property
    def width(self):
        return WIDTH

    @property
    def height(self):
        return self.y(self.places) + MARGIN

    @property
    def path(self):
        """The points as SVG writes them."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)

    @property
    def best(self):
        return min(point.position for point in self.points)

    @property
    def worst(self):
        return max(point.position for point in self.points)

    @property
    def rules(self):
        """(place, y) of the first and of the last: the edges of the drawing."""
        return [(place, self.y(place)) for place in (1, self.places)]

    @staticmethod
    def y(place):
        return MARGIN + (place - 1) * STEP


def season_line(table: Table, team: Team) -> SeasonLine | None:
    """The line of `team` in a whole league; None of a group or of fewer matches."""
    played = counted(table.results)
    mine = [r for r in played if team.pk in (r.home, r.away) and r.day]
    if table.scope.group or len(mine) < 3:
        return None
    teams = {line.team.pk for line in table.lines}
    across = (WIDTH - 2 * MARGIN) / (len(mine) - 1)
    points = []
    for spot, result in enumerate(mine):
        until = [r for r in played if r.day and r.day <= result.day]
        row = row_of(team, table, until, teams)
        points.append(point(spot, result, row, x=MARGIN + spot * across))
    return SeasonLine(team, points, len(teams))


def point(spot, result, row, *, x) -> Point:
    outcome, y = row.record.outcomes[spot], SeasonLine.y(row.position)
    return Point(spot + 1, result, outcome, row.position, row.points, round(x), y)


def row_of(team, table, results, teams):
    """What was decided later is not taken away earlier; undated, it always is."""
    last = max(result.day for result in results)
    known = [a for a in table.adjustments if not a.decided_on or a.decided_on <= last]
    rows = standings(
        results=results,
        rules=rules(table.scope.season),
        adjustments=added(known),
        teams=teams,
    )
    return next(row for row in rows if row.team == team.pk)
