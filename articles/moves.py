"""Where an edition has been: who moved it, when, from where to where, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import AuditEntry, Edition

LABELS = {
    "open": _("Opened"),
    "submit": _("Submitted for review"),
    "send_back": _("Sent back"),
    "approve": _("Passed"),
    "publish": _("Published"),
    "schedule": _("Scheduled"),
    "arrive": _("Appeared to readers"),
    "unschedule": _("Taken off the schedule"),
    "withdraw": _("Withdrawn"),
}


@dataclass(frozen=True)
class Move:
    """`before`, `after`: states in words, "" where it stayed; `who` "": the clock."""

    at: datetime
    who: str
    action: str
    label: Promise
    before: str
    after: str
    why: str


def moves(editions: Iterable[Edition]) -> dict[int, list[Move]]:
    """pk of each edition → its moves, the last first."""
    found = {edition.pk: [] for edition in editions}
    for entry in entries(found):
        found[int(entry.object_id)].append(told(entry))
    return found


def sent_back(editions: Iterable[Edition]) -> dict[int, Move]:
    """pk → why it came back, of those that nobody has submitted again."""
    drafts = [e for e in editions if e.status == Edition.Status.DRAFT]
    made = moves(drafts)
    found = {e.pk: last_sent_back(e, made[e.pk]) for e in drafts}
    return {pk: move for pk, move in found.items() if move}


def last_sent_back(edition: Edition, made: list[Move]) -> Move | None:
    """The last of its moves, when that sent it back to who writes it."""
    if edition.status != Edition.Status.DRAFT or not made:
        return None
    return made[0] if made[0].action == "send_back" else None


def entries(keys):
    keys = [str(key) for key in keys]
    logged = AuditEntry.objects.filter(model=Edition._meta.label, object_id__in=keys)
    return logged.acts(LABELS).order_by("-at", "-pk")


def told(entry: AuditEntry) -> Move:
    states = dict(Edition.Status.choices)
    before, after = (entry.details.get(name) for name in ("before", "after"))
    stayed = before == after
    why = entry.details.get("note") or entry.details.get("reason") or ""
    return Move(
        at=entry.at,
        who=str(entry.user.get_full_name() or entry.user) if entry.user else "",
        action=entry.action,
        label=LABELS["schedule" if is_for_later(entry) else entry.action],
        before="" if stayed else str(states.get(before, "")),
        after="" if stayed else str(states.get(after, "")),
        why=why,
    )


def is_for_later(entry):
    """Published for an hour that was still to come."""
    due = entry.details.get("publish_at")
    return bool(due) and datetime.fromisoformat(due) > entry.at
