"""The score of a tie as it went: goals on aggregate, minute by minute, leg by leg."""

from dataclasses import dataclass

from .models import Match, MatchEvent, Tie

WIDTH, LEFT, TOP, STEP, GAP = 640, 28, 30, 26, 14
LENGTHS = {False: 90, True: 120}


@dataclass(frozen=True)
class Goal:
    """A goal that stood: minutes since the tie began, and the aggregate it made."""

    leg: Match
    event: MatchEvent
    minute: int
    by_first: bool
    goals_a: int
    goals_b: int


@dataclass(frozen=True)
class Step:
    """A goal in the drawing."""

    goal: Goal
    x: int
    y: int


@dataclass(frozen=True)
class Side:
    """A team's line: its goals as steps, and where it ends."""

    team: object
    goals: int
    path: str
    steps: list[Step]
    end: int


@dataclass(frozen=True)
class TieChart:
    tie: Tie
    sides: list[Side]
    goals: list[Goal]
    legs: list[tuple[Match, int, int]]
    most: int

    @property
    def width(self):
        return WIDTH

    @property
    def height(self):
        return y_of(0, self.most) + TOP

    @property
    def rules(self):
        """(goals, y) of each line of the grid."""
        return [(goals, y_of(goals, self.most)) for goals in range(self.most + 1)]


def tie_chart(tie: Tie | None, events: list[MatchEvent]) -> TieChart | None:
    """The chart of a tie of two legs, both finished; `events` are of both.

    None of any other tie, and where the goals on file do not make the scores.
    """
    legs = finished_legs(tie)
    if not legs:
        return None
    goals = goals_of(tie, legs, events)
    if not goals or not adds_up(tie, goals):
        return None
    most = max(tie.outcome.goals_a, tie.outcome.goals_b)
    ends = edges(legs)
    return TieChart(tie, sides(tie, goals, ends, most), goals, ends, most)


def finished_legs(tie):
    if tie is None or tie.legs != 2 or tie.outcome.played != 2:
        return []
    return sorted(tie.matches.all(), key=lambda leg: leg.leg)


def goals_of(tie, legs, events) -> list[Goal]:
    found, goals_a, goals_b, before = [], 0, 0, 0
    for leg in legs:
        for event in events:
            if event.match_id != leg.pk or not event.is_goal:
                continue
            by_first = event.team_id == tie.team_a_id
            goals_a, goals_b = goals_a + by_first, goals_b + (not by_first)
            minute = before + event.minute
            found.append(Goal(leg, event, minute, by_first, goals_a, goals_b))
        before += length(leg)
    return found


def adds_up(tie, goals):
    last = goals[-1]
    return (last.goals_a, last.goals_b) == (tie.outcome.goals_a, tie.outcome.goals_b)


def length(leg):
    return LENGTHS[bool(leg.extra_time)]


def edges(legs):
    """Each leg with the x where it begins and ends."""
    first, second = map(length, legs)
    scale = (WIDTH - 2 * LEFT - GAP) / (first + second)
    middle = LEFT + round(first * scale)
    return [(legs[0], LEFT, middle), (legs[1], middle + GAP, WIDTH - LEFT)]


def x_of(goal, ends):
    """Minutes share the width of their leg."""
    start = 0 if goal.leg == ends[0][0] else length(ends[0][0])
    leg, left, right = next(end for end in ends if end[0] == goal.leg)
    return round(left + (goal.minute - start) * (right - left) / length(leg))


def y_of(goals, most):
    return TOP + (most - goals) * STEP


def sides(tie, goals, ends, most):
    teams = ((tie.team_a, True), (tie.team_b, False))
    return [
        side(team, [g for g in goals if g.by_first is first], ends, most)
        for team, first in teams
    ]


def side(team, goals, ends, most):
    """The line runs level and jumps at each goal."""
    steps = [
        Step(goal, x_of(goal, ends), y_of(number, most))
        for number, goal in enumerate(goals, start=1)
    ]
    level, points = y_of(0, most), [f"{LEFT},{y_of(0, most)}"]
    for step in steps:
        points += [f"{step.x},{level}", f"{step.x},{step.y}"]
        level = step.y
    points.append(f"{WIDTH - LEFT},{level}")
    return Side(team, len(goals), " ".join(points), steps, level)
