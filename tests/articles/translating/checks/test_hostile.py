"""Text that nobody wrote: every check answers, soon, and in places that exist."""

import time

import pytest
from hypothesis import HealthCheck, given, settings

from articles.translating.checks import Pair, findings
from articles.translating.units import body_units
from tests.articles.intake.hostile_text import pages

SIZE = 50_000
LONG = {
    "digits": "1" * SIZE,
    "groups": "123 " * (SIZE // 4) + "1234",
    "numbers": "deux cent " * (SIZE // 10),
    "scores": "1-1 " * (SIZE // 4),
    "names": " ".join(f"Aa{chr(97 + n % 26)}b Zz{n}q" for n in range(SIZE // 10)),
    "marks": "“" * SIZE,
    "quotes": "« a » " * (SIZE // 6),
    "one word": "a" * SIZE,
    "capitals": "A. " * (SIZE // 3),
    "dots": "." * SIZE,
    "ordinals": "11e, 12th, 90e+2, 9pm, " * (SIZE // 23),
    "spaces": "a" + " " * SIZE + "b",
}


def checked(source, target):
    sides = (body_units(f"<p>{text}</p>") for text in (source, target))
    pairs = [Pair(*pair) for pair in zip(*sides, strict=False)]
    return pairs, findings(pairs, source="fr", target="en")


@pytest.mark.parametrize("name", LONG)
def test_no_text_takes_long(name):
    started = time.process_time()

    checked(LONG[name], LONG[name][1:])
    checked("Un nul.", LONG[name])

    assert time.process_time() - started < 8


@given(pages, pages)
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_any_text_is_answered_in_places_that_exist(source, target):
    pairs, found = checked(source, target)

    for one in found:
        pair = pairs[one.pair]
        unit = pair.source if one.side == "source" else pair.target
        assert unit.text[one.start : one.end] == one.words
