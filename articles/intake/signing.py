"""Who signed a post and when, as the copy has it."""

import re
from dataclasses import dataclass
from datetime import date

from articles.embed_codes import NAMES, parse_date

from .lines import Span

HANDLE = r"[A-Za-z0-9_](?:[\w.@-]{0,78}\w)?"
DATE = (
    rf"(?:(?:le|on)\s+)?(?:[^\W\d_]{{2,9}}\.?,?\s+)?(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s+"
    rf"(?:of\s+)?(?:{NAMES})\.?,?\s+20\d\d"
    rf"|(?:{NAMES})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+20\d\d|20\d\d-\d\d-\d\d)"
    r"(?:,?\s+(?:at|à)\s+\d{1,2}[:h]\d\d(?:\s?[AaPp][Mm])?)?"
)
ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)(?:\s+of)?(?=\s)", re.IGNORECASE)


@dataclass(frozen=True)
class Signature:
    """Who signed a post, when, and where the attribution stands."""

    span: Span
    name: str
    handle: str
    on: date | None
    why: str
    provider: str = "x"
    external_id: str = ""
    words: Span | None = None  # where they stand below a heading,
    end: int = 0  # and where all that belongs to the post ends


def day(text):
    text = ORDINAL.sub(r"\1", text)
    try:
        return parse_date(text) or date.fromisoformat(text[:10])
    except ValueError:
        return None


def network(handle):
    if "@" in handle:
        return "mastodon"
    return "bluesky" if "." in handle else "x"
