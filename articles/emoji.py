"""Emoji in a post: most are ornaments that a screen reader would only spell out."""

import re
from dataclasses import dataclass

# Without the letters and figures in circles and squares: they are read.
BASE = (
    "[\u203c\u2049\u231a-\u23ff\u2600-\u2775\u2794-\u27bf\u2b05-\u2b55\u3030"
    "\U0001f000-\U0001f0ff\U0001f1e6-\U0001f1ff\U0001f201-\U0001faff]"
)
MARKS = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
CLUSTER = re.compile(f"{BASE}{MARKS}(?:\u200d{BASE}{MARKS})*")
# Those that stand for a word: goals, cards, changes, yes and no, arrows, flags.
TELLING = re.compile(
    "[⚽🥅🅰🟨🟥🔁🔄🔃🔀✅❌❎✔✖➡⬅⬆⬇↔🔜🔚🏆🥇🥈🥉\U0001f1e6-\U0001f1ff\U0001f3f4]"
)


@dataclass(frozen=True)
class Piece:
    text: str
    is_ornament: bool = False


def pieces(text: str) -> list[Piece]:
    """`text` cut at its ornaments; a text of nothing else is no ornament."""
    if not CLUSTER.sub("", text).strip():
        return [Piece(text)] if text else []
    found, end = [], 0
    for ornament in CLUSTER.finditer(text):
        if TELLING.match(ornament.group()):
            continue
        found += [Piece(text[end : ornament.start()]), ornamental(ornament.group())]
        end = ornament.end()
    return [piece for piece in [*found, Piece(text[end:])] if piece.text]


def ornamental(text):
    return Piece(text, is_ornament=True)
