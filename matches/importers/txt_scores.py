"""Football.TXT's scores: "1-1 (1-1)", "4-2 pen. 1-0 a.e.t. (1-0, 0-0)".

Before the brackets, as tagged: the shoot-out, the score after 120 minutes, else after
90. In the brackets what came before: after 90 and 45 minutes, or 45 only.
"""

import re

from . import values
from .rows import Refused
from .values import shown

PAIR = r"\d{1,3}[-–]\d{1,3}"
TAG = r"(?:pen(?:alties|s)?\b\.?|a\.?\s?e\.?\s?t\b\.?|on pens\b)"
SCORE = re.compile(
    rf"(?<!\S){PAIR}(?!\S*[^\W\d_])(?:\s*(?:{PAIR}|{TAG}|,|\([\d\s,–-]*\)))*(?=\s|$)",
    re.ASCII | re.IGNORECASE,
)
TAGGED = re.compile(rf"({PAIR})\s*({TAG})?", re.ASCII | re.IGNORECASE)


def read(text: str, place: str) -> dict[str, tuple[int, int]]:
    """The scores of a match of SCORE, by period; raises Refused."""
    outside, _bracket, inside = text.partition("(")
    inside, _bracket, after = inside.partition(")")
    found = {}
    for pair, tag in TAGGED.findall(f"{outside} {after}"):
        period = period_of(tag)
        if period in found:
            raise Refused(f"{place}: {shown(text)} is not a score")
        found[period] = score(pair, place)
    earlier = [score(pair, place) for pair in re.findall(PAIR, inside)]
    return checked(found | before(found, earlier, text, place), place)


def period_of(tag):
    if not tag:
        return "full_time"
    return "shootout" if tag.lower().startswith(("pen", "on")) else "extra_time"


def score(pair, place):
    home, away = (int(figure) for figure in re.split("[-–]", pair))
    return values.goals(home, place), values.goals(away, place)


def before(found, earlier, text, place):
    """What the brackets tell, by period."""
    names = ["half_time"] if "full_time" in found else ["full_time", "half_time"]
    if len(earlier) > len(names):
        raise Refused(f"{place}: {shown(text)} is not a score")
    return dict(zip(names, earlier, strict=False))


def checked(found, place):
    order = ("half_time", "full_time", "extra_time")
    values.in_order({p: found[p] for p in order if p in found}, f"{place}: ")
    if "shootout" in found and len(set(found["shootout"])) == 1:
        raise Refused(f"{place}: a shoot-out has a winner")
    return found
