"""How names are compared and how they become addresses."""

import re
import unicodedata

from django.utils.text import slugify

# What no name holds, and what Unicode needs a quadratic time to put in order.
LONG_RUN = re.compile(r"[^\w\s\x00-\x7f]{31,}")
LETTERS = str.maketrans({"ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ı": "i"})


def fold(name: str) -> str:
    """`name` without case, accents or punctuation: what two spellings share."""
    name = LONG_RUN.sub("", name).casefold().translate(LETTERS)
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))


def slug(text: str) -> str:
    """An ASCII address part; "" when `text` has no letter or digit."""
    letters = re.sub(r"[’'‘–—/]", "-", text.casefold().translate(LETTERS))
    return slugify(letters)[:80].strip("-")
