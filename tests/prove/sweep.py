"""Every address, as a stranger and as each role: no word that is not theirs."""

from collections import Counter
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from django.db import connection, transaction
from django.test import override_settings
from django.utils import translation

from articles import append_only
from newsroom.roles import roles
from tests.factories import make_member
from tests.prove import Result
from tests.sweep.languages import astray, one_sided
from tests.sweep.sweep import open_gate, sweeping
from tests.sweep.visiting import WAYS

SEED, IN_SCENE, ARTICLES = 1954, 4, 100
LEAST, FOUND = 3000, 0.95


def prove():
    with passing(), sweeping(seed=SEED, in_scene=IN_SCENE) as sweep:
        hide_from_all(sweep)
        hidden, words = taken(sweep), len(sweep.markers.places)
        seen, readable = sweep.seen_on_desk()
        with open_gate():
            sweep.hide(["french"])
        opened = taken(sweep)
        belong, lost = sweep.publish()
        sweep.withdraw()
        hidden += taken(sweep)
        desk = f"{len(seen)} of {len(readable)} fields found on the desk"
        yield outcome(sweep, f"{words} markers, {desk}", hidden, belong, lost)
        yield Result("sweep", f"{len(opened)} leaks", not opened, is_twin=True)
    with passing():
        yield switchers()


def hide_from_all(sweep):
    sweep.hide(["french"], with_questions=True)
    sweep.hide([way for way in WAYS if way != "french"])
    for role in roles():
        sweep.hide(["english"], user=make_member(role))
    sweep.guard_desk(most=2)
    sweep.fail()
    sweep.write()


def taken(sweep):
    """The leaks and faults since it was last asked."""
    found = [*sweep.leaks, *sweep.faults]
    sweep.leaks, sweep.faults = [], []
    return found


def outcome(sweep, words, hidden, belong, lost):
    share = 1 - len(lost) / len(belong)
    there, absent = sweep.surfaces()
    statuses = sorted(Counter(sweep.statuses).items())
    text = (
        f"N={sweep.responses} responses, seed {SEED}, {words}, found {len(hidden)} "
        f"where they may not be{first(hidden)}; control {share:.1%} of {len(belong)} "
        f"places; {len(there)} surfaces, absent: {', '.join(absent)}; statuses "
        + " ".join(f"{status}:{count}" for status, count in statuses)
    )
    holds = not hidden and share >= FOUND and sweep.responses >= LEAST
    return Result("sweep", text, holds)


def first(faults):
    return f" ({faults[0]})" if faults else ""


def switchers():
    followed, wrong = astray(one_sided(ARTICLES))
    text = (
        f"N={ARTICLES} articles out in one language, {followed} links followed, "
        f"{len(wrong)} to a draft, to nothing or to another language{first(wrong)}"
    )
    return Result("sweep", text, not wrong)


@contextmanager
def passing():
    """The newsroom as it was afterwards, and its guards lifted meanwhile."""
    with (
        TemporaryDirectory() as folder,
        override_settings(MEDIA_ROOT=folder, ALLOWED_HOSTS=["localhost", "testserver"]),
        translation.override("fr"),
        transaction.atomic(),
    ):
        append_only.lift(connection)
        yield
        transaction.set_rollback(True)
