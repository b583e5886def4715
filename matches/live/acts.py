"""What an operator of the live desk does, as their page sends it."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from matches.json_bodies import parsed
from matches.models import MatchEvent

Type = MatchEvent.Type

KINDS = ("step", "event", "change", "undo", "recount", "clock")
SIDES = ("", "home", "away")
TYPES = set(Type.values) - {Type.PERIOD_START, Type.PERIOD_END}
LONGEST = 4000


@dataclass(frozen=True)
class Act:
    """`key` is made by the page: the same act sent twice is done once.

    `at` is when the operator acted, by the server's clock as the page reckons it;
    `since` when the phase began; `minute` is as typed; `target` the key of an
    earlier act, `event` a row.
    """

    key: UUID
    kind: str
    at: datetime
    step: str = ""
    since: datetime | None = None
    type: str = ""
    side: str = ""
    minute: str = ""
    person: int | None = None
    second_person: int | None = None
    note: str = ""
    reason: str = ""
    outcome: str = ""
    cancelled_by: str = ""
    announced: int | None = None
    number: int | None = None
    is_another: bool = False
    event: int | None = None
    target: UUID | None = None

    @classmethod
    def of(cls, data: bytes) -> "Act":
        """Raises ValueError for anything that no page of ours sends."""
        sent = parsed(data) if len(data) <= LONGEST else None
        if not isinstance(sent, dict):
            raise ValueError("not an act")
        kinds = {field.name: field.type for field in fields(cls)}
        read = {n: READERS[kinds[n]](v) for n, v in sent.items() if n in kinds}
        if not {"key", "kind", "at"} <= read.keys():
            raise ValueError("not a whole act")
        act = cls(**read)
        if act.kind not in KINDS or act.side not in SIDES:
            raise ValueError("not a kind of act")
        if act.type not in TYPES | {""}:
            raise ValueError("not a type of event")
        return act


def text(value):
    if not isinstance(value, str):
        raise ValueError("not a text")
    return "".join(filter(str.isprintable, value)).strip()[:200]


def number(value):
    if value is None:
        return None
    if type(value) is not int or not 0 <= value < 2**31:
        raise ValueError("not a number")
    return value


def flag(value):
    return value is True


def moment(value):
    at = datetime.fromisoformat(text(value))
    if at.tzinfo is None:
        raise ValueError("a moment without a zone")
    return at


def optional_moment(value):
    return None if value is None else moment(value)


def optional_key(value):
    return None if value is None else key(value)


def key(value):
    return UUID(text(value))


READERS = {
    UUID: key,
    UUID | None: optional_key,
    str: text,
    datetime: moment,
    datetime | None: optional_moment,
    int | None: number,
    bool: flag,
}
