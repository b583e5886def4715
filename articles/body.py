"""The body of an article: restrained HTML with records embedded as atoms.

`sanitise` stands at the model boundary, for every door; `safe` is the only place
where stored HTML becomes markup again.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import nh3
from django.utils.safestring import SafeString, mark_safe

from .characters import tidy

KINDS = ("quote", "post", "photo", "match")
EMBED = "newsroom-embed"
BLOCKS = {"p", "h2", "h3", "ul", "ol", "blockquote", "hr"}
INLINE = {"a", "br", "em", "i", "b", "strong", "sup", "li"}
VOID = {"br", "hr"}
ADDRESS = re.compile(r"(?i)(?:https?://[^/]|mailto:.|[/#?](?!/)|$)")
TOKEN = re.compile(
    r'<(?P<closes>/?)(?P<name>[a-z0-9-]+)(?P<attributes>(?: [a-z-]+="[^"]*")*)>'
)
ATTRIBUTE = re.compile(r'data-(type|id)="([a-z0-9]+)"')


@dataclass(frozen=True)
class Prose:
    """A block of text: `html` with its own top-level tag."""

    html: str

    def __str__(self):
        return self.html


@dataclass(frozen=True)
class Record:
    """The place of a quote, post, photo or match."""

    kind: str
    id: int

    def __str__(self):
        return f'<{EMBED} data-type="{self.kind}" data-id="{self.id}"></{EMBED}>'


def allowed(tag, attribute, value):
    if attribute == "href":
        value = re.sub(r"[\x00-\x20]", "", value)
        return value if ADDRESS.match(value) else None
    if attribute == "data-id":
        return value if re.fullmatch(r"[0-9]{1,12}", value) else None
    return value


CLEANER = nh3.Cleaner(
    tags=BLOCKS | INLINE | {EMBED},
    attributes={"a": {"href"}, EMBED: {"data-id"}},
    tag_attribute_values={EMBED: {"data-type": set(KINDS)}},
    attribute_filter=allowed,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
)


def sanitise(text: str) -> str:
    """HTML of whatever origin as a canonical body; twice gives the same."""
    return "\n".join(map(str, blocks(CLEANER.clean(tidy(text)))))


def safe(text: str) -> SafeString:
    """Markup to print. Stored HTML is cleaned again: the row may have been forged."""
    return mark_safe(CLEANER.clean(text))


def blocks(text: str) -> list[Prose | Record]:
    """The top-level blocks of sanitised HTML; a record is always one of them."""
    splitter = Splitter()
    end = 0
    for found in TOKEN.finditer(text):
        splitter.text(text[end : found.start()])
        splitter.tag(found)
        end = found.end()
    splitter.text(text[end:])
    return splitter.finish()


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


def text_of(block):
    spaced = re.sub(r"<br>|</li>|</p>", " ", block)
    return html.unescape(TOKEN.sub("", spaced)).strip()


class Splitter:
    """Cuts sanitised HTML at its top level and lifts records out of any block."""

    DEEPEST = 16

    def __init__(self):
        self.found, self.pieces, self.open = [], [], []
        self.inside_embed = 0

    def text(self, text):
        if self.inside_embed or not (self.open or text.strip()):
            return
        if not self.open:
            self.enter("p", "<p>")
        self.pieces.append(text)

    def tag(self, token):
        name, closes = token["name"], bool(token["closes"])
        if name == EMBED:
            self.embed(token, closes)
        elif not self.inside_embed:
            self.leave(name) if closes else self.start(name, token.group())

    def embed(self, token, closes):
        self.inside_embed = max(0, self.inside_embed + (-1 if closes else 1))
        attributes = dict(ATTRIBUTE.findall(token["attributes"]))
        if self.inside_embed == 1 and not closes and len(attributes) == 2:
            self.lift(Record(attributes["type"], int(attributes["id"])))

    def lift(self, record):
        reopened = [start for _name, start in self.open[: self.DEEPEST]]
        self.pieces += [f"</{name}>" for name, _s in self.open[: self.DEEPEST][::-1]]
        self.cut()
        self.found.append(record)
        self.pieces = reopened

    def start(self, name, start):
        if name in BLOCKS and [n for n, _s in self.open] == ["p"]:
            self.leave("p")
        if not self.open and name not in BLOCKS:
            implied = "ul" if name == "li" else "p"
            self.enter(implied, f"<{implied}>")
        self.enter(name, start)

    def enter(self, name, start):
        if len(self.open) < self.DEEPEST:
            self.pieces.append(start)
        if name not in VOID:
            self.open.append((name, start))
        elif not self.open:
            self.cut()

    def leave(self, name):
        while self.open:
            last, _start = self.open.pop()
            if len(self.open) < self.DEEPEST:
                self.pieces.append(f"</{last}>")
            if last == name:
                break
        if not self.open:
            self.cut()

    def cut(self):
        block, self.pieces = "".join(self.pieces).strip(), []
        if "<hr>" in block or text_of(block):
            self.found.append(Prose(block))

    def finish(self):
        self.leave("")
        return self.found
