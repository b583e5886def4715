"""Which sentence of a paragraph is the translation of which.

Where both sides have as many, one by one; else by length, as Gale and Church have it
(“A Program for Aligning Sentences in Bilingual Corpora”, 1993).
"""

from math import erfc, inf, log, sqrt

from articles.intake.lines import Span, sentences

MOST = 60  # sentences of one side; more are kept together
BEADS = {(1, 1): 0.0, (1, 2): 2.3, (2, 1): 2.3, (1, 0): 4.5, (0, 1): 4.5, (2, 2): 4.4}
VARIANCE = 6.8  # of the length of a translation, for each character
USUAL = 1.2  # the longer language for the other, at most
LEAST_LIKELY = 1e-12


def sentences_of(text: str) -> list[str]:
    """The sentences of `text`, one after the other, line ends made spaces."""
    text = " ".join(text.split())
    return [text[start:end] for start, end in sentences(text, Span(0, len(text)))]


def sentence_pairs(source: str, target: str) -> list[tuple[str, str]]:
    """(sentence or two, its translation), in order; what has none is left out."""
    ours, theirs = sentences_of(source), sentences_of(target)
    if not ours or not theirs:
        return []
    if len(ours) == len(theirs):
        return list(zip(ours, theirs, strict=True))
    if max(len(ours), len(theirs)) > MOST:
        return [(" ".join(ours), " ".join(theirs))]
    return by_length(ours, theirs)


def by_length(ours, theirs):
    """The likeliest path through both, found from its end."""
    lengths = [[len(sentence) for sentence in side] for side in (ours, theirs)]
    ratio = min(max(sum(lengths[1]) / sum(lengths[0]), 1 / USUAL), USUAL)
    best = {(0, 0): (0.0, None)}
    for place in [(i, j) for i in range(len(ours) + 1) for j in range(len(theirs) + 1)]:
        if place != (0, 0):
            steps = (step(best, lengths, place, bead, ratio) for bead in BEADS)
            best[place] = min(steps, key=lambda found: found[0])
    return pairs_along(best, ours, theirs)


def step(best, lengths, place, bead, ratio):
    """(cost of coming to `place` by `bead`, the bead)."""
    i, j = place[0] - bead[0], place[1] - bead[1]
    if i < 0 or j < 0:
        return inf, bead
    one = sum(lengths[0][i : place[0]])
    other = sum(lengths[1][j : place[1]])
    return best[i, j][0] + BEADS[bead] + unlikeness(one * ratio, other), bead


def unlikeness(expected, length):
    """How little two lengths befit one another; 0 for the same."""
    if not expected or not length:
        return 0.0
    distance = abs(length - expected) / sqrt(VARIANCE * (expected + length) / 2)
    return -log(max(erfc(distance / sqrt(2)), LEAST_LIKELY))


def pairs_along(best, ours, theirs):
    found, (i, j) = [], (len(ours), len(theirs))
    while (i, j) != (0, 0):
        back_i, back_j = best[i, j][1]
        one, other = ours[i - back_i : i], theirs[j - back_j : j]
        if one and other:
            found.append((" ".join(one), " ".join(other)))
        i, j = i - back_i, j - back_j
    return found[::-1]
