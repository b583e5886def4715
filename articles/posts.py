"""The text of a club's post: kept byte for byte, read by people and machines."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

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
    text = MATHEMATICAL.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    return unicodedata.normalize("NFC", text)


def searchable(raw: str) -> str:
    """`raw` fully folded (NFKC), without emoji variation selectors."""
    return unicodedata.normalize("NFKC", KEYCAP.sub(r"\1", raw)).replace("\ufe0f", "")


def identity(*, provider: str, external_id: str, handle: str, day, raw: str) -> str:
    """What makes two captures the same post: its id, else who said what when."""
    words = " ".join(searchable(raw).casefold().split())
    parts = [external_id] if external_id else [handle.casefold(), str(day), words]
    return hashlib.sha256("\n".join([provider, *parts]).encode()).hexdigest()


# Ids of X before this one (4 November 2010) were counted, not made of time.
FIRST_SNOWFLAKE, EPOCH = 29_700_859_247, 1_288_834_974_657
STATUS = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?(?:(?:twitter|x|fxtwitter|vxtwitter|fixupx)\.com"
    r"|nitter\.net)/(?:i/(?:web/)?status|(?P<handle>[a-z0-9_]{1,20})/status(?:es)?)"
    r"/(?P<id>[0-9]{1,20})(?:/(?:photo|video)/[0-9]{1,2})?/?(?:[?#]\S*)?",
    re.IGNORECASE,
)
BLUESKY = re.compile(
    r"https://bsky\.app/profile/(?P<handle>[\w.:-]{3,80})/post/(?P<id>[a-z0-9]{10,20})"
    r"/?(?:[?#]\S*)?",
    re.IGNORECASE | re.ASCII,
)
CLAIM = re.compile(
    r"⏱\ufe0f?\s*(\d{1,3})(?:\+(\d{1,2}))?\s*[’'′]\s*\|\s*#\w+\s+"
    r"(\d{1,2})\s*[-–]\s*(\d{1,2})(?!\d)"
)


@dataclass(frozen=True)
class Capture:
    """What a pasted address or embed code says of a post; empty where it is silent."""

    provider: str
    external_id: str = ""
    author_name: str = ""
    author_handle: str = ""
    language: str = ""
    text_raw: str = ""
    posted_at: datetime | None = None
    posted_on: date | None = None
    picture_code: str = ""


def snowflake_time(external_id: str) -> datetime | None:
    """The instant (UTC, milliseconds) in an id of X; None where it holds none."""
    number = int(external_id)
    if not FIRST_SNOWFLAKE <= number < 2**63:
        return None
    seconds, milliseconds = divmod((number >> 22) + EPOCH, 1000)
    instant = datetime.fromtimestamp(seconds, tz=UTC)
    return instant + timedelta(milliseconds=milliseconds)


def parse_status_url(url: str) -> Capture | None:
    """The post at an address of X, one of its mirrors or Bluesky; None: no post's.

    `/i/status/…` names no author, and none is invented.
    """
    if found := STATUS.fullmatch(url.strip()):
        return Capture(
            provider="x",
            external_id=found["id"],
            author_handle=found["handle"] or "",
            posted_at=snowflake_time(found["id"]),
        )
    if found := BLUESKY.fullmatch(url.strip()):
        return Capture(provider="bluesky", author_handle=found["handle"])
    return None


def claim(text: str) -> tuple[int, int | None, int, int] | None:
    """(minute, added, home, away) that a club's live post gives, or None."""
    found = CLAIM.search(readable(text))
    if found is None:
        return None
    minute, added, home, away = (number and int(number) for number in found.groups())
    return minute, added, home, away
