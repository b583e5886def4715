"""The knock-out rounds of a season, side by side: who met whom, and who went on."""

from collections.abc import Iterable
from dataclasses import dataclass

from .models import Match, Stage, Team, Tie

ROUNDS = (
    Stage.Kind.PLAY_OFFS,
    Stage.Kind.ROUND_OF_64,
    Stage.Kind.ROUND_OF_32,
    Stage.Kind.ROUND_OF_16,
    Stage.Kind.QUARTER_FINALS,
    Stage.Kind.SEMI_FINALS,
    Stage.Kind.FINAL,
)


@dataclass(frozen=True)
class Side:
    team: Team
    goals: list[int | str]
    is_through: bool


@dataclass(frozen=True)
class Pairing:
    """Two teams in one round, in a tie or in a single match."""

    sides: tuple[Side, Side]
    matches: list[Match]
    tie: Tie | None = None

    @property
    def team_ids(self):
        return [side.team.pk for side in self.sides]

    @property
    def winner(self):
        return next((side.team.pk for side in self.sides if side.is_through), None)


@dataclass(frozen=True)
class Round:
    stage: Stage
    pairings: list[Pairing]


def bracket(*, matches: Iterable[Match], ties: Iterable[Tie]) -> list[Round]:
    """The rounds in order, each pairing beside the one it leads to; [] of one round.

    `matches` are a season's, `ties` its ties with legs; a match of no tie stands alone.
    """
    stages, known = {}, {match.pk: match for match in matches}
    for tie in ties:
        stages.setdefault(tie.stage, []).append(of_tie(tie, known))
    for match in matches:
        if not match.tie_id and match.stage.kind in ROUNDS:
            stages.setdefault(match.stage, []).append(of_match(match))
    rounds = [Round(s, p) for s, p in stages.items() if s.kind in ROUNDS]
    rounds.sort(key=lambda found: (found.stage.order, ROUNDS.index(found.stage.kind)))
    return arranged(rounds) if len(rounds) > 1 else []


def arranged(rounds):
    """From the final back: a pairing stands where its winner stands afterwards."""
    ordered = [rounds[-1]]
    for found in reversed(rounds[:-1]):
        later = [team for p in ordered[0].pairings for team in p.team_ids]
        spots = {team: spot for spot, team in enumerate(later)}
        pairings = sorted(
            found.pairings, key=lambda p, s=spots: s.get(p.winner, len(s))
        )
        ordered.insert(0, Round(found.stage, pairings))
    return ordered


def of_tie(tie: Tie, known: dict[int, Match]) -> Pairing:
    """Its legs are those of `known`, which come with their teams."""
    legs = [known.get(leg.pk, leg) for leg in tie.matches.all()]
    legs.sort(key=lambda match: match.leg or 0)
    sides = tuple(
        Side(team, [goals(leg, team) for leg in legs], tie.outcome.winner == team.pk)
        for team in (tie.team_a, tie.team_b)
    )
    return Pairing(sides, legs, tie)


def of_match(match: Match) -> Pairing:
    sides = tuple(
        Side(team, [goals(match, team)], match.winner_id == team.pk)
        for team in (match.home, match.away)
    )
    return Pairing(sides, [match])


def goals(match: Match, team: Team) -> int | str:
    """Those of 120 minutes, without the shoot-out; "–" before there are any."""
    return match.goals_of(team.pk) if match.final_score else "–"
