"""Numbers, scores, minutes, days and hours that the translation lost or changed."""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from .case import Case
from .figure import Figure
from .finding import Finding, Kind, On
from .hours import DAY
from .reading import figures
from .spelling_out import loose

ZONES = (0, 60, -60)  # minutes: an hour may be told on the readers' own clock


class Figures:
    """The figures of both sides of a translation, pair by pair."""

    def __init__(self, case: Case):
        self.case = case

    @cached_property
    def of_target(self) -> list[list[Figure]]:
        side = self.case.target
        return [figures(side[i], side.language) for i in range(len(side.units))]

    @cached_property
    def of_source(self) -> list[list[Figure]]:
        side = self.case.source
        return [figures(side[i], side.language) for i in range(len(side.units))]

    @cached_property
    def values(self) -> list[set]:
        """What each unit of the target may be said to say."""
        return [told(found) for found in self.of_target]

    @cached_property
    def asked(self) -> list[set]:
        return [told(found) for found in self.of_source]

    @cached_property
    def everywhere(self) -> set:
        """What the target says at all: elsewhere, it is not lost."""
        return set().union(*self.values)

    def near(self, sets, number) -> set:
        return set().union(*(sets[i] for i in self.case.near(number)))


def told(found: list[Figure]) -> set:
    return {value for one in found for value in one.values}


@dataclass
class Match:
    """What agrees in one pair, and what is left on both sides."""

    lost: list[Figure]
    extra: list[Figure]
    agreed: list[tuple[Figure, Figure]]


def check(case: Case) -> Iterator[Finding]:
    known = Figures(case)
    for number, _pair in case.prose:
        found = matched(known.of_source[number], known.of_target[number])
        yield from on_labels(case, number, found.agreed)
        yield from on_lost(known, number, found)


def matched(source: list[Figure], target: list[Figure]) -> Match:
    """Each figure of the source with the first of the target that may mean it."""
    waiting = defaultdict(deque)
    for place, one in enumerate(target):
        for value in one.values:
            waiting[value].append(place)
    taken, lost, agreed = set(), [], []
    for one in source:
        place = first(one, waiting, taken)
        if place is None:
            lost.append(one)
        else:
            taken.add(place)
            agreed.append((one, target[place]))
    extra = [one for place, one in enumerate(target) if place not in taken]
    return Match(lost, extra, agreed)


def first(figure, waiting, taken):
    for value in meanings(figure):
        places = waiting.get(value, ())
        while places and places[0] in taken:
            places.popleft()
        if places:
            return places.popleft()
    return None


def meanings(figure: Figure) -> list:
    """Its values, and the same hour on a clock beside."""
    if figure.kind != "hour":
        return sorted(figure.values, key=str)
    return [("hour", (v + shift) % DAY) for shift in ZONES for _h, v in figure.values]


def on_labels(case, number, agreed):
    """The same day of another year, the same amount of another money."""
    for one, other in agreed:
        if one.label and other.label and one.label != other.label:
            says = _("The source says “%(words)s”.") % {
                "words": words(case.source, number, one)
            }
            yield case.found(Kind.FIGURE, number, span(other), says, one.label)


def on_lost(known: Figures, number: int, found: Match):
    case = known.case
    asked = known.near(known.asked, number)
    said = known.everywhere | loose(case.target[number])
    extra = defaultdict(deque)
    for one in found.extra:
        if not asked & set(meanings(one)):
            extra[one.kind].append(one)
    for one in sorted(found.lost, key=lambda one: one.is_soft):
        is_said = bool(said & set(meanings(one)))
        if other := instead(one, extra):
            yield changed(case, number, one, other)
        elif not (is_said or one.is_soft or is_converted(one, found)):
            yield missing(case, number, one)


def instead(figure, extra):
    """The figure of the same kind that stands where `figure` should.

    A distance may well be told in other units.
    """
    kinds = [figure.kind] if figure.kind != "measure" else []
    if figure.kind in ("count", "rank") and not figure.is_soft:
        kinds = ["count", "rank"]
    return next((extra[kind].popleft() for kind in kinds if extra[kind]), None)


def is_converted(figure, found: Match) -> bool:
    """An amount told in a second currency, of which the first is there."""
    told = {one.label for one, _other in found.agreed if one.kind == "count"}
    return bool(figure.label and figure.kind == "count" and told - {"", figure.label})


def changed(case, number, one, other):
    told = words(case.source, number, one)
    says = _("The source says “%(words)s”.") % {"words": told}
    return case.found(Kind.FIGURE, number, span(other), says, told)


def missing(case, number, one):
    told = words(case.source, number, one)
    says = _("“%(words)s” is not in the translation.") % {"words": told}
    return case.found(Kind.FIGURE, number, span(one), says, "-", side=On.SOURCE)


def words(side, number, figure):
    return side.units[number].text[figure.start : figure.end].strip()


def span(figure: Figure) -> tuple[int, int]:
    return figure.start, figure.end
