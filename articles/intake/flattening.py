"""A web page as the text a reader sees, each character with its place in the page.

Raw copy is often pasted with its tags. Blocks become lines, scripts and styles go, and
page furniture (navigation, forms, footers) is told apart, for it is no copy at all.
"""

import re
from array import array
from dataclasses import dataclass, field
from html import unescape

from .lines import Span

TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|</?(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)(?P<rest>[^<>]*)>|<![^<>]*>",
    re.DOTALL,
)
IS_HTML = re.compile(
    r"</(?:p|div|blockquote|body|html|article|section|h[1-6]|li|ul|span|a|strong|em"
    r"|table)>"
    r"|<br\s*/?>|<(?:p|div|blockquote|html|body)[\s>]",
    re.IGNORECASE,
)
BLOCK_TAGS = (
    "address article aside blockquote body br dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p"
    " pre section table tbody td tfoot th thead tr ul title"
)
BLOCKS = frozenset(BLOCK_TAGS.split())
SILENT_TAGS = (
    "script style head template noscript svg math iframe object select option textarea"
    " title"
)
SILENT = frozenset(SILENT_TAGS.split())
FURNITURE_TAGS = "nav form button footer aside menu dialog"
FURNITURE = frozenset(FURNITURE_TAGS.split())
ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)
SPACE = " \t\n\r\f"


@dataclass
class Flat:
    """`text`, and for each of its characters the place in the source it came from."""

    source: str
    text: str = ""
    origins: array = field(default_factory=lambda: array("L"))
    furniture: list[Span] = field(default_factory=list)

    def place(self, offset: int) -> int:
        """Where in the source the character at `offset` of the text stands."""
        if offset < len(self.origins):
            return self.origins[offset]
        return len(self.source)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the source that the text from `start` to `end` came from."""
        if end <= start:
            return self.place(start), self.place(start)
        return self.place(start), self.place(end - 1) + 1


def is_html(text: str) -> bool:
    return len(IS_HTML.findall(text)) > 1


def flatten(source: str) -> Flat:
    """The text of HTML, one block a line; linear in its length."""
    writer, place = Writer(source), 0
    for tag in TAG.finditer(source):
        writer.write(place, tag.start())
        if tag["name"]:
            writer.tag(tag["name"].lower(), closes=tag.group().startswith("</"))
        place = tag.end()
    writer.write(place, len(source))
    return writer.done()


class Writer:
    def __init__(self, source):
        self.source, self.pieces, self.origins = source, [], array("L")
        self.furniture, self.opened = [], []
        self.silent = self.length = 0
        self.ends = "\n"

    def tag(self, name, *, closes):
        if name in SILENT:
            self.silent = max(0, self.silent + (-1 if closes else 1))
        if name in FURNITURE:
            self.furnish(name, closes=closes)
        if name in BLOCKS and self.ends != "\n":
            self.put("\n", min(self.last + 1, len(self.source) - 1))

    def furnish(self, name, *, closes):
        if not closes:
            self.opened.append(self.length)
        elif self.opened:
            start = self.opened.pop()
            if not self.opened and start < self.length:
                self.furniture.append(Span(start, self.length))

    def write(self, start, end):
        if self.silent:
            return
        for place, text in self.characters(start, end):
            if text in SPACE:
                if self.ends not in SPACE:
                    self.put(" ", place)
            else:
                self.put(text, place)

    def characters(self, start, end):
        """(place, text) of each character, entities read."""
        place = start
        for entity in ENTITY.finditer(self.source, start, end):
            yield from ((at, self.source[at]) for at in range(place, entity.start()))
            yield from ((entity.start(), one) for one in unescape(entity.group()))
            place = entity.end()
        yield from ((at, self.source[at]) for at in range(place, end))

    def put(self, text, place):
        self.pieces.append(text)
        self.origins.append(place)
        self.length += 1
        self.ends, self.last = text, place

    last = 0

    def done(self):
        while self.opened:
            self.furniture.append(Span(self.opened.pop(), self.length))
        return Flat(
            self.source, "".join(self.pieces), self.origins, sorted(self.furniture)
        )
