"""Which unit of a text is which of its earlier one, after any editing (one language).

What stayed the same is found first, in place and then moved; then what was rewritten,
by its words and by what stands around it.
"""

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

from .units import Unit

ALIKE = 55  # per cent of the characters, below which two texts are two
PIECE_ALIKE, SHORTEST_PIECE, PIECE_COUNTS = 85, 25, 0.8
MOST_COMPARISONS = 250_000


def align(before: list[Unit], after: list[Unit]) -> dict[int, int]:
    """Position in `after` → position in `before`; what is new or gone is left out."""
    found = in_place(before, after)
    found |= moved(*rest(before, after, found))
    found |= between(before, after, found, is_same=is_rewritten)
    found |= rewritten(before, after, found)
    return found | between(before, after, found)


def in_place(before, after):
    """The same words in the same order; a title is the title whatever it says."""
    keys = [[told(unit) for unit in units] for units in (before, after)]
    blocks = SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
    return {b + i: a + i for a, b, size in blocks for i in range(size)}


def told(unit):
    return (unit.field, unit.key if unit.field == "body" else "")


def rest(before, after, found):
    """What is not found yet of both, as (position, unit)."""
    known = set(found.values())
    return (
        [(i, unit) for i, unit in enumerate(before) if i not in known],
        [(i, unit) for i, unit in enumerate(after) if i not in found],
    )


def moved(before, after):
    places = defaultdict(list)
    for i, unit in reversed(before):
        places[told(unit)].append(i)
    pairs = ((j, places[told(unit)]) for j, unit in after)
    return {j: here.pop() for j, here in pairs if here}


def rewritten(before, after, found):
    """The most alike first; a piece of a paragraph counts, for less than the whole."""
    olds, news = (prose(units) for units in rest(before, after, found))
    if len(olds) * len(news) > MOST_COMPARISONS:
        return {}
    scores = [
        (score, -abs(j - i), j, i)
        for j, new in news
        for i, old in olds
        if (score := likeness(old.key, new.key))
    ]
    return best_pairs(scores)


def prose(units):
    return [(i, u) for i, u in units if u.field == "body" and not u.is_record]


def likeness(old: str, new: str) -> float:
    """Per cent, 0 below `ALIKE`: of the whole, or of the shorter in the longer."""
    whole = fuzz.ratio(old, new, score_cutoff=ALIKE)
    if whole or min(len(old), len(new)) < SHORTEST_PIECE:
        return whole
    return fuzz.partial_ratio(old, new, score_cutoff=PIECE_ALIKE) * PIECE_COUNTS


def best_pairs(scores):
    pairs, taken = {}, set()
    for _score, _near, j, i in sorted(scores, reverse=True):
        if j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs


def is_replaced(olds, news):
    shapes = [[(unit.field, unit.tag) for unit in units] for units in (olds, news)]
    return shapes[0] == shapes[1] and not any(unit.is_record for unit in olds)


def is_rewritten(olds, news):
    """Each is what it was, in other words."""
    pairs = zip(olds, news, strict=False)
    return is_replaced(olds, news) and all(likeness(o.key, n.key) for o, n in pairs)


def between(before, after, found, *, is_same=is_replaced):
    """As many paragraphs as stood between the same two, one for one."""
    anchors = [(-1, -1), *sorted(found.items()), (len(after), len(before))]
    pairs = {}
    for (j, i), (next_j, next_i) in pairwise(anchors):
        known = set(found.values())
        olds = [old for old in range(i + 1, next_i) if old not in known]
        news = range(j + 1, next_j)
        if is_same([before[o] for o in olds], [after[n] for n in news]):
            pairs |= dict(zip(news, olds, strict=True))
    return pairs
