"""Which unit of a text is the translation of which, when nobody kept it.

The best path through both (Needleman–Wunsch): what is known holds it, and records, and
the figures and names that no language changes; then as many as stand between the same
two; then the length of paragraphs.
"""

import re
from collections.abc import Iterable

from .alignment import between
from .units import Unit

UNCHANGED = re.compile(r"\d+|\b[A-ZÀ-Ý][\w’-]{2,}")
KNOWN, SAME_RECORD, OTHER_TAG, NEVER = 10.0, 4.0, -0.8, -100.0


def pair(
    source: list[Unit],
    target: list[Unit],
    free: Iterable[int],
    known: dict[int, int],
    *,
    skip: float,
) -> dict[int, int]:
    """Position in `source` → position in `target`: the `known` ones, and more.

    `free` are the positions in `target` that may be paired; `skip` is what a unit is
    worth that stays alone: the higher, the surer every pair.
    """
    free = set(free)
    found = paired(source, target, free, known, skip=skip, likely=surely)
    enclosed = between(source, target, {t: s for s, t in found.items()})
    found |= {s: t for t, s in enclosed.items() if t in free}
    return paired(source, target, free, found, skip=skip, likely=likely)


def paired(source, target, free, known, *, skip, likely):
    targets = free - set(known.values())
    if not targets or len(known) == len(source):
        return known
    worth = [[NEVER] * len(target) for _unit in source]
    for s, unit in enumerate(source):
        if s in known:
            worth[s][known[s]] = KNOWN
            continue
        for t in targets:
            worth[s][t] = likely(unit, target[t])
    return dict(best_path(worth, len(source), len(target), skip)) | known


def best_path(worth, i, j, skip):
    """(row, column) of each pair, the last first."""
    best = best_sums(worth, i, j, skip)
    while i and j:
        if best[i][j] == best[i - 1][j] + skip:
            i -= 1
        elif best[i][j] == best[i][j - 1] + skip:
            j -= 1
        else:
            i, j = i - 1, j - 1
            yield i, j


def best_sums(worth, rows, columns, skip):
    """What the best pairing is worth of the first rows with the first columns."""
    best = [[skip * j for j in range(columns + 1)]]
    for i in range(1, rows + 1):
        above, here, line = best[-1], worth[i - 1], [skip * i]
        for j in range(1, columns + 1):
            alone = max(above[j], line[-1]) + skip
            line.append(max(above[j - 1] + here[j - 1], alone))
        best.append(line)
    return best


def likely(source: Unit, target: Unit) -> float:
    if source.field != target.field:
        return NEVER
    if source.is_record or target.is_record:
        return SAME_RECORD if source.key == target.key else NEVER
    if source.field != "body":
        return SAME_RECORD
    shorter, longer = sorted([len(source.text) + 1, len(target.text) + 1])
    shape = 0 if source.tag == target.tag else OTHER_TAG
    return shorter / longer - 0.7 + shared(source.text, target.text) + shape


def surely(source: Unit, target: Unit) -> float:
    """By more than length."""
    is_prose = source.field == "body" and not source.is_record
    if is_prose and not shared(source.text, target.text):
        return NEVER
    return likely(source, target)


def shared(source, target) -> float:
    left, right = (set(UNCHANGED.findall(text)) for text in (source, target))
    return len(left & right) / max(1, min(len(left), len(right)))
