"""Who kicks next and when a shoot-out is decided (IFAB Law 10)."""

from collections.abc import Iterable

from matches.models import Match, MatchEvent

EACH = 5
OTHER = {"home": "away", "away": "home"}


def kicks(match: Match, events: Iterable[MatchEvent]) -> list[tuple[str, bool]]:
    """(side, scored) of each kick, in turn."""
    taken = [event for event in events if event.is_shootout_kick]
    return [
        (
            "home" if kick.team_id == match.home_id else "away",
            kick.type == MatchEvent.Type.SHOOTOUT_SCORED,
        )
        for kick in sorted(taken, key=lambda kick: (kick.sequence, kick.pk))
    ]


def winner(taken: list[tuple[str, bool]]) -> str:
    """The side that the kicks left cannot overtake; "" until there is one.

    After five each, one goal more from as many kicks decides.
    """
    for side, other in OTHER.items():
        kicks_of, goals = tally(taken, side)
        kicks_of_other, goals_of_other = tally(taken, other)
        rounds = max(EACH, kicks_of, kicks_of_other)
        if goals > goals_of_other + rounds - kicks_of_other:
            return side
    return ""


def tally(taken, side):
    mine = [scored for kicker, scored in taken if kicker == side]
    return len(mine), sum(mine)


def next_side(taken: list[tuple[str, bool]]) -> str:
    """The sides alternate; before the first kick, "" : the toss decides."""
    return OTHER[taken[-1][0]] if taken else ""
