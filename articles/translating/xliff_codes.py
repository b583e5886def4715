"""The words of a passage between codes, as XLIFF has them, and its HTML again."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape

from articles.blocks import TOKEN, VOID
from articles.characters import storable

from .units import LINES, Unit

SHELL = re.compile(r"<(p|h2|h3|ul|ol|blockquote)>(.*)</\1>", re.DOTALL)


@dataclass(frozen=True)
class Code:
    """Where a tag begins, ends or stands alone; `id` is that of its pair."""

    id: str
    part: str  # "start", "end" or "alone"


Pieces = tuple[str | Code, ...]


def kind_of(unit: Unit) -> str:
    """ "title", "p", "ul"…; a record's kind."""
    return unit.tag if unit.field == "body" else unit.field


def field_of(kind: str) -> str:
    return kind if kind in LINES else "body"


def is_prose(unit: Unit) -> bool:
    """Whether it has words to translate: no record and no rule between sections."""
    return unit.field != "body" or bool(SHELL.fullmatch(unit.html))


def inside(unit: Unit) -> str:
    found = SHELL.fullmatch(unit.html) if unit.field == "body" else None
    return found[2] if found else unit.html


def shelled(kind: str, html: str) -> str:
    return f"<{kind}>{html}</{kind}>" if SHELL.match(f"<{kind}></{kind}>") else html


def coded(
    unit: Unit, known: Mapping[str, str] | None = None
) -> tuple[Pieces, dict[str, str]]:
    """Its words between codes, and the tag of each code.

    A tag that is in `known`, the codes of its source, takes the same code there.
    """
    free, own, pieces, opened, end = dict(known or {}), {}, [], [], 0
    prefix = "" if known is None else "t"
    html = storable(inside(unit))
    for found in TOKEN.finditer(html):
        pieces.append(unescape(html[end : found.start()]))
        end = found.end()
        if found["closes"]:
            pieces.append(Code(opened.pop(), "end"))
            continue
        same = next((code for code, tag in free.items() if tag == found[0]), None)
        code = same or f"{prefix}{len(own) + 1}"
        free.pop(code, None)
        own[code] = found[0]
        part = "alone" if found["name"] in VOID else "start"
        pieces.append(Code(code, part))
        opened += [code] if part == "start" else []
    return joined([*pieces, unescape(html[end:])]), own


def joined(pieces: Iterable[str | Code]) -> Pieces:
    """With the words between two codes in one piece."""
    found = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        elif piece:
            found.append(piece)
    return tuple(found)


def html_from(pieces: Pieces, codes: Mapping[str, str], kind: str) -> str:
    """The HTML of a block or line of `kind`; raises KeyError on an unknown code."""
    if field_of(kind) != "body":
        return escape("".join(piece for piece in pieces if isinstance(piece, str)))
    return shelled(kind, "".join(printed(piece, codes) for piece in pieces))


def printed(piece, codes):
    if isinstance(piece, str):
        # As the parser of every body prints it.
        return escape(piece, quote=False).replace("\u00a0", "&nbsp;")
    tag = codes[piece.id]
    return f"</{TOKEN.match(tag)['name']}>" if piece.part == "end" else tag


def used(pieces: Pieces) -> Counter:
    """How often each part of each code stands there."""
    return Counter(piece for piece in pieces if isinstance(piece, Code))
