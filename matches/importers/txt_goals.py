"""Football.TXT's goal lines: "(Neymar 29', 71' (pen.); Diego 56', Marcelo 11' (og))".

The home side's goals come before the semicolon, the away side's after it. An own goal
stands with the side that gains by it.
"""

import re

from matches.minutes import parse_minute
from matches.models import MatchEvent

from . import values
from .rows import Incident, Refused

GOAL = re.compile(
    r"(?P<name>[^\d,;'’()\[\]]*)"
    r"(?P<minute>\d{1,3}['’]?(?:\s?\+\s?\d{1,2})?)['’]?"
    r"\s*(?P<tag>\(?\s*(?:pen\b\.?|p\b\.?|og\b\.?|o\.\s?g\.)\s*\)?)?",
    re.IGNORECASE,
)
NOBODY = re.compile(r"[\s,;./–()\[\]-]*")


class NotGoals(Exception):
    """The line holds something else too."""


def read(text: str, *, score, extra_time: bool) -> tuple[Incident, ...]:
    """The goals of a line, brackets taken off, of a match that ended `score`."""
    home, semicolon, away = text.partition(";")
    if not semicolon and score and score[0] == 0:
        home, away = "", text
    sides = {"home": home, "away": away}
    goals = [
        goal
        for side, part in sides.items()
        for goal in goals_of(part, side, extra_time)
    ]
    return tuple(goals)


def goals_of(part, side, extra_time):
    rest = GOAL.sub("", part)
    if not NOBODY.fullmatch(rest):
        raise NotGoals
    scorer = ""
    for found in GOAL.finditer(part):
        scorer = found["name"].strip(" .-–") or scorer
        yield goal(found, scorer, side, extra_time)


def goal(found, scorer, side, extra_time):
    figures = re.sub(r"[\s'’]", "", found["minute"])
    try:
        minute = parse_minute(figures, extra_time=extra_time)
        name = values.name(scorer, "scorer")
    except (ValueError, Refused) as error:
        raise NotGoals from error
    return Incident(kind_of(found["tag"]), side, minute, name)


def kind_of(tag):
    letters = re.sub(r"\W", "", tag or "").lower()
    if letters == "og":
        return MatchEvent.Type.OWN_GOAL
    return MatchEvent.Type.PENALTY_GOAL if letters else MatchEvent.Type.GOAL
