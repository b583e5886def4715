"""Who goes through, and why (UEFA regulations; away goals abolished in 2021/22)."""

from dataclasses import dataclass

AGGREGATE, AWAY_GOALS, PENALTIES, AWARDED = (
    "aggregate",
    "away_goals",
    "penalties",
    "awarded",
)


@dataclass(frozen=True)
class Outcome:
    """Goals of each team over the legs played; `winner` is a team's id or None."""

    goals_a: int
    goals_b: int
    played: int
    winner: int | None = None
    decided_by: str = ""


def outcome(
    *, team_a, team_b, legs, planned_legs, away_goals_rule, awarded_to=None
) -> Outcome:
    """The state of a tie after the `legs` that have a final score.

    Teams are ids. The aggregate counts goals of 90' and of extra time, by team and
    never by column, and no kick of a shoot-out. A tie is decided when all of its
    planned legs are finished.
    """
    played = [leg for leg in legs if leg.is_finished and leg.final_score]
    goals_a = sum(leg.goals_of(team_a) for leg in played)
    goals_b = sum(leg.goals_of(team_b) for leg in played)
    winner, decided_by = awarded_to, AWARDED if awarded_to else ""
    if not awarded_to and len(played) == planned_legs:
        winner, decided_by = decide(team_a, team_b, goals_a, goals_b, played)
        if decided_by != AGGREGATE and away_goals_rule:
            by_away = away_goals_winner(team_a, team_b, played)
            winner, decided_by = by_away or (winner, decided_by)
    return Outcome(goals_a, goals_b, len(played), winner, decided_by)


def decide(team_a, team_b, goals_a, goals_b, played):
    if goals_a != goals_b:
        return (team_a if goals_a > goals_b else team_b), AGGREGATE
    kicks = next((leg for leg in played if leg.shootout), None)
    if kicks:
        return kicks.shootout_winner_id, PENALTIES
    return None, ""


def away_goals_winner(team_a, team_b, played):
    away_a = sum(leg.goals_of(team_a) for leg in played if leg.away_id == team_a)
    away_b = sum(leg.goals_of(team_b) for leg in played if leg.away_id == team_b)
    if away_a == away_b:
        return None
    return (team_a if away_a > away_b else team_b), AWAY_GOALS
