"""What is done every minute, by whichever scheduler runs `manage.py housekeeping`."""

from collections.abc import Callable
from datetime import datetime

from articles import keeping
from articles.translating.remembering import remember_due

# (what is counted, function of `at` that does it and returns how many). Each works
# item by item, in a transaction of its own, and finds nothing to do a second time.
TASKS: tuple[tuple[str, Callable[..., int]], ...] = (
    ("presences removed", keeping.purge_presences),
    ("autosaves removed", keeping.purge_autosaves),
    ("translations remembered", remember_due),
)


def housekeeping(*, at: datetime) -> dict[str, int]:
    """Does every task that is due at `at`; name → how many."""
    return {name: task(at=at) for name, task in TASKS}
