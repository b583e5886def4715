"""How often someone may do a thing in a minute, counted for all workers at once."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.core.cache import cache
from django.utils import timezone

MINUTE = 60


def wait(
    act: str,
    user: AbstractUser | int | str,
    *,
    limit: int = 60,
    at: datetime | None = None,
) -> int:
    """Counts one more `act` of `user`; seconds to wait when over `limit`, else 0.

    `user` may be a number, or an address of the network.
    """
    minute, second = divmod(int((at or timezone.now()).timestamp()), MINUTE)
    key = f"pace:{act}:{getattr(user, 'pk', user)}:{minute}"
    cache.add(key, 0, timeout=2 * MINUTE)
    return MINUTE - second if count(key) > limit else 0


def count(key):
    try:
        return cache.incr(key)
    except ValueError:  # emptied meanwhile
        return 1
