"""Bounds on HTML from elsewhere, so that a parser reads it in a second or two."""

import re
from collections import Counter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 2_000_000  # a million of words, and the tags around them
MOST_TAGS = 100_000  # half of them closing
DEEPEST = 5_000

# A parser opens these again in every paragraph until they are closed: a thousand
# different ones before a thousand paragraphs make a million; of alike ones, three.
FORMATTING = re.compile(
    r"(?i)<(/?)(?:(b|em|i|strong)|big|code|font|nobr|s|small|strike|tt|u)"
    r"(?=[\s/>])[^<>]*(>?)"
)
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# Closed by what follows, or never: p, td, br…
ENDLESS = re.compile(
    r"(?i)area|base|br|col|d[dt]|embed|hr|img|input|li(?:nk)?|meta|option|p(?:aram)?"
    r"|source|t(?:body|foot|head|[dhr])|track|wbr"
)


def check(text: str) -> str:
    """`text`; raises ValidationError when it is too long or holds too many tags."""
    return check_tags(check_length(text))


def check_length(text: str) -> str:
    if len(text) > LONGEST:
        raise ValidationError(_("The text is longer than two million characters."))
    return text


def check_tags(text: str) -> str:
    opened, depth = Counter(), 0
    for number, (closes, name) in enumerate(TAG.findall(text)):
        name = name.lower()
        if not closes and not ENDLESS.fullmatch(name):
            opened[name] += 1
            depth += 1
        elif closes and opened[name]:
            opened[name] -= 1
            depth -= 1
        if depth > DEEPEST or number > MOST_TAGS:
            raise ValidationError(_("The text holds too many tags."))
    return text


def plain_formatting(text: str) -> str:
    """`text` with bold and italic as bare tags and without the marks no body has."""
    return FORMATTING.sub(bare, text)


def bare(found):
    closes, name, ends = found.groups()
    if not ends:
        return f"&lt;{found[0][1:]}"
    return f"<{closes}{name}>" if name else ""
