"""The body of an article: restrained HTML with records embedded as atoms.

`sanitise` stands at the model boundary, for every door; `safe` is the only place
where stored HTML becomes markup again.
"""

import re
from collections.abc import Iterable
from itertools import groupby

import nh3
from django.utils.safestring import SafeString, mark_safe

from .addresses import linkable
from .blocks import EMBED, TAGS, Prose, Record, blocks, text_of
from .bounds import check, check_length, plain_formatting
from .characters import storable

KINDS = ("quote", "post", "photo", "match")
VALUES = {"data-type": "|".join(KINDS), "data-id": "[0-9]{1,12}", "rel": "noopener"}


def allowed(tag, attribute, value):
    if attribute == "href":
        return linkable(value)
    return value if re.fullmatch(VALUES.get(attribute, ""), value) else None


CLEANER = nh3.Cleaner(
    tags=TAGS | {EMBED},
    attributes={"*": set(), "a": {"href"}, EMBED: {"data-type", "data-id"}},
    attribute_filter=allowed,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
)


def sanitise(text: str) -> str:
    """HTML of whatever origin as a canonical body; twice gives the same.

    Raises ValidationError above two million characters or a hundred thousand tags.
    """
    parsed = CLEANER.clean(plain_formatting(storable(check(text))))
    return check("\n".join(map(str, blocks(check_length(parsed)))))


def stored(text: str) -> str:
    """`text` as a column may hold it: what is canonical costs one pass more."""
    return text if CLEANER.clean(text) == text else sanitise(text)


def safe(text: str) -> SafeString:
    """Markup to print. Stored HTML is cleaned again: the row may have been forged."""
    return mark_safe(CLEANER.clean(text))


def records(text: str) -> list[Record]:
    return [block for block in blocks(text) if isinstance(block, Record)]


def sections(text: str) -> Iterable[SafeString | Record]:
    """What a page prints, in order: runs of prose as markup, and records."""
    for is_record, run in groupby(blocks(text), lambda b: isinstance(b, Record)):
        if is_record:
            yield from run
        else:
            yield safe("\n".join(map(str, run)))


def plain_text(text: str) -> str:
    """The words alone, a block a line, records left out."""
    prose = (block for block in blocks(text) if isinstance(block, Prose))
    return "\n".join(text_of(block.html) for block in prose)
