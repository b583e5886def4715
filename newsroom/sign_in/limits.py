"""How often a name may be tried, counted in the cache that all workers share.

Each try takes one of a name's places for WINDOW seconds. `cache.add` is atomic and
false when the store does not answer: then nobody gets in.
"""

import hashlib
import unicodedata

from django.core.cache import cache

TRIES = 5
WINDOW = 300  # seconds


def take(name: str) -> str:
    """Takes a place for a try at `name`; its key, or "" when none is free."""
    places = (f"sign-in:{digest(name)}:{number}" for number in range(TRIES))
    return next((key for key in places if cache.add(key, 1, WINDOW)), "")


def give_back(key: str):
    """The try was right: only wrong ones count."""
    cache.delete(key)


def digest(name):
    """The same for all the ways of writing one name."""
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    return hashlib.sha256(folded.encode(errors="replace")).hexdigest()


def store_answers() -> bool:
    try:
        cache.set("sign-in:answers", 1, 5)
        return cache.get("sign-in:answers") == 1
    except Exception:  # each store has exceptions of its own
        return False
