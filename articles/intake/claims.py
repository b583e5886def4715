"""The minute and the score that a club's live post gives, however it writes them."""

import re

MINUTE = re.compile(
    r"(?<![\d-])(?P<minute>1[0-2]\d|\d{1,2})"
    r"(?:\s?(?:[’'′]|e|ème|th|st|nd|rd)?\s?\+\s?(?P<added>\d{1,2}))?"
    r"\s?(?:[’'′](?!\w)|(?<=\d)(?:e|ème|th|st|nd|rd)\s+min)"
)
SCORE = re.compile(
    r"(?<![\d/.,:-])(\d{1,2})\s?(?:[^\W\d_]{2,4}\s)?[-–—]\s?(?:[^\W\d_]{2,4}\s)?"
    r"(\d{1,2})(?![\d/%’'′-]|[.,:]\d)"
)
HEAD = 160  # characters: what a post claims stands at its head


def minute(readable: str) -> str:
    """ "45+2", "90" or ""; `readable` has keycaps folded."""
    found = MINUTE.search(readable[:HEAD])
    if not found:
        return ""
    added = found["added"]
    return f"{found['minute']}+{added}" if added else found["minute"]


def score(readable: str) -> str:
    """ "1-1" or ""."""
    found = SCORE.search(readable[:HEAD])
    return f"{int(found[1])}-{int(found[2])}" if found else ""
