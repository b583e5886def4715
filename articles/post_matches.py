"""The match that a club's post tells of: its club, its day, its hashtag."""

import re
from datetime import date, timedelta

from matches.models import Match, Team
from matches.names import fold

from . import posts

TAG = re.compile(r"#(\w{3,60})")
NEAR = timedelta(days=2)


def suggested(*, team: Team | None, day: date, text: str) -> Match | None:
    """The one match within two days of `day` that the hashtags name, else the team's
    only match of that day; None where that leaves a choice."""
    matches = near(team, day)
    tags = {squeezed(tag) for tag in TAG.findall(posts.readable(text))}
    named = [match for match in matches if tags & tags_of(match)]
    same_day = [match for match in matches if team and match.kickoff_on == day]
    found = closest(named, day) if named else same_day
    return found[0] if len(found) == 1 else None


def near(team, day):
    matches = Match.objects.of_team(team) if team else Match.objects.all()
    matches = matches.filter(kickoff_on__range=(day - NEAR, day + NEAR))
    return list(matches.with_sides().prefetch_related("home__aliases", "away__aliases"))


def closest(matches, day):
    distances = [abs(match.kickoff_on - day) for match in matches]
    return [m for m, d in zip(matches, distances, strict=True) if d == min(distances)]


def tags_of(match):
    """#OMAtalanta, #AtalantaOM and the like, squeezed."""
    pairs = [(a, b) for a in names_of(match.home) for b in names_of(match.away)]
    return {a + b for a, b in pairs} | {b + a for a, b in pairs}


def names_of(team):
    given = [team.name_fr, team.name_en, team.short_name_fr, team.short_name_en]
    names = [*given, team.code, *(alias.name for alias in team.aliases.all())]
    return {squeezed(name) for name in names if name} - {""}


def squeezed(name):
    return fold(name).replace(" ", "")
