"""football-data.org's scores, in versions 4 and 2 of its API, as running scores.

`fullTime` holds the goals of extra time and of the shoot-out as well, `extraTime` and
`penalties` only their own. Some payloads lack the breakdown.
"""

from . import values
from .rows import Refused
from .values import shown

DURATIONS = ("REGULAR", "EXTRA_TIME", "PENALTY_SHOOTOUT")


def read(score, place: str, *, is_over: bool) -> dict[str, tuple[int, int]]:
    """The known scores by period; raises Refused."""
    if score is None:
        return {}
    if not isinstance(score, dict):
        raise Refused(f"{place}: {shown(score)} is not a set of scores")
    duration = score.get("duration") or "REGULAR"
    if duration not in DURATIONS:
        known = ", ".join(DURATIONS)
        raise Refused(f"{place}.duration: {shown(duration)} is none of {known}")
    names = ("halfTime", "fullTime", "regularTime", "extraTime", "penalties")
    told = {name: pair(score.get(name), f"{place}.{name}") for name in names}
    found = {"half_time": told["halfTime"]} | by_duration(duration, told, place)
    found = {period: goals for period, goals in found.items() if goals}
    return checked(found, place, is_over=is_over)


def pair(value, place):
    """A score under either version's keys; None when it is not known."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Refused(f"{place}: {shown(value)} is not a score")
    home, away = (value.get(k, value.get(f"{k}Team")) for k in ("home", "away"))
    if home is None and away is None:
        return None
    return values.goals(home, f"{place}.home"), values.goals(away, f"{place}.away")


def by_duration(duration, told, place):
    if duration == "REGULAR":
        return {"full_time": told["regularTime"] or told["fullTime"]}
    is_shootout = duration == "PENALTY_SHOOTOUT"
    return {
        "full_time": told["regularTime"],
        "extra_time": after_extra_time(told, place, is_shootout=is_shootout),
        "shootout": told["penalties"] if is_shootout else None,
    }


def after_extra_time(told, place, *, is_shootout):
    regular, full = told["regularTime"], told["fullTime"]
    if regular:
        return total(regular, told["extraTime"]) if told["extraTime"] else None
    if not is_shootout or not full or full[0] == full[1]:
        return full
    return less(full, told["penalties"], place) if told["penalties"] else None


def total(one, other):
    return one[0] + other[0], one[1] + other[1]


def less(full, penalties, place):
    home, away = full[0] - penalties[0], full[1] - penalties[1]
    if home < 0 or away < 0:
        raise Refused(f"{place}.penalties: more than fullTime holds")
    return home, away


def checked(found, place, *, is_over):
    order = ("half_time", "full_time", "extra_time")
    values.in_order({p: found[p] for p in order if p in found}, f"{place}: ")
    if is_over and "shootout" in found and len(set(found["shootout"])) == 1:
        raise Refused(f"{place}.penalties: a shoot-out has a winner")
    return found
