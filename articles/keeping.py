"""Keeping what someone types apart from what they save: theirs alone, never public."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import models, transaction
from django.utils import timezone

from matches.json_bodies import parsed

from .characters import storable
from .models import Autosave, Presence

TAB = re.compile(r"[0-9a-zA-Z-]{8,36}")
LONGEST = 1_000_000


class Closed(Exception):
    """The work of this tab was saved or discarded: what comes now is another."""


class TooLong(ValueError):
    """More text than an article may have."""


@dataclass(frozen=True)
class Copy:
    """What a page sends of its form: control → what it holds, as a browser sends it."""

    tab: str
    turn: int
    seen_version: int
    fields: dict[str, str]

    @classmethod
    def of(cls, data: bytes) -> "Copy":
        """Raises ValueError for anything that no page of ours sends."""
        sent = parsed(data)
        if not isinstance(sent, dict) or not isinstance(sent.get("fields"), dict):
            raise ValueError("not a copy of a form")
        fields = {str(n): storable(str(v)) for n, v in sent["fields"].items()}
        if sum(map(len, fields.values())) > LONGEST:
            raise TooLong
        numbers = (number(sent.get(name)) for name in ("turn", "seen_version"))
        return cls(tab_key(sent.get("tab")), *numbers, fields)

    def with_fields(self, fields: dict[str, str]) -> "Copy":
        return replace(self, fields=fields)


def number(value) -> int:
    if isinstance(value, int) and 0 <= value < 2**31:
        return int(value)
    raise ValueError("not a number")


def tab_key(value) -> str:
    if isinstance(value, str) and TAB.fullmatch(value):
        return value
    raise ValueError("not the key of a tab")


@dataclass(frozen=True)
class Form:
    """The form that changes a row of `model`, or adds one (`object_id` is empty)."""

    model: type[models.Model]
    object_id: str = ""

    @property
    def key(self) -> dict[str, str]:
        return {"model": self.model._meta.label, "object_id": self.object_id}


@transaction.atomic
def keep(
    copy: Copy,
    form: Form,
    *,
    by: AbstractUser,
    label: str = "",
    at: datetime | None = None,
) -> Autosave:
    """Keeps `copy`, unless a later one of the same tab is kept. Raises Closed."""
    at = at or timezone.now()
    rows = Autosave.objects.select_for_update()
    kept, is_new = rows.get_or_create(
        user=by, tab=copy.tab, **form.key, defaults={"kept_at": at}
    )
    if kept.closed_at:
        raise Closed
    if is_new or copy.turn > kept.turn:
        kept.turn, kept.seen_version = copy.turn, copy.seen_version
        kept.fields, kept.label, kept.kept_at = copy.fields, label[:200], at
        kept.save()
    return kept


def close(tab: str, form: Form, *, by: AbstractUser, at: datetime | None = None):
    """The work of `tab` is saved: its words go, and a late copy is refused."""
    if not TAB.fullmatch(tab):
        return
    at = at or timezone.now()
    Autosave.objects.update_or_create(
        user=by,
        tab=tab,
        **form.key,
        defaults={"fields": {}, "closed_at": at},
        create_defaults={"kept_at": at, "closed_at": at},
    )


def discard(kept: Autosave, *, is_discarded: bool, at: datetime | None = None):
    """Puts unsaved work away, or takes that back; its words stay for a day."""
    kept.closed_at = (at or timezone.now()) if is_discarded else None
    kept.save(update_fields=["closed_at"])


def purge_autosaves(*, at: datetime) -> int:
    """Removes unsaved work older than 30 days, and closed work after a day."""
    return purge(Autosave.objects.outdated(at=at))


def purge_presences(*, at: datetime) -> int:
    return purge(Presence.objects.outdated(at=at))


def purge(rows):
    """Deletes row by row, each in a transaction of its own; how many."""
    return sum(row.delete()[0] for row in rows)
