"""How well the intake reads the corpus: `python -m tests.bench intake --misses`."""

import sys
import time

from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from articles import intake
from tests.bench import say
from tests.corpus import piece, world
from tests.corpus.score import COUNTED, JUDGED, Score, score

SECONDS = 1.0  # longer than this is a miss


def main():
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        made_up = world.read()
        world.build(made_up)
        report(scored(made_up))
    finally:
        teardown_databases(databases, verbosity=0)
        connection.close()  # a database in memory outlives its teardown


def scored(made_up, copies=None) -> list[tuple[piece.Piece, Score]]:
    """The pieces, or all of the corpus, with their scores; the world must be built."""
    teams = piece.team_names(made_up)
    return [(copy, scored_piece(copy, teams)) for copy in copies or piece.read()]


def scored_piece(copy, teams):
    start = time.perf_counter()
    try:
        proposal = intake.propose(copy.text).as_json()
    except intake.Refused:
        proposal = {"language": "other"}
    taken = time.perf_counter() - start
    result = score(copy.expected, proposal, teams=teams)
    if taken > SECONDS:
        result.misses.append(f"time: {taken:.2f} s")
    return result


def report(results):
    held = [result for copy, result in results if copy.is_held_out]
    tuned = [result for copy, result in results if not copy.is_held_out]
    say(f"{'':<14}{'all':>16}{'tuned on':>16}{'held out':>16}")
    for subject in (*COUNTED, *JUDGED):
        totals = (sum(part, Score()) for part in (held + tuned, tuned, held))
        said = "".join(f"{figures(total, subject):>16}" for total in totals)
        say(f"{subject:<14}{said}")
    if "--misses" in sys.argv:
        misses(results)


def figures(total, subject):
    """Precision / recall where both count, else the share that is right."""
    if subject in COUNTED:
        return f"{total.precision(subject):.3f} / {total.recall(subject):.3f}"
    return f"{total.recall(subject):.3f}"


def misses(results):
    for copy, result in results:
        if result.misses and not (copy.is_held_out and "--all" not in sys.argv):
            say(f"\n{copy.name}")
            for miss in result.misses:
                say(f"  {miss}")
