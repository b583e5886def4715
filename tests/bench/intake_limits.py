"""How long the intake takes over copy as long as it reads, in the worst shapes.

The factor is what twice the length costs: 2 where it reads in a line, 4 where each
character looks at all the others.
"""

import time

from django.test.utils import setup_databases, teardown_databases

from articles.intake import Refused, propose
from articles.intake.proposing import LONGEST
from tests.articles.intake.desk import make_clubs
from tests.articles.intake.hostile_shapes import SHAPES, SLOW_TO_SEARCH
from tests.bench import say

PATIENCE = 4  # seconds


def main():
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        make_clubs()
        report({**SHAPES, **SLOW_TO_SEARCH})
    finally:
        teardown_databases(databases, verbosity=0)


def report(shapes):
    say(f"{'characters of':<44}{'seconds':>8}{'factor':>8}  found")
    read(shapes["words"](LONGEST))
    for name, make in shapes.items():
        length, seconds, factor, found = longest(make)
        shape = f"{length:>7,} {name}"
        say(f"{shape:<44}{seconds:>8.2f}{factor:>8.1f}  {found}")


def longest(make) -> tuple[int, float, float, str]:
    """The length read, in how many seconds, the factor to half of it, what was found.

    Lengths double up to the limit, or until one takes too long to double again.
    """
    length = LONGEST // 32
    seconds, found = read(make(length))
    before = seconds
    while length < LONGEST and seconds < PATIENCE:
        length, before = 2 * length, seconds
        seconds, found = read(make(length))
    return length, seconds, seconds / before, found


def read(text) -> tuple[float, str]:
    """Seconds, and what was found."""
    start = time.perf_counter()
    try:
        proposal = propose(text, language="fr").as_json()
        found = ", ".join(
            f"{len(proposal[kind])} {kind}"
            for kind in ("posts", "quotes", "boilerplate")
            if proposal[kind]
        )
    except Refused as refused:
        found = str(refused)
    return time.perf_counter() - start, found
