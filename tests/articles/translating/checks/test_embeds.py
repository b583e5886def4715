import pytest

from articles.translating.checks import On, Pair, Severity, findings
from articles.translating.checks.embeds import rising
from articles.translating.units import Unit, body_units


def record(kind, number):
    html = f'<newsroom-embed data-type="{kind}" data-id="{number}"></newsroom-embed>'
    return body_units(html)[0]


QUOTE, POST, PHOTO = record("quote", 1), record("post", 2), record("photo", 3)


def told(*pairs):
    found = findings([Pair(*pair) for pair in pairs], source="fr", target="en")
    return [(one.pair, one.expected.rsplit(" ", 1)[-1], one.severity) for one in found]


def test_a_lost_embed_blocks_and_is_pointed_at_in_the_source():
    (found,) = findings([Pair(QUOTE, None)], source="fr", target="en")

    assert (found.side, found.severity) == (On.SOURCE, Severity.BLOCK)
    assert (found.field, found.start, found.end) == ("body", 0, 0)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([(QUOTE, QUOTE), (POST, POST)], []),
        ([(QUOTE, POST), (POST, QUOTE)], [(0, "moved", "warn")]),
        ([(None, PHOTO)], [(0, "added", "warn")]),
        ([(QUOTE, POST)], [(0, "missing", "block"), (0, "added", "warn")]),
        ([(QUOTE, QUOTE), (None, QUOTE)], [(1, "added", "warn")]),
        ([(QUOTE, None), (None, QUOTE)], []),
        ([(PHOTO, POST), (QUOTE, PHOTO), (POST, QUOTE)], [(0, "moved", "warn")]),
    ],
)
def test_embeds_are_those_of_the_source_in_its_order(pairs, found):
    assert sorted(told(*pairs), key=lambda one: one[1] != "missing") == found


def test_embeds_of_one_kind_are_told_apart():
    other = record("quote", 9)

    marks = {
        one.mark
        for one in findings(
            [Pair(QUOTE, None), Pair(other, None)], source="fr", target="en"
        )
    }

    assert len(marks) == 2


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [([], []), ([1, 2, 2, 3], [0, 1, 2, 3]), ([3, 1, 2], [1, 2]), ([2, 1], [1])],
)
def test_the_longest_run_in_order_stays(numbers, kept):
    assert rising(numbers) == kept


def test_words_between_embeds_change_nothing():
    prose = Unit("body", "<p>Un nul.</p>"), Unit("body", "<p>A draw.</p>")

    assert told((QUOTE, QUOTE), prose, (POST, POST)) == []
