"""Quotes, posts, photos and matches that the translation lost, added or moved."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .case import Case
from .finding import Finding, Kind, On, Severity

NOWHERE = (0, 0)


def check(case: Case) -> Iterator[Finding]:
    source, target = embedded(case.source), embedded(case.target)
    lost = Counter(key for _n, key in source) - Counter(key for _n, key in target)
    more = Counter(key for _n, key in target) - Counter(key for _n, key in source)
    for number, key in reversed(source):
        if lost[key] > 0:
            lost[key] -= 1
            yield missing(case, number, key)
    for number, key in reversed(target):
        if more[key] > 0:
            more[key] -= 1
            says = _("The source does not show this here.")
            yield case.found(Kind.EMBED, number, NOWHERE, says, f"{key} added")
    yield from on_order(case, source, target)


def embedded(side) -> list[tuple[int, str]]:
    """(number of the pair, what is shown) in the order of the text."""
    units = enumerate(side.units)
    return [(number, unit.key) for number, unit in units if unit and unit.is_record]


def missing(case, number, key):
    says = _("The translation does not show this.")
    told = {"side": On.SOURCE, "severity": Severity.BLOCK}
    return case.found(Kind.EMBED, number, NOWHERE, says, f"{key} missing", **told)


def on_order(case, source, target):
    """What stands in another order than in the source: as few as explain it."""
    places = {key: place for place, (_number, key) in enumerate(source)}
    shared = [(number, key) for number, key in target if key in places]
    kept = set(rising([places[key] for _number, key in shared]))
    for place, (number, key) in enumerate(shared):
        if place not in kept:
            says = _("The source shows this elsewhere.")
            yield case.found(Kind.EMBED, number, NOWHERE, says, f"{key} moved")


def rising(numbers: list[int]) -> list[int]:
    """The positions of a longest run of `numbers` that never falls."""
    tails, ends, before = [], [], []
    for position, number in enumerate(numbers):
        length = bisect_left(tails, number + 1)
        tails[length : length + 1] = [number]
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [position]
    found, position = [], ends[-1] if ends else -1
    while position >= 0:
        found.append(position)
        position = before[position]
    return found[::-1]
