"""What a match once said, found in its history, and what it says otherwise now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .fingerprints import SCORES, Facts, GoalFact, facts, order
from .models import Match, MatchEvent, Person

RECENT = 2000  # rows of history: what changed before is looked for nowhere
OVER = (Match.Status.FINISHED, Match.Status.AWARDED)
LABELS = {
    "half_time": gettext_lazy("half-time"),
    "full_time": gettext_lazy("score"),
    "extra_time": gettext_lazy("score after extra time"),
    "shootout": gettext_lazy("shoot-out"),
}


def changed_last() -> dict[int, datetime]:
    """Number of each match that changed lately → when, the last change first."""
    rows = Match.history.order_by("-history_date").values_list("id", "history_date")
    events = MatchEvent.history.order_by("-history_date")
    events = events.values_list("match_id", "history_date")
    both = [*rows[:RECENT], *events[:RECENT]]
    found = {}
    for number, at in sorted(both, key=lambda row: row[1], reverse=True):
        found.setdefault(number, at)
    return found


def when(marks: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Facts]:
    """(match, fingerprint) → what the match said when it had that fingerprint.

    The last time it had; what history does not hold is left out.
    """
    wanted = set(marks)
    numbers = {number for number, _mark in wanted}
    found = {}
    for number, rows in histories(numbers).items():
        for past in states(rows):
            if (number, past.fingerprint) in wanted:
                found[number, past.fingerprint] = past
    return found


def histories(numbers):
    """Match → its rows of history and those of its events, as they were written."""
    found = defaultdict(list)
    if not numbers:
        return found
    for row in Match.history.filter(id__in=numbers):
        found[row.id].append(row)
    for row in MatchEvent.history.filter(match_id__in=numbers):
        found[row.match_id].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.history_date, row.history_id))
    return found


def states(rows) -> Iterator[Facts]:
    """The facts after each row of history."""
    match, events = None, {}
    for row in rows:
        if isinstance(row, Match.history.model):
            match = row
        elif row.history_type == "-":
            events.pop(row.id, None)
        else:
            events[row.id] = row
        if match is not None:
            yield as_it_stood(match, events.values())


def as_it_stood(match, events):
    goals = sorted((e for e in events if is_goal(e)), key=order)
    told = (
        GoalFact(goal.period, clock(goal), goal.type, goal.team_id, goal.person_id)
        for goal in goals
    )
    return Facts(match.status, {p: score(match, p) for p in SCORES}, tuple(told))


def is_goal(row):
    return row.type in MatchEvent.GOALS and not row.cancelled_by


def clock(event):
    if event.minute is None:
        return ""
    return f"{event.minute}+{event.added}" if event.added else str(event.minute)


def score(match, period):
    home, away = (getattr(match, f"{period}_{side}") for side in ("home", "away"))
    return None if home is None or away is None else f"{home}-{away}"


def differences(before: Facts, match: Match) -> list[str]:
    """What `match` says otherwise than `before`, each “from → to” in words."""
    now, found = facts(match), []
    if before.status != now.status:
        labels = dict(Match.Status.choices)
        found.append(f"{labels[before.status]} → {labels[now.status]}")
    for period in SCORES:
        was, is_now = before.scores[period], now.scores[period]
        if was != is_now:
            found.append(f"{LABELS[period]} {was or '–'} → {is_now or '–'}")
    return found + goals_that_differ(before.goals, now.goals)


def goals_that_differ(before, now):
    """Goals changed in their place are paired; the rest came or went."""
    gone = [goal for goal in before if goal not in now]
    come = [goal for goal in now if goal not in before]
    names = Person.objects.in_bulk([g.person for g in gone + come if g.person])
    pairs = list(zip(gone, come, strict=False))
    found = [f"{told(a, names)} → {told(b, names)}" for a, b in pairs]
    rest = len(pairs)
    found += [_("%(goal)s taken out") % {"goal": told(g, names)} for g in gone[rest:]]
    found += [_("%(goal)s added") % {"goal": told(g, names)} for g in come[rest:]]
    return found


def told(goal, names):
    person = names.get(goal.person)
    mark = "’" if goal.clock else ""
    return f"{person.label if person else '–'} {goal.clock}{mark}".strip()
