"""Which matches a copy is about, the likeliest first, each with its reasons."""

from collections.abc import Iterable
from datetime import date, timedelta

from matches.models import Match

from .evidence import Evidence, read, split, tagged
from .lines import Copy, Span
from .mentions import Mentions
from .proposal import FoundPost, Suggestion

MOST, LEAST = 5, 0.41
NEAR, FAR = 4, 10  # days between a match and a post before it, or about another


def suggest(
    copy: Copy,
    mentions: Mentions,
    *,
    posts: list[FoundPost],
    taken: Iterable[Span] = (),
) -> list[Suggestion]:
    """The matches that `copy` may be about; none where nothing but a club is named.

    Scores in `taken` (quotes) prove nothing: they may be hypothetical.
    """
    evidence, register = read(copy, mentions, posts, list(taken)), mentions.register
    teams = [*mentions.team_ids[:8], *tagged(evidence.tags, register)]
    if not teams:
        return []
    days = {*evidence.days, *evidence.posted}
    found = register.matches(list(dict.fromkeys(teams)), days, evidence.dayless)
    found = [weighed(match, evidence, register) for match in found]
    likely = [one for one in found if one.likeness >= LEAST]
    return sorted(likely, key=rank)[:MOST]


def rank(suggestion):
    """The likeliest first; of two alike, the later match."""
    day = suggestion.match.kickoff_on or date.min
    return -suggestion.likeness, -day.toordinal()


def weighed(match: Match, evidence: Evidence, register) -> Suggestion:
    reasons = list(judgements(match, evidence, register))
    likeness = round(min(1.0, max(0.0, sum(weight for weight, _why in reasons))), 3)
    return Suggestion(
        match, likeness, tuple(why for weight, why in reasons if weight > 0)
    )


def judgements(match, evidence, register):
    """(weight, why) for each thing said of the match; negative where it disagrees."""
    yield from by_teams(match, evidence, register)
    yield from by_day(match, evidence)
    yield from by_round(match, evidence)
    yield from by_score(match, evidence)


def by_teams(match, evidence, register):
    sides = (match.home_id, match.away_id)
    told = [side for side in sides if side in evidence.weights]
    names = " – ".join(str(register.teams[side]) for side in sides)
    share = sum(evidence.weights.get(side, 0) for side in sides)
    tagged = {pair for tag in evidence.tags for pair in split(tag, register)}
    if len(told) == 2:
        yield 0.22 + 0.14 * share, f"teams: {names}"
    elif told:
        yield 0.2 * share, f"team: {register.teams[told[0]]}"
    if sides in tagged:
        yield 0.25, f"hashtag: {names}"
    elif sides[::-1] in tagged:
        yield 0.05, f"hashtag: {names}"
    if sides in evidence.pairs:
        yield 0.1, "home and away as written"
    elif sides[::-1] in evidence.pairs:
        yield -0.05, ""
    elif sides in evidence.perhaps:
        yield 0.04, "the place named"


def by_day(match, evidence):
    on = match.kickoff_on
    if not on:
        return
    yield from by_posts(on, evidence.posted)
    if on in evidence.days or (on.month, on.day) in evidence.dayless:
        yield 0.25, f"date: {on.isoformat()}"
    elif on + timedelta(days=1) in evidence.days:
        yield 0.12, "the eve of a date"
    elif evidence.days and distance(on, evidence.days) > FAR:
        yield -0.1, ""
    if on.weekday() in evidence.weekdays:
        yield 0.06, "day of the week"
    elif evidence.weekdays:
        yield -0.02, ""


def by_posts(on, posted):
    if on in posted or on + timedelta(days=1) in posted:
        yield 0.25, f"day of a post: {on.isoformat()}"
    elif any(0 < (on - day).days <= NEAR for day in posted):
        yield 0.05, "soon after a post"
    elif posted and distance(on, posted) > FAR:
        yield -0.25, ""


def distance(on, days):
    return min(abs((on - day).days) for day in days)


def by_round(match, evidence):
    if match.season.competition_id in evidence.competitions:
        yield 0.1, f"competition: {match.season.competition}"
    elif evidence.competitions:
        yield -0.05, ""
    if match.stage.kind in evidence.stages:
        yield 0.06, "stage"
    yield from by_leg(match.leg, evidence.legs)
    if match.matchday and match.matchday in evidence.matchdays:
        yield 0.12, f"matchday {match.matchday}"
    elif match.matchday and evidence.matchdays:
        yield -0.06, ""


def by_leg(leg, told):
    if not told:
        return
    if leg == told[0]:
        yield 0.16, "leg"
    elif leg in told:
        yield 0.02, "leg"
    else:
        yield -0.08, ""


def by_score(match, evidence):
    if not match.final_score:
        if evidence.scores:
            yield -0.05, ""
        return
    score = tuple(match.final_score)
    scores = {score, score[::-1]}
    if match.shootout:
        scores |= {tuple(match.shootout), tuple(match.shootout)[::-1]}
    told = evidence.scores
    if score in evidence.claimed:
        yield 0.08, f"score in a post: {score[0]}-{score[1]}"
    if scores & set(told):
        first = told and told[0] in scores
        yield (0.16 if first else 0.1), f"score: {score[0]}-{score[1]}"
    elif told:
        yield -0.1, ""
