"""A body cut into what stands one below the other: prose and records.

`Splitter` writes cleaned HTML in one shape, which every parser reads as it stands
and which comes out the same when it goes in again.
"""

import html
import re
from dataclasses import dataclass

from .characters import composed, tidy

EMBED = "newsroom-embed"
SENTENCES = {"p", "h2", "h3"}
LISTS = {"ul", "ol"}
CONTAINERS = LISTS | {"blockquote"}
MARKS = {"a", "b", "em", "i", "strong", "sup"}
VOID = {"br", "hr"}
TAGS = SENTENCES | CONTAINERS | MARKS | VOID | {"li"}

TOKEN = re.compile(
    r'<(?P<closes>/?)(?P<name>[a-z0-9-]+)(?P<attributes>(?: [a-z-]+="[^"]*")*)>'
)
ATTRIBUTE = re.compile(r'data-(type|id)="([a-z0-9]+)"')
GAP = re.compile(r"(?:<br>|</(?:p|h2|h3|ul|ol|li|blockquote)>)+")


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


def blocks(text: str) -> list[Prose | Record]:
    """The top-level blocks of cleaned HTML; a record is always one of them."""
    splitter = Splitter()
    end = 0
    for found in TOKEN.finditer(text):
        splitter.text(text[end : found.start()])
        splitter.tag(found)
        end = found.end()
    splitter.text(text[end:])
    return splitter.finish()


def text_of(block: str) -> str:
    """The words of a prose block's HTML."""
    return html.unescape(TOKEN.sub("", GAP.sub(" ", block))).strip()


class Splitter:
    """Cuts HTML at its top level and lifts records out of any block.

    Tags are printed with the first words that stand in them, so that nothing empty
    is. A block or a record ends the sentence it stands in, and its marks.
    """

    DEEPEST = 8

    def __init__(self):
        self.found, self.pieces = [], []
        self.open = []  # (name, start tag): blocks, then the marks of a sentence
        self.printed = 0  # how many of them
        self.levels = []  # where each open tag of the source began in `open`
        self.inside_embed = 0

    def text(self, text):
        text = composed(text)
        if not text or self.inside_embed:
            return
        if text.strip() or self.holds_words:
            self.ensure_words_fit()
            self.write(text)

    def tag(self, token):
        name, closes = token["name"], bool(token["closes"])
        if name == EMBED:
            self.embed(token, closes)
        elif closes and not self.inside_embed:
            self.shrink(self.levels.pop() if self.levels else 0)
        elif not self.inside_embed:
            self.void(name) if name in VOID else self.start(name, token.group())

    def embed(self, token, closes):
        self.inside_embed = max(0, self.inside_embed + (-1 if closes else 1))
        attributes = dict(ATTRIBUTE.findall(token["attributes"]))
        if self.inside_embed == 1 and not closes and len(attributes) == 2:
            self.end_sentence()
            self.cut()
            self.found.append(Record(attributes["type"], int(attributes["id"])))

    def void(self, name):
        if name == "br":
            self.ensure_words_fit()
        else:
            self.ensure_block_fits()
        self.write(f"<{name}>")
        if not self.open:
            self.cut()

    def start(self, name, tag):
        if name in MARKS:
            self.ensure_words_fit()
        elif name == "li":
            self.ensure_item_fits()
        elif name in SENTENCES | CONTAINERS:
            self.ensure_block_fits()
        self.levels.append(len(self.open))
        if name == "li" and self.innermost not in LISTS:
            self.open.append(("ul", "<ul>"))
        if self.takes(name, tag):
            self.open.append((name, tag))

    def takes(self, name, tag):
        if name in MARKS:
            is_inside_itself = name in [other for other, _tag in self.open]
            return not is_inside_itself and (name != "a" or " href=" in tag)
        if name in CONTAINERS:
            return len(self.open) < self.DEEPEST
        return name in TAGS

    @property
    def innermost(self):
        return self.open[-1][0] if self.open else ""

    @property
    def holds_words(self):
        return self.open and self.innermost not in LISTS

    def ensure_words_fit(self):
        if not self.open:
            self.open.append(("p", "<p>"))
        elif self.innermost in LISTS:
            self.open.append(("li", "<li>"))

    def ensure_block_fits(self):
        self.end_sentence()
        if self.innermost in LISTS:
            self.open.append(("li", "<li>"))

    def ensure_item_fits(self):
        self.end_sentence()
        if self.innermost == "li":
            self.shrink(len(self.open) - 1)

    def end_sentence(self):
        names = [name for name, _tag in self.open]
        inside = (i for i, name in enumerate(names) if name in SENTENCES | MARKS)
        self.shrink(next(inside, len(names)))

    def write(self, piece):
        self.pieces += [tag for _name, tag in self.open[self.printed :]]
        self.pieces.append(piece)
        self.printed = len(self.open)

    def shrink(self, size):
        """Closes all but the first `size` open tags."""
        closed = self.open[size : self.printed][::-1]
        self.pieces += [f"</{name}>" for name, _tag in closed]
        del self.open[size:]
        self.printed = min(self.printed, len(self.open))
        if not self.open:
            self.cut()

    def cut(self):
        """Ends a top-level block; what is open goes on in the next one."""
        closed = self.open[: self.printed][::-1]
        block = "".join([*self.pieces, *(f"</{name}>" for name, _tag in closed)])
        self.pieces, self.printed = [], 0
        if "<hr>" in block or tidy(text_of(block)):
            self.found.append(Prose(block))

    def finish(self):
        self.shrink(0)
        return self.found
