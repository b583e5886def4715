"""What is done every minute, by whichever scheduler runs `manage.py housekeeping`."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from articles import arrivals, keeping
from articles.models import Article, Edition, HousekeepingRun, Undone
from articles.reaping import reap_pictures
from articles.translating.remembering import remember_article
from newsroom.sign_in import sessions

logger = logging.getLogger(__name__)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Task:
    """`due(at=…)` finds its items, `do(item, at=…)` does one and returns how many.

    Each item has a transaction of its own, and is found no more once it is done. What
    fails stays due: it is tried again every minute, and stands on the board.
    """

    name: str
    due: Callable[..., Iterable[Any]]
    do: Callable[..., int]


def once(task: Callable[..., int]) -> dict:
    """Of a task that has no items: itself."""
    return {"due": lambda *, at: [None], "do": lambda item, *, at: task(at=at)}


def follow(edition, *, at):
    return Edition.objects.filter(pk=edition.pk).follow()


def strayed(*, at):
    return Edition.objects.strayed()


def to_remember(*, at):
    found = Edition.objects.became_public(since=at - DAY, at=at)
    return Article.objects.filter(pk__in=found.values("article")).distinct()


TASKS = (
    Task("presences removed", **once(keeping.purge_presences)),
    Task("autosaves removed", **once(keeping.purge_autosaves)),
    Task("embargoes followed", strayed, follow),
    Task("arrivals logged", arrivals.arriving, arrivals.arrive),
    Task("translations remembered", to_remember, remember_article),
    Task("files removed", **once(reap_pictures)),
    Task("sessions removed", **once(sessions.purge)),
)


def housekeeping(*, at: datetime, tasks: Iterable[Task] = TASKS) -> dict[str, int]:
    """Does every task that is due at `at`; name → how many."""
    done = {task.name: run(task, at=at) for task in tasks}
    HousekeepingRun.objects.update_or_create(pk=1, defaults={"ended_at": at})
    return done


def run(task: Task, *, at: datetime) -> int:
    items = listed(task, at=at)
    if items is None:
        return 0
    results = {key(item): attempt(task, item, at=at) for item in items}
    failed = [item for item, count in results.items() if count is None]
    Undone.objects.filter(task=task.name).exclude(item__in=failed).delete()
    return sum(count or 0 for count in results.values())


def listed(task, *, at) -> list | None:
    """None: its items cannot even be told. The next task is done all the same."""
    try:
        return list(task.due(at=at))
    except Exception as error:
        keep(task, None, error, at=at)
        return None


def attempt(task, item, *, at) -> int | None:
    """None: it failed, and the reason is kept. The next item is done all the same."""
    try:
        with transaction.atomic():
            return task.do(item, at=at)
    except Exception as error:
        keep(task, item, error, at=at)
        return None


def keep(task, item, error, *, at):
    reason = f"{type(error).__name__}: {error}"[:300]
    told = {"reason": reason, "last_at": at, "label": label(item)}
    _, is_new = Undone.objects.update_or_create(
        task=task.name,
        item=key(item),
        defaults=told,
        create_defaults=told | {"since": at},
    )
    if is_new:
        logger.error("Due but not done: %s, %s: %s", task.name, key(item), reason)


def key(item):
    return f"{item._meta.label}:{item.pk}" if item is not None else "all"


def label(item):
    return str(item)[:200] if item is not None else ""
