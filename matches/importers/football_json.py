"""openfootball's football.json: {"name": …, "matches": [{round, date, team1…}]}.

`ft` is the score after 90 minutes, `et` after 120, `p` the shoot-out; `p` may come
without `et`, `ht` may miss, `score` may be empty, times have no zone.
"""

import re
import unicodedata
from datetime import date, time

from . import strict_json
from .rows import Refused, Row

PERIODS = {
    "ht": "half_time",
    "ft": "full_time",
    "et": "extra_time",
    "p": "shootout",
}
STATUSES = ("awarded", "cancelled", "postponed", "abandoned")
HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs"}


def read(text: str) -> list[Row]:
    """The rows of a file; raises Refused with every row and field it cannot take."""
    document = strict_json.load(text)
    matches = document.get("matches") if isinstance(document, dict) else None
    if not isinstance(matches, list):
        raise Refused("“matches” is missing: this is not a football.json file")
    rows, reasons = [], []
    for index, match in enumerate(matches):
        try:
            rows.append(row(match, f"matches[{index}]"))
        except Refused as refused:
            reasons += refused.reasons
    if reasons:
        raise Refused(*reasons)
    return rows


def row(match, place) -> Row:
    if not isinstance(match, dict):
        raise Refused(f"{place}: {shown(match)} is not a match")
    rounds = [
        name(match, key, place) for key in ("stage", "group", "round") if match.get(key)
    ]
    if not rounds:
        raise Refused(f"{place}.round: missing")
    return Row(
        place=place,
        round=", ".join(rounds),
        day=day(match, place),
        hour=hour(match, place),
        home=name(match, "team1", place),
        away=name(match, "team2", place),
        status=status(match, place),
        **scores(match.get("score"), f"{place}.score"),
    )


def name(match, key, place):
    value = match.get(key)
    if value is None or value == "":
        raise Refused(f"{place}.{key}: missing")
    if not isinstance(value, str) or not re.search(r"\w", value) or len(value) > 80:
        raise Refused(f"{place}.{key}: {shown(value)} is not a name")
    if any(unicodedata.category(character) in HIDDEN for character in value):
        raise Refused(f"{place}.{key}: {shown(value)} has hidden characters")
    return " ".join(unicodedata.normalize("NFC", value).split())


def day(match, place):
    value = match.get("date")
    if value is None:
        raise Refused(f"{place}.date: missing")
    if isinstance(value, str) and re.fullmatch(r"[12]\d{3}-\d\d-\d\d", value, re.A):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise Refused(f"{place}.date: {shown(value)} is not a date like 2024-05-02")


def hour(match, place):
    value = match.get("time")
    if value is None:
        return None
    written = isinstance(value, str) and re.fullmatch(r"(\d\d?)[:.](\d\d)", value, re.A)
    if written and int(written[1]) < 24 and int(written[2]) < 60:
        return time(int(written[1]), int(written[2]))
    raise Refused(f"{place}.time: {shown(value)} is not a time like 21:00")


def status(match, place):
    value = match.get("status") or ""
    if value and value not in STATUSES:
        known = ", ".join(STATUSES)
        raise Refused(f"{place}.status: {shown(value)} is none of {known}")
    return value


def scores(value, place):
    """The scores by period, refused when a running score goes down."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Refused(f"{place}: {shown(value)} is not a set of scores")
    for key in value.keys() - PERIODS.keys():
        raise Refused(f"{place}.{key}: unknown; ht, ft, et and p are known")
    found = {
        key: score(value[key], f"{place}.{key}") for key in PERIODS if key in value
    }
    in_order(found, place)
    if "p" in found and found["p"][0] == found["p"][1]:
        raise Refused(f"{place}.p: a shoot-out has a winner")
    return {PERIODS[key]: pair for key, pair in found.items()}


def score(value, place):
    pair = value if isinstance(value, list) else []
    if len(pair) != 2 or not all(type(goals) is int for goals in pair):
        raise Refused(f"{place}: {shown(value)} is not a score")
    if not all(0 <= goals <= 99 for goals in pair):
        raise Refused(f"{place}: {shown(value)} is not a score between 0 and 99")
    return tuple(pair)


def in_order(found, place):
    running = [key for key in ("ht", "ft", "et") if key in found]
    for before, after in zip(running, running[1:], strict=False):
        if any(x > y for x, y in zip(found[before], found[after], strict=True)):
            raise Refused(f"{place}.{after}: a running score never goes down")


def shown(value):
    """`value` as a person can recognise it: short, hidden characters spelled out."""
    text = str(value)[:40]
    hides = any(unicodedata.category(character) in HIDDEN for character in text)
    return f"“{text.encode('unicode_escape').decode() if hides else text}”"
