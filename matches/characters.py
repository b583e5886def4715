"""Which characters a stored text may hold (promises: same on every database)."""

import itertools
import re
import unicodedata

PLANES = range(0, 0x110000, 0x10000)
# C0 and C1 controls but tab and newline, BOM, lone surrogates, non-characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in PLANES)
    + "]"
)
BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Spaces, joiners, marks of direction, fillers, variation selectors and tags.
INVISIBLE = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]*"
)


# A run of combining marks is put in order by insertion: long ones are ordered before.
LONG_RUN = re.compile(r"[^\w\s\x00-\x7f]{31,}")


def normalised(text: str, form: str = "NFC") -> str:
    """`text` in a Unicode normal form, in time that grows as its length does."""
    return unicodedata.normalize(form, LONG_RUN.sub(ordered, text))


def ordered(found):
    runs = itertools.groupby(found.group(), key=is_combining)
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if marks else run)
        for marks, run in runs
    )


def is_combining(character):
    return unicodedata.combining(character) != 0


def storable(text: str) -> str:
    """`text` with LF line ends and without what no database should hold."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """`text` without line ends or double spaces; spaces that hold words stay."""
    return re.sub("[ \t\n\r\f\v\x85\u2028\u2029]+", " ", text).strip(" ")


def composed(text: str) -> str:
    """`storable`, without bidi controls, in NFC."""
    return normalised(BIDIRECTIONAL.sub("", storable(text)))


def tidy(text: str) -> str:
    """`composed`; "" when nothing shows."""
    text = composed(text)
    return "" if INVISIBLE.fullmatch(text) else text
