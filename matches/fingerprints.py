"""What a report can get wrong about a match, as one comparable value."""

import hashlib

from .models import Match

SCORES = ("half_time", "full_time", "extra_time", "shootout")


def fingerprint(match: Match) -> str:
    """Changes exactly when the status, a score, a goal, its minute or scorer does."""
    scores = [f"{period} {match.score(period)}" for period in SCORES]
    goals = match.events.goals().in_order()
    scorers = [
        f"{g.period} {g.clock} {g.type} {g.team_id} {g.person_id}" for g in goals
    ]
    facts = "\n".join([match.status, *scores, *scorers])
    return hashlib.sha256(facts.encode()).hexdigest()[:16]
