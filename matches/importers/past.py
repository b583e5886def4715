"""The history of many matches, copied inside the database.

Row by row it would cost as much as the matches themselves.
"""

from django.db import connection
from django.utils import timezone

from matches.corrections import IMPORT
from matches.models import Match

BATCH = 500


def copy(matches: list[Match], kind: str) -> None:
    """Adds `matches`, as they are on file, to the history; `kind` is "+" or "~"."""
    history = Match.history.model
    facts = {
        "history_date": connection.ops.adapt_datetimefield_value(timezone.now()),
        "history_change_reason": IMPORT,
        "history_type": kind,
    }
    kept = [field.column for field in history.tracked_fields]
    into = ", ".join(map(connection.ops.quote_name, [*kept, *facts]))
    told = ", ".join([*map(connection.ops.quote_name, kept), *["%s"] * len(facts)])
    tables = [m._meta.db_table for m in (history, Match)]
    target, source = map(connection.ops.quote_name, tables)
    numbers = [match.pk for match in matches]
    with connection.cursor() as cursor:
        for start in range(0, len(numbers), BATCH):
            some = numbers[start : start + BATCH]
            which = ", ".join(["%s"] * len(some))
            cursor.execute(
                f"INSERT INTO {target} ({into}) SELECT {told} FROM {source}"
                f" WHERE id IN ({which}) ORDER BY id",
                [*facts.values(), *some],
            )
