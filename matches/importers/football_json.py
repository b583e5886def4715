"""openfootball's football.json: {"name": …, "matches": [{round, date, team1…}]}.

`ft` is the score after 90 minutes, `et` after 120, `p` the shoot-out; `p` may come
without `et`, `ht` may miss, `score` may be empty, times have no zone.
"""

import re
from datetime import date, datetime, time, timedelta, timezone

from . import seasons, strict_json, values
from .rows import Refused, Row, Rows
from .values import shown

PERIODS = {
    "ht": "half_time",
    "ft": "full_time",
    "et": "extra_time",
    "p": "shootout",
}
STATUSES = ("awarded", "cancelled", "postponed", "abandoned")
FARTHEST = 14  # hours from Greenwich
HOUR = re.compile(r"(\d\d?)[:.](\d\d)(?:\s+UTC([+-]\d\d?))?", re.ASCII)


def read(text: str, *, season: str = "") -> Rows:
    """The rows of a file; raises Refused with every row and field it cannot take.

    `season` ("2023/24") must be the one that the file's name tells, if any.
    """
    document = strict_json.load(text)
    matches = document.get("matches") if isinstance(document, dict) else None
    if not isinstance(matches, list):
        raise Refused("“matches” is missing: this is not a football.json file")
    seasons.refuse_other(document.get("name"), asked=season, place="name")
    rows, reasons = Rows(), []
    for index, match in enumerate(matches):
        place = f"matches[{index}]"
        try:
            if is_open(match):
                rows.remarks.append(f"{place}: left out, its teams are not known yet")
            else:
                rows.append(row(match, place))
        except Refused as refused:
            reasons += refused.reasons
    if reasons:
        raise Refused(*reasons)
    return rows


def is_open(match):
    """A fixture of teams still to be found, so without a score."""
    if not isinstance(match, dict) or match.get("score"):
        return False
    return any(key in match and match[key] is None for key in ("team1", "team2"))


def row(match, place) -> Row:
    if not isinstance(match, dict):
        raise Refused(f"{place}: {shown(match)} is not a match")
    rounds = [
        name(match, key, place) for key in ("stage", "group", "round") if match.get(key)
    ]
    if not rounds:
        raise Refused(f"{place}.round: missing")
    on, (at, zone) = day(match, place), hour(match, place)
    return Row(
        place=place,
        round=", ".join(rounds),
        day=on,
        hour=at,
        instant=datetime.combine(on, at, zone) if zone else None,
        home=name(match, "team1", place),
        away=name(match, "team2", place),
        status=status(match, place),
        **scores(match.get("score"), f"{place}.score"),
    )


def name(match, key, place):
    return values.name(match.get(key), f"{place}.{key}")


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
    """The hour and its zone: "13:00 UTC-6" where the file tells one."""
    value = match.get("time")
    if value is None or value == "":
        return None, None
    written = isinstance(value, str) and HOUR.fullmatch(value)
    if written and is_hour(*(int(part or 0) for part in written.groups())):
        return time(int(written[1]), int(written[2])), zone_of(written[3])
    raise Refused(f"{place}.time: {shown(value)} is not a time like 21:00")


def is_hour(hour, minute, east):
    return hour < 24 and minute < 60 and abs(east) <= FARTHEST


def zone_of(hours):
    return timezone(timedelta(hours=int(hours))) if hours else None


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
        key: score(value[key], f"{place}.{key}")
        for key in PERIODS
        if value.get(key) not in (None, [])
    }
    running = {key: found[key] for key in ("ht", "ft", "et") if key in found}
    values.in_order(running, f"{place}.")
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
