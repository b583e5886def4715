"""Two-legged ties, recognised.

A tie is made when the same two teams meet twice in one knock-out stage, or when the
file says "Leg 1 of 2". Legs are numbered by date unless the file numbers them. A match
that stands alone (a final) gets no tie: it decides itself.
"""

from collections import defaultdict

from matches.models import Tie

from .rounds import KNOCK_OUT


def join(plans, *, season) -> None:
    """Writes `tie` and `leg` into what each plan of `plans` wants of its match."""
    ties = {pair_of(tie): tie for tie in Tie.objects.filter(stage__season=season)}
    pairs, replayed = defaultdict(list), replayed_in(plans)
    for plan in plans:
        if plan.stage.kind in KNOCK_OUT and plan.match not in replayed:
            pairs[plan.pair].append(plan)
    for pair, meetings in pairs.items():
        for leg, plan in legs_of(meetings):
            tie = ties.get(pair) or two_legs(plan, leg)
            ties[pair] = tie
            plan.wanted |= {"tie_id": tie.pk, "leg": leg}


def replayed_in(plans):
    """The matches that another one counts for; unsaved ones are known by identity."""
    numbers = {plan.match.replay_of_id for plan in plans}
    found = [plan.match for plan in plans if plan.match.pk in numbers - {None}]
    return found + [plan.replaces.match for plan in plans if plan.replaces]


def legs_of(meetings):
    """(leg, plan) for each match of a two-legged tie; [] when it is none."""
    if any(plan.leg for plan in meetings):
        return [(plan.leg, plan) for plan in meetings if plan.leg]
    if len(meetings) != 2:
        return []
    return list(enumerate(sorted(meetings, key=lambda plan: plan.moment), start=1))


def two_legs(plan, leg):
    hosts = [plan.match.home, plan.match.away]
    first, second = hosts if leg == 1 else reversed(hosts)
    return Tie.objects.create(stage=plan.stage, team_a=first, team_b=second, legs=2)


def pair_of(tie):
    return tie.stage_id, frozenset({tie.team_a_id, tie.team_b_id})
