"""The words of an edition as the checks read them: one text, its places known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.blocks import Record, blocks, text_of
from articles.intake.languages import is_surely
from articles.intake.lines import Copy, Span
from articles.intake.marks import find_marked
from articles.intake.mentions import Mentions
from articles.intake.named import Named, within
from articles.intake.register import Register
from articles.models import Language, Words

ALIKE = str.maketrans({"'": "’", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})


@dataclass(frozen=True)
class Sentence:
    span: Span
    paragraph: Span
    text: str

    @property
    def start(self):
        return self.span.start


class Text:
    """Title, standfirst and body, a block a line; marks of one width are made alike."""

    def __init__(self, words: Words, register: Register, *, language: str):
        self.language, self.register = language, register
        self.fields: dict[str, Span] = {}
        self.quoted: list[Span] = []
        self.embeds: list[tuple[Record, int]] = []
        self.written = ""
        for name in ("title", "standfirst"):
            start = len(self.written)
            self.add(getattr(words, name) or "")
            self.fields[name] = Span(start, len(self.written) - 1)
        self.read_body(words.body or "")
        self.text = self.written.translate(ALIKE)
        self.copy = Copy(self.text)
        self.quoted += [marked.outer for marked in find_marked(self.copy)]
        self.quoted += [line for line in self.copy.lines if self.is_foreign(line)]

    def is_foreign(self, line):
        """A line pasted in the other language: a post, words left as they were said."""
        other = Language(self.language).other
        return is_surely(self.copy[line], {str(other)})

    def add(self, line):
        self.written += line + "\n"

    def read_body(self, html):
        start = len(self.written)
        for block in blocks(html):
            if isinstance(block, Record):
                self.embeds.append((block, len(self.written)))
                continue
            began = len(self.written)
            self.add(text_of(block.html))
            if block.html.startswith("<blockquote"):
                self.quoted.append(Span(began, len(self.written)))
        self.fields["body"] = Span(start, len(self.written))

    @cached_property
    def mentions(self) -> Mentions:
        return Mentions(self.copy, self.register, language=self.language)

    @cached_property
    def clubs(self) -> list[Named]:
        return self.mentions.teams

    @cached_property
    def people(self) -> list[Named]:
        return self.mentions.people

    @cached_property
    def sentences(self) -> list[Sentence]:
        return [
            Sentence(span, line, self.copy[span])
            for line in self.copy.lines
            for span in self.copy.sentences(line)
        ]

    @cached_property
    def head(self) -> int:
        """Where the title, the standfirst and the first paragraph end."""
        body = [
            line for line in self.copy.lines if line.start >= self.fields["body"][0]
        ]
        return body[0].end if body else self.fields["body"].end

    def is_quoted(self, place: int) -> bool:
        return any(span.holds(place) for span in self.quoted)

    def find(self, pattern: re.Pattern, *, head: bool = False) -> Iterator[tuple]:
        """(sentence, match) wherever `pattern` stands in prose, outside quotations."""
        for sentence in self.sentences:
            if head and sentence.start >= self.head:
                return
            for found in pattern.finditer(self.text, *sentence.span):
                if not self.is_quoted(found.start()):
                    yield sentence, found

    def within(self, named: list[Named], span) -> list[Named]:
        return within(named, *span)

    def place(self, start: int, end: int) -> tuple[str, int, int]:
        """(field, start, end) of a part of the text."""
        name = next(n for n, span in reversed(self.fields.items()) if span[0] <= start)
        return name, start - self.fields[name].start, end - self.fields[name].start
