"""XML from elsewhere as a tree that knows its lines.

A document type is refused before anything in it is read: without one there are no
entities to expand and nothing outside to fetch.
"""

from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from django.utils.translation import gettext as _

LARGEST = 12_000_000  # bytes: twice the longest body, and its codes
MOST_ELEMENTS, DEEPEST = 200_000, 64
ENCODINGS = {"utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be"}


@dataclass(frozen=True)
class Fault:
    line: int
    reason: str


class Misfit(Exception):
    """A file that is not taken, and everything that speaks against it."""

    def __init__(self, faults: list[Fault]):
        super().__init__(faults[0].reason)
        self.faults = sorted(faults, key=lambda fault: fault.line)

    @classmethod
    def at(cls, line: int, reason: str) -> "Misfit":
        return cls([Fault(line, reason)])


@dataclass
class Node:
    """An element; `name` is "" outside the namespace that was asked for."""

    name: str
    attributes: dict[str, str]
    line: int
    content: list["str | Node"] = field(default_factory=list)

    @property
    def elements(self) -> list["Node"]:
        return [child for child in self.content if isinstance(child, Node)]

    @property
    def text(self) -> str:
        return "".join(child for child in self.content if isinstance(child, str))

    def named(self, name: str) -> list["Node"]:
        return [child for child in self.elements if child.name == name]


class Tree:
    """Builds nodes out of what the parser meets."""

    def __init__(self, namespace):
        self.prefix = f"{namespace} "
        self.root, self.open, self.count = None, [], 0
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = lambda _name: self.open.pop()
        self.parser.CharacterDataHandler = self.words
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.XmlDeclHandler = self.declaration

    @property
    def line(self):
        return self.parser.CurrentLineNumber

    def start(self, name, attributes):
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) >= DEEPEST:
            raise Misfit.at(self.line, _("The file holds too many elements."))
        is_known = name.startswith(self.prefix)
        name = name.removeprefix(self.prefix) if is_known else ""
        node = Node(name, attributes, self.line)
        if self.open:
            self.open[-1].content.append(node)
        self.root = self.root or node
        self.open.append(node)

    def words(self, words):
        self.open[-1].content.append(words)

    def doctype(self, *_told):
        raise Misfit.at(self.line, _("The file declares a document type."))

    def declaration(self, _version, encoding, _standalone):
        if encoding and encoding.lower() not in ENCODINGS:
            raise Misfit.at(self.line, _("The file is neither UTF-8 nor UTF-16."))


def parsed(data: bytes, *, namespace: str) -> Node:
    """The root of an XML document; raises Misfit on what is too much or not XML."""
    if len(data) > LARGEST:
        raise Misfit.at(1, _("The file is larger than 12 MB."))
    tree = Tree(namespace)
    try:
        tree.parser.Parse(data, True)  # noqa: FBT003 (all of it)
    except (ExpatError, LookupError, ValueError) as error:
        line = getattr(error, "lineno", tree.line)
        raise Misfit.at(line, _("From here on the file is not XML.")) from None
    return tree.root
