"""The text of a club's post: kept byte for byte, read by people and machines."""

import hashlib
import re

from .characters import BIDIRECTIONAL, normalised
from .post_addresses import Capture, parse_status_url, snowflake_time

__all__ = [
    "Capture",
    "claim",
    "identity",
    "parse_status_url",
    "readable",
    "searchable",
    "snowflake_time",
]

KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3")
# The alphabets of mathematics; their gaps are letters that Unicode had before (ℎ, ℯ…).
ALPHABETS, GAPS = "\U0001d400-\U0001d7ff", "ℂℊ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴ"
MATHEMATICAL = re.compile(f"[{GAPS}]*[{ALPHABETS}][{GAPS}{ALPHABETS}]*")


def readable(raw: str) -> str:
    """`raw` with keycaps as digits and mathematical letters as letters (NFC).

    A screen reader spells "𝗖𝗼𝗻𝘁𝗶𝗻𝘂𝗲𝘇" letter by letter, and no search finds it.
    Other compatibility forms stay: "½…" is not "1⁄2...".
    """
    text = KEYCAP.sub(r"\1", raw)
    text = MATHEMATICAL.sub(lambda m: normalised(m.group(), "NFKC"), text)
    return normalised(text)


def searchable(raw: str) -> str:
    """`raw` fully folded (NFKC), without emoji variation selectors or bidi marks."""
    text = BIDIRECTIONAL.sub("", KEYCAP.sub(r"\1", raw))
    return normalised(text, "NFKC").replace("\ufe0f", "")


def identity(*, provider: str, external_id: str, handle: str, day, raw: str) -> str:
    """What makes two captures the same post: its id, else who said what when.

    An id of Bluesky names its author twice over, by a number and by a handle that
    may change: what follows the last stroke is the post.
    """
    if provider == "bluesky":
        external_id = external_id.rpartition("/")[2]
    words = " ".join(searchable(raw).casefold().split())
    parts = [external_id] if external_id else [handle.casefold(), str(day), words]
    return hashlib.sha256("\n".join([provider, *parts]).encode()).hexdigest()


CLAIM = re.compile(
    r"⏱\ufe0f?\s*(\d{1,3})(?:\+(\d{1,2}))?\s*[’'′]\s*\|\s*#\w+\s+"
    r"(\d{1,2})\s*[-–]\s*(\d{1,2})(?!\d)"
)


def claim(text: str) -> tuple[int, int | None, int, int] | None:
    """(minute, added, home, away) that a club's live post gives, or None."""
    found = CLAIM.search(readable(text))
    if found is None:
        return None
    minute, added, home, away = (number and int(number) for number in found.groups())
    return minute, added, home, away
