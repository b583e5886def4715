"""What is kept of a translation: who wrote which words for which of the source."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractUser

from articles.models import Edition, TranslatedUnit, Translation

from .rows import (
    SETTLED,
    Answer,
    Row,
    RowState,
    html_of,
    kept_source,
    rows,
    stored,
)
from .units import digest


@dataclass
class Kept:
    """The kept units of one edition, in order, as one act by `by` changes them."""

    edition: Edition
    by: AbstractUser | None
    at: datetime
    translation: Translation
    units: list[TranslatedUnit]
    changed: list[TranslatedUnit] = field(default_factory=list)
    seen: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, edition: Edition, *, by: AbstractUser | None, at: datetime) -> "Kept":
        """The edition's, its row locked; begun now, with what is written, if nobody
        has."""
        begun = {"begun_at": at, "begun_by": by}
        translations = Translation.objects.select_for_update()
        found, is_new = translations.get_or_create(edition=edition, defaults=begun)
        kept = cls(edition, by, at, found, list(found.units.all()))
        if is_new:
            kept.adopt()
        return kept

    def read(self) -> list[Row]:
        """The rows as they stand: those that `note` is told of."""
        self.seen = rows(self.edition, self.units)
        return self.seen

    def adopt(self):
        """Takes what stands side by side for translated, and says nothing of it."""
        for row in self.read():
            if row.source:
                words = {"source": row.source.html, "target": html_of(row.target)}
                self.note(row, None, **words)

    def note(
        self,
        row: Row,
        answer: Answer | None,
        *,
        source: str,
        target: str,
        is_machine: bool = False,
    ):
        """Keeps `target` for the words of `source`, and what `by` says of them.

        Without an answer nothing is said of the source: what was done stays done.
        Machine text stays so until someone says it in other words.
        """
        unit = row.kept or TranslatedUnit(
            translation=self.translation, field=row.field, source=source
        )
        unit.is_machine = is_machine or (row.is_machine and is_as_in(row, target))
        unit.target = target
        if answer or not unit.is_answered:
            unit.source = source
        if answer:
            unit.answer, unit.answered_by, unit.answered_at = answer, self.by, self.at
        if answer or row.kept is None:
            self.put(unit, row)
        row.kept = unit
        self.changed.append(unit)

    def put(self, unit, row):
        """Where the source has it now: behind the last that is where it was."""
        if unit in self.units:
            self.units.remove(unit)
        above = reversed(self.seen[: self.seen.index(row)])
        still = (r.kept for r in above if r.kept in self.units and not r.is_moved)
        before = next(still, None)
        self.units.insert(self.units.index(before) + 1 if before else 0, unit)

    def forget(self, row: Row):
        if row.kept:
            self.units.remove(row.kept)
            row.kept.delete()

    def close(self) -> list[Row]:
        """Stores what has changed; the rows as they are then."""
        self.take_records()
        for position, unit in enumerate(self.units):
            if unit in self.changed or unit.position != position:
                unit.position = position
                unit.save()
        rows = self.read()
        self.translation.digest = digest(
            kept_source(u) for u in self.units if u.source and u.is_answered
        )
        if all(row.state in SETTLED for row in rows) and rows:
            self.translation.completed_at = self.translation.completed_at or self.at
        self.translation.save()
        return rows

    def take_records(self):
        """A record needs no words: in its place, it is done."""
        for row in self.read():
            is_answered = row.kept and row.kept.is_answered
            if row.is_record and row.source and row.target and not is_answered:
                words = {"source": row.source.html, "target": row.target.html}
                self.note(row, Answer.TRANSLATED, **words)


def is_as_in(row, target) -> bool:
    return bool(target) and stored(row.field, target).key == row.target.key


def said(edition: Edition) -> list[tuple[str, str]]:
    """The words of each translated passage: the source's and the edition's."""
    units = TranslatedUnit.objects.filter(translation__edition=edition)
    sides = [
        (kept_source(u), stored(u.field, u.target))
        for u in units
        if u.source and u.target
    ]
    return [(source.text, target.text) for source, target in sides if source.text]


def machine_rows(edition: Edition) -> list[Row]:
    """The passages that say what an engine said, word for word."""
    if edition.pk is None or edition.language == edition.article.original_language:
        return []
    kept = list(TranslatedUnit.objects.filter(translation__edition=edition))
    if not any(unit.is_machine for unit in kept):
        return []
    return [row for row in rows(edition, kept) if row.is_machine]


def settle(edition: Edition, *, by: AbstractUser | None, at: datetime):
    """What is written counts as done: someone publishes it.

    A translation that was never worked on passage by passage is taken to be made from
    the source as it stands, and to leave out on purpose what it lacks.
    """
    is_tracked = Translation.objects.filter(edition=edition).exists()
    kept = Kept.of(edition, by=by, at=at)
    for row in kept.read():
        source = row.kept.source if row.kept else html_of(row.source)
        words = {"source": source, "target": html_of(row.target)}
        if row.state == RowState.OPEN:
            kept.note(row, Answer.TRANSLATED, **words)
        elif row.state == RowState.UNWRITTEN and not is_tracked:
            kept.note(row, Answer.LEFT_OUT, **words)
    kept.close()
