"""What the formats share: names and scores as strangers write them."""

import re
import unicodedata

from .rows import Refused

HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs"}
LONGEST_NAME = 80
MOST_GOALS = 99


def name(value, place: str) -> str:
    """`value` in NFC with single spaces; refused when it is no name to print."""
    if value is None or value == "":
        raise Refused(f"{place}: missing")
    if not is_printable(value):
        raise Refused(f"{place}: {shown(value)} is not a name")
    if any(unicodedata.category(character) in HIDDEN for character in value):
        raise Refused(f"{place}: {shown(value)} has hidden characters")
    return " ".join(unicodedata.normalize("NFC", value).split())


def is_printable(value):
    is_text = isinstance(value, str) and len(value) <= LONGEST_NAME
    return is_text and bool(re.search(r"\w", value))


def goals(value, place: str) -> int:
    if type(value) is not int or not 0 <= value <= MOST_GOALS:
        raise Refused(f"{place}: {shown(value)} is not a number from 0 to {MOST_GOALS}")
    return value


def whole(value, place: str) -> int:
    if type(value) is not int or not 0 < value < 10**18:
        raise Refused(f"{place}: {shown(value)} is not a number")
    return value


def in_order(running: dict[str, tuple[int, int]], place: str) -> None:
    """Refuses running scores of which a later one is lower; `running` is in order."""
    names = list(running)
    for before, after in zip(names, names[1:], strict=False):
        pairs = zip(running[before], running[after], strict=True)
        if any(earlier > later for earlier, later in pairs):
            raise Refused(f"{place}{after}: a running score never goes down")


def shown(value) -> str:
    """`value` as a person can recognise it: short, hidden characters spelled out."""
    text = str(value)[:40]
    hides = any(unicodedata.category(character) in HIDDEN for character in text)
    return f"“{text.encode('unicode_escape').decode() if hides else text}”"
