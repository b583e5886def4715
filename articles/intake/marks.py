"""Quotation marks and what stands between them, as copy really has them.

« », “ ”, straight ", single ‘ ’ and ', << >>; any space inside. A quote of several
paragraphs opens each of them again (« or, in the older way, ») and closes once, so the
marks of a text need not balance.
"""

import re
from dataclasses import dataclass

from .lines import Copy, Span

PAIRS = {"«": "»", "<<": ">>", "“": "”", "„": "“", '"': '"', "‘": "’", "'": "'"}
AGAIN = {"«": "«»", "<<": ("<<", ">>"), "“": "“", '"': '"', "„": "„", "‘": "‘"}
OPENER = re.compile(
    r"«|<<(?!<)|[“„]|(?<![^\s(\[«“‘—–:/-])\"(?=\S)|(?<![^\s(\[«“\"—–-])[‘'](?=[^\W_])"
)
CLOSERS = {
    "«": re.compile("«|»"),
    "<<": re.compile("<<|>>"),
    "“": re.compile("“|”"),
    "„": re.compile("[“”]"),
    '"': re.compile(r"(?<=\S)\"(?![^\W_])|\"(?=\s*(?:[,.;:!?)]|$))"),
    "‘": re.compile(r"’(?![^\W_])|(?<=[.,!?…])'(?!\w)"),
    "'": re.compile(r"(?<=[^\s])['’](?![^\W_])"),
}
ENDS = {
    opening: CLOSERS[opening] if opening in "‘'" else re.compile(re.escape(closing))
    for opening, closing in PAIRS.items()
} | {"„": re.compile("[“”]")}
STRONG = re.compile(r"(?<=[.,!?…])['’](?=\s|$)")
POSSESSIVE = re.compile(r"s['’] [a-z]")
LONGEST = 3000  # characters of one quote
MOST_PARAGRAPHS = 8


@dataclass(frozen=True)
class Marked:
    """Words between marks: a part for each paragraph; `outer` takes the marks in."""

    opening: str
    parts: tuple[Span, ...]
    outer: Span

    @property
    def start(self):
        return self.parts[0].start

    @property
    def end(self):
        return self.parts[-1].end


def find_marked(copy: Copy) -> list[Marked]:
    """What stands between quotation marks, in order, never one within another."""
    return Scanner(copy).scan()


class Scanner:
    """Reads the lines once; what has been searched for a closing mark is not again."""

    def __init__(self, copy):
        self.copy, self.lines, self.searched = copy, copy.lines, {}

    def scan(self):
        found, place, text = [], 0, self.copy.text
        for number, line in enumerate(self.lines):
            place = max(place, line.start)
            while place < line.end and (mark := OPENER.search(text, place, line.end)):
                marked = self.closed(mark, number)
                place = marked.outer.end if marked else mark.end()
                if marked and text[marked.start : marked.end].strip():
                    found.append(marked)
        return found

    def closed(self, mark, number):
        """The quote that `mark` begins, over the lines that open it again; or None."""
        opening, parts, start = mark.group(), [], mark.end()
        for line in self.lines[number : number + MOST_PARAGRAPHS]:
            if parts:
                start = opens_again(self.copy, line, opening)
                if start is None:
                    return None
            end = self.closing(opening, start, min(line.end, start + LONGEST))
            if end is not None:
                parts.append(self.copy.trimmed(start, end[0]))
                return Marked(opening, tuple(parts), Span(mark.start(), end[1]))
            parts.append(self.copy.trimmed(start, line.end))
            if opening == "'":
                return None
        return None

    def closing(self, opening, start, stop):
        """(end of the words, end of the mark) where the quote closes, or None."""
        text, past = self.copy.text, self.searched.get(opening, 0)
        if past >= stop or not ENDS[opening].search(text, max(start, past), stop):
            self.searched[opening] = max(past, stop)
            return None
        close = single if opening in "‘'" else paired
        return close(text, opening, start, stop)


def opens_again(copy, line, opening):
    """Where the words of a paragraph begin that opens the quote again, or None."""
    for mark in AGAIN.get(opening, ()):
        if copy.text.startswith(mark, line.start):
            return line.start + len(mark)
    return None


def paired(text, opening, start, stop):
    """Where marks close that may stand within one another."""
    depth, last = 1, None
    for mark in CLOSERS[opening].finditer(text, start, stop):
        nests = opening in ("«", "<<", "“") and mark.group() == opening
        depth += 1 if nests else -1
        last = last if nests else mark.span()
        if depth == 0:
            break
    return last


def single(text, opening, start, stop):
    """Where single marks close: not at the apostrophe of “the players’ job”."""
    if strong := STRONG.search(text, start, stop):
        return strong.span()
    marks = list(CLOSERS[opening].finditer(text, start, stop))
    plain = [mark for mark in marks if not POSSESSIVE.match(text, mark.start() - 1)]
    first = next(iter(plain or marks), None)
    return first and first.span()
