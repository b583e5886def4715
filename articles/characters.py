"""Which characters a stored text may hold (promises: same on every database)."""

import re
import unicodedata

# C0 and C1 controls but tab and newline, BOM, non-characters, lone surrogates.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0f\\s]*")


def storable(text: str) -> str:
    """`text` with LF line ends and without what no database should hold."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def tidy(text: str) -> str:
    """`storable`, composed (NFC), without bidi controls; "" when nothing shows."""
    text = BIDIRECTIONAL.sub("", unicodedata.normalize("NFC", storable(text)))
    return "" if INVISIBLE.fullmatch(text) else text
