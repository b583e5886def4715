"""A translation as the desk works on it: a row for each unit of either language.

Nothing here is stored: the rows follow from the source's words, the target's words,
and what was kept of who wrote which for which (design: staleness is by content).
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from articles.models import Edition, TranslatedUnit, Words
from articles.models.article import Language

from .alignment import align
from .pairing import pair
from .units import Unit, body_units, units

Answer = TranslatedUnit.Answer


class RowState(StrEnum):
    UNWRITTEN = "unwritten"  # no words for it yet
    OPEN = "open"  # written, and nobody said it is done
    DONE = "done"
    STALE = "stale"  # the source says something else since
    MOVED = "moved"  # the same words, elsewhere in the source
    LEFT_OUT = "left_out"  # on purpose
    GONE = "gone"  # the source no longer says it
    ADDED = "added"  # the target's own


SETTLED = {RowState.DONE, RowState.LEFT_OUT, RowState.ADDED}
STRICT, LENIENT = 0.1, -0.3  # what leaving a unit alone is worth in `pair`


@dataclass
class Row:
    """A unit of the source (None: gone or added) beside its unit of the target.

    `target` is None where nothing stands for it; `place` is where it stands.
    """

    source: Unit | None
    target: Unit | None
    kept: TranslatedUnit | None = None
    place: int | None = None
    is_moved: bool = False

    @property
    def field(self) -> str:
        return (self.source or self.target or self.kept).field

    @property
    def is_record(self) -> bool:
        return any(unit and unit.is_record for unit in (self.source, self.target))

    @property
    def is_machine(self) -> bool:
        """Whether it says what an engine said, word for word."""
        if not (self.kept and self.kept.is_machine and self.target):
            return False
        return self.target.key == stored(self.kept.field, self.kept.target).key

    @property
    def is_unread(self) -> bool:
        """Machine text that nobody has called done."""
        return self.is_machine and not self.kept.is_answered

    @property
    def state(self) -> RowState:
        if self.source is None:
            is_gone = self.kept and self.kept.source
            return RowState.GONE if is_gone else RowState.ADDED
        if self.kept and self.kept.is_answered:
            return self.answered()
        if self.target is None:
            return RowState.UNWRITTEN
        return RowState.DONE if self.source.is_record else RowState.OPEN

    def answered(self):
        if self.source.key != kept_source(self.kept).key:
            return RowState.STALE
        if self.kept.answer == Answer.LEFT_OUT:
            return RowState.LEFT_OUT
        if self.target is None:
            return RowState.UNWRITTEN
        return RowState.MOVED if self.is_moved else RowState.DONE


def html_of(unit: Unit | None) -> str:
    return unit.html if unit else ""


def kept_source(kept: TranslatedUnit) -> Unit:
    return stored(kept.field, kept.source)


def stored(field, html) -> Unit:
    return body_units(html)[0] if field == "body" else Unit(field, html)


def source_words(edition: Edition) -> Words:
    """What `edition` is faithful to (design §9): the release that readers read in the
    other language, else its working words."""
    language = Language(edition.language).other
    source = edition.article.edition(language)
    if source and source.status == Edition.Status.PUBLISHED:
        return source.release.words
    return edition.article.words(language)


def rows(edition: Edition, kept: Iterable[TranslatedUnit] = ()) -> list[Row]:
    """In the order of the source; what only the target has follows its neighbour.

    `kept` in order. What nobody kept is paired by its look: more surely in a
    translation at work, where a passage may well be missing.
    """
    kept = list(kept)
    source, target = units(source_words(edition)), units(edition.words)
    of_source, of_target = followed(kept, source, target)
    skip = STRICT if kept else LENIENT
    found = places(source, target, of_source, of_target, skip=skip)
    moved = moved_units([of_source[j] for j in sorted(of_source)], kept)
    told = [
        Row(
            unit,
            target[found[j]] if j in found else None,
            kept[of_source[j]] if j in of_source else None,
            found.get(j),
            of_source.get(j) in moved,
        )
        for j, unit in enumerate(source)
    ]
    gone = {i: unit for i, unit in enumerate(kept) if i not in of_source.values()}
    left = {of_target[i]: unit for i, unit in gone.items() if i in of_target}
    nowhere = [unit for i, unit in gone.items() if i not in of_target]
    lost = [unit for unit in nowhere if unit.source and unit.is_answered]
    return with_others(told, target, left) + [Row(None, None, unit) for unit in lost]


def places(source, target, of_source, of_target, *, skip) -> dict[int, int]:
    """Where the target of each source unit stands: as it was kept, else by its look."""
    known = {j: of_target[i] for j, i in of_source.items() if i in of_target}
    own = set(of_target.values()) - set(known.values())
    loose = [t for t in range(len(target)) if t not in own]
    return pair(source, target, loose, known, skip=skip)


def followed(kept, source, target):
    """Which kept unit each source unit is, and where each kept target stands now."""
    sourced = [i for i, unit in enumerate(kept) if unit.source]
    written = [i for i, unit in enumerate(kept) if unit.target]
    olds = [kept_source(kept[i]) for i in sourced]
    texts = [stored(kept[i].field, kept[i].target) for i in written]
    of_source = {j: sourced[n] for j, n in align(olds, source).items()}
    return of_source, {written[n]: t for t, n in align(texts, target).items()}


def moved_units(order: list[int], kept) -> set[int]:
    """The answered ones outside the longest run that kept its order (patience)."""
    answered = [i for i in order if kept[i].is_answered]
    tails, links = [], {}
    for i in answered:
        place = bisect_left(tails, i)
        links[i] = tails[place - 1] if place else None
        tails[place : place + 1] = [i]
    moved, last = set(answered), tails[-1] if tails else None
    while last is not None:
        moved.discard(last)
        last = links[last]
    return moved


def with_others(told, target, left):
    """`told` and a row for each target unit that stands for no source unit."""
    shown = {row.place for row in told}
    for place in range(len(target)):
        if place not in shown:
            row = Row(None, target[place], left.get(place), place)
            told.insert(after(told, place), row)
    return told


def after(told, place):
    """Behind the row of what stands before `place` in the target."""
    before = [n for n, row in enumerate(told) if row.place == place - 1]
    return before[0] + 1 if before else 0
