"""Where the act under way comes from: told once for a request or a command, and read
by the log, so that no verb has to carry it."""

from collections.abc import Callable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Acting:
    """`door` is one of AuditEntry.Door, `address` an IP address or ""; `details` go
    into every entry of the act."""

    door: str = "command"
    address: str = ""
    details: dict = field(default_factory=dict)


_told: ContextVar[Callable[[], Acting]] = ContextVar("acting", default=Acting)


def acting() -> Acting:
    """Of the request or command under way."""
    return _told.get()()


@contextmanager
def acting_by(tell: Callable[[], Acting]):
    """Until it ends, `tell` is asked for each entry of the log: a request knows its
    view only once it has been resolved."""
    token = _told.set(tell)
    try:
        yield
    finally:
        _told.reset(token)
