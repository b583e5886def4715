"""Two hundred editions due in the same minute, housekeeping killed at their hour."""

import subprocess
import sys
import time
from datetime import timedelta
from threading import Thread

from django.db import connection
from django.utils import timezone

from articles.models import AuditEntry, Edition, Undone
from tests.factories import make_article, make_user, publish
from tests.prove import Result
from tests.prove.newsroom import Visitor, served

MANY, AHEAD, PAUSE = 200, 20, 30  # editions; seconds to the hour, and after the kill
FEWEST = 20  # asked for before their second, or nothing is proved of it
RUNS = [sys.executable, "manage.py", "housekeeping"]


def prove():
    made = scheduled()
    with served() as address:
        visitor = Visitor(address, cookies={})
        due = settle_hour()
        asked, early = readable_before(visitor, made, due)
        wait_until(due)
        killer = Thread(target=kill_at_work)
        killer.start()
        on_time, first, last = readable_after(visitor, made, due)
        killer.join()
    before = arrived()
    wait_until(due + timedelta(seconds=PAUSE))
    at_once()
    text = (
        f"N={MANY} due at once, one broken: {early} of {asked} readable before their "
        f"second, {on_time} the first time they were asked for, from {first:.1f} to "
        f"{last:.1f} s after it; {log_of(before)}"
    )
    found = (early, on_time, arrived(), entries(), Undone.objects.count())
    holds = found == (0, MANY - 1, MANY - 1, MANY - 1, 1) and asked >= FEWEST
    yield Result("due", text, holds)
    yield twin(made, due)


def log_of(before):
    return (
        f"housekeeping killed at T left {before} in the log, two runs at T + {PAUSE} s "
        f"{arrived()} of {entries()} editions and {Undone.objects.count()} alert"
    )


def scheduled():
    """Their addresses; their hour is settled once the server is there to ask."""
    by, at = make_user("due", is_superuser=True), timezone.now()
    later = at + timedelta(days=1)
    made = [
        publish(make_article(), at=at, by=by, publish_at=later) for _ in range(MANY)
    ]
    Edition.objects.filter(pk=made[0].pk).update(slug="%%%")
    return [edition.get_absolute_url() for edition in made]


def settle_hour():
    due = timezone.now().replace(microsecond=0) + timedelta(seconds=AHEAD)
    Edition.objects.update(publish_at=due, public_from=due, first_published_at=due)
    return due


def readable_before(visitor, paths, due):
    """(how many were asked for until their last second, how many answered 200)"""
    answers = []
    for path in paths:
        if timezone.now() > due - timedelta(seconds=2):
            break
        answers.append(visitor.get(path)[0])
    return len(answers), answers.count(200)


def readable_after(visitor, paths, due):
    """(how many are answered 200; seconds from `due` to the first and last question)"""
    answers, asked = [], []
    for path in paths:
        asked.append((timezone.now() - due).total_seconds())
        answers.append(visitor.get(path)[0])
    return answers.count(200), asked[0], asked[-1]


def kill_at_work():
    """Starts housekeeping and kills it with -9 in the middle of its items."""
    run = subprocess.Popen(RUNS, stdout=subprocess.DEVNULL)
    while not arrived() and run.poll() is None:
        time.sleep(0.005)
    run.kill()
    run.wait()
    connection.close()


def at_once():
    """Two runs of housekeeping."""
    runs = [subprocess.Popen(RUNS, stdout=subprocess.DEVNULL) for _ in range(2)]
    for run in runs:
        run.wait()


def arrived():
    return AuditEntry.objects.filter(action="arrive").count()


def entries():
    logged = AuditEntry.objects.filter(action="arrive")
    return logged.values("object_id").distinct().count()


def wait_until(moment):
    time.sleep(max(0, (moment - timezone.now()).total_seconds()))


def twin(paths, due):
    """A housekeeping that asks nobody whether it has been said: each run says it."""
    before = arrived()
    editions = Edition.objects.filter(publish_at=due).exclude(slug="%%%")
    editions.update(arrived_from=None)
    at_once()
    text = f"what was said is forgotten: {arrived() - before} entries more"
    return Result("due", text, arrived() == before, is_twin=True)
