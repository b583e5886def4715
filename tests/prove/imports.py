"""One file imported twice at once, or killed half-way: all of it is kept, or none."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from itertools import count
from random import Random
from threading import Barrier, Thread

from matches.models import Match, Season, Stage, Team, TeamAlias
from tests.bench.imports import season_file
from tests.factories import make_competition
from tests.prove import Result

SEED = 1993
CLUBS = 72  # 5,112 matches: everybody against everybody, at home and away
TIMES_AT_ONCE, KILLS = 10, 30
TABLES = (Season, Stage, Team, TeamAlias, Match, Match.history.model)
PLAIN = [sys.executable, "manage.py"]
UNWRAPPED = [sys.executable, "-P", "tests/prove/unwrapped.py"]
numbers = count(1)


def prove():
    whole, seconds = undisturbed(PLAIN)
    yield at_once(whole, times=TIMES_AT_ONCE)
    yield at_once(whole, times=2, is_twin=True)
    yield killed(whole, seconds, times=KILLS)
    _whole, seconds = undisturbed(UNWRAPPED)
    yield killed(whole, seconds, times=3, is_twin=True)


class Import:
    """A process that imports a season of its own, once `read` has ended."""

    def __init__(self, program, number):
        arguments = ["import_matches", "-", "--season", "2023/24"]
        self.process = subprocess.Popen(
            [*program, *arguments, "--competition", f"invented-{number}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONPATH": os.getcwd()},
        )
        self.text = season_file(CLUBS, date(2023, 8, 5), number, is_played=True)

    def read(self, barrier=None):
        """Gives the file; the pipe holds little of it, so that Django is ready then."""
        self.process.stdin.write(self.text[:-1].encode())
        self.process.stdin.flush()
        if barrier:
            barrier.wait()
        self.process.stdin.write(self.text[-1:].encode())
        self.process.stdin.close()

    def ended(self):
        """What it said; waits for its end."""
        text = self.process.stdout.read().decode()
        self.process.stdout.close()
        self.process.wait()
        return text.strip()


def counted():
    return [table.objects.count() for table in TABLES]


def added(before):
    return [now - then for now, then in zip(counted(), before, strict=True)]


def invented():
    """The number of a competition with clubs of its own."""
    number = next(numbers)
    make_competition(key=f"invented-{number}", kind="league", name_en=str(number))
    return number


def undisturbed(program):
    """What an import adds to each table, and the seconds that it takes."""
    before, started = counted(), Import(program, invented())
    started.read()
    start = time.monotonic()
    said = started.ended()
    assert is_report(said), said
    return added(before), time.monotonic() - start


def at_once(whole, *, times, is_twin=False):
    program, said, once = UNWRAPPED if is_twin else PLAIN, [], 0
    for _time in range(times):
        before, number, barrier = counted(), invented(), Barrier(2, timeout=120)
        both = [Import(program, number) for _process in range(2)]
        feeders = [Thread(target=one.read, args=(barrier,)) for one in both]
        for feeder in feeders:
            feeder.start()
        said += [one.ended() for one in both]
        for feeder in feeders:
            feeder.join()
        once += added(before) == whole
    reports = sum(map(is_report, said))
    broken = [text for text in said if "Traceback" in text]
    refused = [text for text in said if text.endswith("nothing is changed.")]
    text = (
        f"two at once, N={times} times {whole[TABLES.index(Match)]} matches, each "
        f"match once {once}, reports {reports}, refusals {len(refused)}, "
        f"tracebacks {len(broken)}"
    )
    first = f" ({broken[0].splitlines()[-1]})" if broken else ""
    held = once == times and not broken and len(said) == reports + len(refused)
    return Result("imports", f"{text}{first}", held, is_twin)


def is_report(said):
    return said.endswith("0 refused")


def killed(whole, seconds, *, times, is_twin=False):
    """Each at an instant of the `seconds` that an import takes, before its end."""
    program = UNWRAPPED if is_twin else PLAIN
    chance, left, completed = Random(SEED), [], 0
    while len(left) < times:
        before, number = counted(), invented()
        if not kill(Import(program, number), chance.uniform(0, seconds)):
            seconds *= 0.8  # the machine has less to do than when they were taken
            continue
        left.append(added(before))
        again = Import(PLAIN, number)
        again.read()
        completed += is_report(again.ended()) and added(before) == whole
    none, all_of_it = left.count([0] * len(TABLES)), left.count(whole)
    half = times - none - all_of_it
    text = (
        f"N={times} kills within {seconds:.1f} s, seed {SEED}, nothing left {none}, "
        f"all {all_of_it}, half {half}, whole after another run {completed}"
    )
    return Result("imports", text, not half and completed == times, is_twin)


def kill(running, seconds) -> bool:
    """Whether it was still at work."""
    running.read()
    time.sleep(seconds)
    running.process.kill()
    running.ended()
    return running.process.returncode == -signal.SIGKILL
