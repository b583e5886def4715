"""Copy cut into lines, sentences and words, each with its place in the copy."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

from matches.names import fold

BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
ENDING = '.!?…:;»”"’)'
NARROWEST, WIDEST = 45, 100  # characters of lines that were broken to a width
WORD = re.compile(r"\w+")
# Not after one capital letter ("J. Roy") nor a short title ("M. Roy", "Mr. Roy").
SENTENCE_END = re.compile(
    r"(?<![\s.(«“][^\W\d_a-zà-ÿ]\.)(?<!\bMr\.)(?<!\bMme\.)(?<!\bDr\.)(?<!\bSt\.)"
    r"(?<=[.!?…])(?:\s?[»”\"’')\]])*\s+(?=[«“\"‘'(\[—–]?\s*[^\W_a-zà-ÿ])"
)
INITIAL = re.compile(r"[^\W\d_a-zà-ÿ]\.")
fold_word = lru_cache(maxsize=50_000)(fold)


class Span(NamedTuple):
    start: int
    end: int

    def holds(self, place):
        return self.start <= place < self.end


class Word(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def folded(self):
        return fold_word(self.text)

    @property
    def is_capital(self):
        return self.text[0].isupper()


class Copy:
    """Raw text, read in order; every question about a place is answered by a search."""

    def __init__(self, text: str):
        self.text = text

    def without(self, spans: Iterable[Span]) -> "Copy":
        """The same text, of whose lines only what lies outside `spans` counts."""
        rest, taken = Copy(self.text), sorted(spans)
        rest.lines = [part for line in self.lines for part in self.rest(line, taken)]
        return rest

    def paragraphs(self) -> "Copy":
        """The same text, its lines made whole where they were broken to a width."""
        whole = Copy(self.text)
        whole.lines = self.unwrapped(self.lines) if self.is_wrapped else self.lines
        return whole

    @property
    def is_wrapped(self) -> bool:
        """Whether lines were broken to a width, as in e-mails, and paragraphs by empty
        lines: none is long, and most end within a sentence where the next goes on."""
        pairs = list(zip(self.lines, self.lines[1:], strict=False))
        joined = [
            line for line, after in pairs if not self.parts_paragraphs(line, after)
        ]
        ended = sum(self.text[line.end - 1] in ENDING for line in joined)
        is_narrow = all(line.end - line.start <= WIDEST for line in self.lines)
        has_paragraphs = len(joined) < len(pairs)
        return (
            is_narrow and has_paragraphs and len(joined) > 2 and ended * 2 < len(joined)
        )

    def parts_paragraphs(self, line, after):
        return len(BREAK.findall(self.text[line.end : after.start])) > 1

    def unwrapped(self, parts):
        """The paragraphs that `parts`, broken to a width, are."""
        whole = []
        for part in parts:
            is_next = whole and not self.parts_paragraphs(whole[-1], part)
            if is_next and whole[-1].end - whole[-1].start >= NARROWEST:
                whole[-1] = Span(whole[-1].start, part.end)
            else:
                whole.append(part)
        return whole

    def rest(self, line, spans):
        place, first = line.start, max(bisect_right(spans, (line.start, 0)) - 1, 0)
        for start, end in spans[first:]:
            if start >= line.end:
                break
            yield from self.part(place, start)
            place = max(place, end)
        yield from self.part(place, line.end)

    def part(self, start, end):
        span = self.trimmed(start, max(start, end))
        if span.start < span.end:
            yield span

    def __getitem__(self, span) -> str:
        return self.text[span[0] : span[1]]

    @cached_property
    def lines(self) -> list[Span]:
        """The lines that show something, without the space around them."""
        ends = [found.span() for found in BREAK.finditer(self.text)]
        starts = [0, *(end for _start, end in ends)]
        stops = [*(start for start, _end in ends), len(self.text)]
        spans = (self.trimmed(*edges) for edges in zip(starts, stops, strict=True))
        return [span for span in spans if span.start < span.end]

    def trimmed(self, start: int, end: int) -> Span:
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        return Span(start, max(start, start + len(inner.strip())))

    def line_at(self, place: int) -> Span:
        """The line around `place`, or the one before."""
        number = bisect_right(self.lines, (place, len(self.text))) - 1
        return self.lines[max(number, 0)]

    def line_number(self, place: int) -> int:
        return max(bisect_right(self.lines, (place, len(self.text))) - 1, 0)

    def is_after_blank(self, number: int) -> bool:
        """Whether an empty line stands before line `number`."""
        if number == 0:
            return True
        between = self.text[self.lines[number - 1].end : self.lines[number].start]
        return len(BREAK.findall(between)) > 1

    def sentences(self, span: Span) -> list[Span]:
        return sentences(self.text, span)


def words(text: str) -> list[Word]:
    return [Word(*word.span(), word.group()) for word in WORD.finditer(text)]


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of `span`, the space between them left out."""
    found = SENTENCE_END.finditer(text, *span)
    cuts = [
        one.span()
        for one in found
        if not INITIAL.fullmatch(text[span.start : one.start()])
    ]
    edges = [span.start, *(place for cut in cuts for place in inner(text, cut))]
    pairs = zip(edges[::2], [*edges[1::2], span.end], strict=True)
    return [Span(start, end) for start, end in pairs if start < end]


def inner(text, cut):
    """Where one sentence ends, closing marks included, and the next begins."""
    start, end = cut
    return start + len(text[start:end].rstrip()), end
