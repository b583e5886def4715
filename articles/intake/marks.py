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


def find_marked(copy: Copy, *, taken: list[Span] = ()) -> list[Marked]:
    """What stands between quotation marks, in order, never one within another.

    `taken` are spans where nothing is looked for: posts, boilerplate.
    """
    found, place = [], 0
    free = [line for line in copy.lines if not overlaps(line, taken)]
    numbers = {line: number for number, line in enumerate(free)}
    for line in free:
        place = max(place, line.start)
        while place < line.end and (
            opener := OPENER.search(copy.text, place, line.end)
        ):
            marked = closed(copy, opener, free, numbers[line])
            place = marked.outer.end if marked else opener.end()
            if marked and copy.text[marked.start : marked.end].strip():
                found.append(marked)
    return found


def overlaps(line, spans):
    return any(span.start < line.end and line.start < span.end for span in spans)


def closed(copy, opener, lines, number):
    """The quote that `opener` begins, over as many lines as open it again; or None."""
    opening, parts, start = opener.group(), [], opener.end()
    for line in lines[number : number + MOST_PARAGRAPHS]:
        if parts:
            again = opens_again(copy, line, opening)
            if again is None:
                return None
            start = again
        end = closing(copy, opening, start, min(line.end, start + LONGEST))
        if end is not None:
            parts.append(copy.trimmed(start, end[0]))
            return Marked(opening, tuple(parts), Span(opener.start(), end[1]))
        parts.append(copy.trimmed(start, line.end))
        if opening == "'":
            return None
    return None


def opens_again(copy, line, opening):
    """Where the words of a paragraph begin that opens the quote again, or None."""
    for mark in AGAIN.get(opening, ()):
        if copy.text.startswith(mark, line.start):
            return line.start + len(mark)
    return None


def closing(copy, opening, start, stop):
    """(end of the words, end of the mark) where the quote closes, or None."""
    if opening in "‘'" and (strong := STRONG.search(copy.text, start, stop)):
        return strong.span()
    depth, last = 1, None
    if opening in "‘'":
        return single(copy.text, opening, start, stop)
    for mark in CLOSERS[opening].finditer(copy.text, start, stop):
        nests = opening in ("«", "<<", "“") and mark.group() == opening
        depth += 1 if nests else -1
        last = last if nests else mark.span()
        if depth == 0:
            return last
    return last


def single(text, opening, start, stop):
    """Where single marks close: not at the apostrophe of “the players’ job”."""
    marks = list(CLOSERS[opening].finditer(text, start, stop))
    plain = [mark for mark in marks if not POSSESSIVE.match(text, mark.start() - 1)]
    first = next(iter(plain or marks), None)
    return first and first.span()
