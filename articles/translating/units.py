"""The words of one language cut into what is translated one by one."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape

from articles.blocks import Record, blocks, text_of
from articles.characters import composed

LINES = ("title", "standfirst", "social_title")
FIELDS = (*LINES, "body")
ALIKE = str.maketrans(
    {"'": "’", '"': " ", "«": " ", "»": " ", "“": " ", "”": " ", "–": "-", "—": "-"}
    | {"\u2011": "-", "\u2009": " ", "\u202f": " ", "\u00a0": " ", "…": "..."}
)
SPACE_BEFORE = re.compile(r"\s+(?=[;:!?%€,.)])|(?<=\()\s+")


@dataclass(frozen=True)
class Unit:
    """A title, a standfirst, or a block of the body: words, or the place of a record.

    `html` is as stored; of a line without markup, its escaped words.
    """

    field: str
    html: str
    record: Record | None = None

    @property
    def is_record(self) -> bool:
        return self.record is not None

    @property
    def tag(self) -> str:
        """ "p", "h2", "ul"…; a record's kind; "" of a line."""
        if self.record:
            return self.record.kind
        found = re.match(r"<([a-z0-9]+)", self.html)
        return found[1] if found and self.field == "body" else ""

    @cached_property
    def text(self) -> str:
        """The words for people to read; "" of a record."""
        return "" if self.record else text_of(self.html)

    @cached_property
    def key(self) -> str:
        """The same exactly for the same words."""
        return str(self.record) if self.record else normalised(self.text)


def normalised(text: str) -> str:
    """`text` without what typography and spacing alone decide."""
    plain = " ".join(composed(text).translate(ALIKE).split())
    return SPACE_BEFORE.sub("", plain)


def units(words) -> list[Unit]:
    """Title, standfirst and social title where they are written, then the body.

    `words` are `Words`, of an article or a release.
    """
    lines = [Unit(name, escape(getattr(words, name) or "")) for name in LINES]
    return [line for line in lines if line.html] + body_units(words.body or "")


def body_units(html: str) -> list[Unit]:
    return [
        Unit("body", str(block), block if isinstance(block, Record) else None)
        for block in blocks(html)
    ]


def digest(units: Iterable[Unit]) -> str:
    """The same exactly for the same words and records in the same order."""
    said = "\n".join(f"{unit.field}\t{unit.key}" for unit in units)
    return hashlib.sha256(said.encode()).hexdigest()[:32]
