"""Where a quote stands: the tag after it, the words and the sentence before it."""

import re
from dataclasses import dataclass
from functools import cached_property

from articles.models import Quote

from . import cues
from .lines import Copy, Span
from .marks import Marked

FULL, PARTIAL = Quote.Kind.FULL, Quote.Kind.PARTIAL
LONGEST_TAG, REACH = 220, 160  # characters
TAG_ENDS = re.compile(r"[.!?…](?=\s|[»”\"*]|$)|[«“„]|(?<=\s)\"(?=\S)|;\s")
# What may follow the verb and its subject in an incise: “, qui…,”, “, l’air las,”.
TRAIL = re.compile(
    r",\s(?:qui|que|dont|où|l[’']air|l[’']œil|non sans|tout en|un brin|en \w+ant"
    r"|sourire|(?:le|la|les|l[’'])\s?\w+ (?:sur|dans|au|aux|en|à)|who|whose|with|his"
    r"|her)\b"
    r"[^,«»“”.!?]{0,60}(?=,\s)"
)
INVERTED = re.compile(r"[-\u2011](?:t[-\u2011])?(?:il|elle|on)\b", re.IGNORECASE)
INCISE = re.compile(r"[,!?…]\s(?P<incise>[^,«»“”\"!?.;:]{4,70})(?=,\s)")
SENTENCE = re.compile(r"[.!?…]\s")
CLOSED = re.compile(r"[.!?…][»”\"’')*\s]*$")
AUXILIARIES = {
    "he",
    "she",
    "a",
    "ont",
    "s",
    "est",
    "sont",
    "avait",
    "était",
    "t",
    "il",
    "elle",
}
BARE = " \t\u202f\u00a0\u200b\u00ad*_#>•·|"


@dataclass
class Context:
    """The surroundings of `quote` in its paragraph, between two others."""

    copy: Copy
    language: str
    quote: Marked
    previous: Marked | None = None
    following: Marked | None = None

    @cached_property
    def line(self) -> Span:
        return self.copy.line_at(self.quote.outer.start)

    @cached_property
    def last_line(self) -> Span:
        return self.copy.line_at(self.quote.outer.end - 1)

    @cached_property
    def before(self) -> int:
        """Where the quote before in the paragraph ends, else where the line begins."""
        end = self.previous.outer.end if self.previous else 0
        return max(end, self.line.start)

    @cached_property
    def follows_in_line(self) -> bool:
        return self.before != self.line.start

    @cached_property
    def sentences(self) -> list[Span]:
        """What stands between the quote before, or the line's beginning, and this."""
        return self.copy.sentences(Span(self.before, self.quote.outer.start))

    @cached_property
    def lead(self) -> Span:
        """What stands before the quote in its own sentence."""
        end = self.quote.outer.start
        if not self.copy.text[self.before : end].strip(BARE):
            return Span(end, end)
        last = self.sentences[-1]
        if CLOSED.search(self.copy.text[last.start : end]):
            return Span(end, end)
        return Span(max(last.start, end - 2 * REACH), end)

    @cached_property
    def lead_text(self) -> str:
        return self.copy[self.lead].strip(BARE)

    @cached_property
    def sentence_before(self) -> Span | None:
        """The one before the quote's own sentence, in the same paragraph."""
        earlier = [one for one in self.sentences if one.end <= self.lead.start]
        is_tag = len(earlier) == 1 and self.follows_in_line
        return earlier[-1] if earlier and not is_tag else None

    @cached_property
    def interrupts(self) -> bool:
        """Whether only an incise parts it from the one before: « A », dit-il, « B »."""
        if not self.follows_in_line or len(self.sentences) != 1:
            return False
        between = self.copy.text[self.before : self.quote.outer.start].strip(BARE)
        told = cues.find_cues(between, self.language)
        return bool(told) and between.endswith(",")

    @cached_property
    def goes_on(self) -> bool:
        """Whether it stands in the sentence of the quote before."""
        if not self.follows_in_line or self.kind != PARTIAL:
            return False
        between = self.copy.text[self.before : self.quote.outer.start]
        return len(self.sentences) == 1 and not SENTENCE.search(between)

    @cached_property
    def tag(self) -> Span | None:
        """What follows the closing mark up to the end of the sentence."""
        start = self.quote.outer.end
        stop = min(self.last_line.end, start + LONGEST_TAG)
        if self.following:
            stop = min(stop, max(start, self.following.outer.start))
        end = TAG_ENDS.search(self.copy.text, start, stop)
        end = end.start() if end else stop
        text = self.copy.text[start:end]
        is_tag = len(text.strip()) > 1 and self.is_tag(text.strip(BARE))
        return Span(start, end) if is_tag else None

    def is_tag(self, text) -> bool:
        if text[:1] in ",–—-(:" or text[:1].islower():
            return True
        inside = self.copy.text[self.quote.end - 1 : self.quote.end]
        if inside not in ".!?…" or self.language != "en":
            return inside not in ".!?…"
        return inside != "." or bool(cues.find_cues(" ".join(text.split()[:4]), "en"))

    @cached_property
    def cut(self) -> tuple[int, int] | None:
        """The incise inside the marks with the punctuation around it."""
        if len(self.quote.parts) > 1:
            return None
        start = self.quote.start
        while found := INCISE.search(self.copy.text, start, self.quote.end):
            told = cues.find_cues(found["incise"], self.language)
            if told and is_incise(found["incise"], told[0].text):
                trail = TRAIL.match(self.copy.text, found.end(), self.quote.end)
                return found.start(), (trail or found).end() + 2
            start = found.start() + 1
        return None

    @cached_property
    def incise(self) -> Span | None:
        return Span(self.cut[0] + 2, self.cut[1] - 2) if self.cut else None

    @cached_property
    def words(self) -> str:
        return self.copy.text[self.quote.start : self.quote.end]

    @cached_property
    def kind(self) -> str:
        """Full: it begins a sentence of its own. Partial: it stands within a clause."""
        text = self.words[:4].lstrip("…. [(\"'“‘")
        if not text[:1].isupper() and not text[:1].isdigit():
            return PARTIAL
        lead = self.copy[self.lead].rstrip(BARE)
        if not lead or lead[-1] in '.:!?…»”"—–-)(/':
            return FULL
        if lead[-1] == ",":
            has_cue = bool(cues.find_cues(lead, self.language))
            return FULL if has_cue or self.language == "en" else PARTIAL
        return PARTIAL

    @cached_property
    def is_alone(self) -> bool:
        """Whether the paragraph is the quote and nothing else."""
        rest = self.copy.text[self.line.start : self.quote.outer.start]
        rest += self.copy.text[self.quote.outer.end : self.last_line.end]
        return not rest.strip(BARE + ".,!?…–—-")

    @cached_property
    def is_headline(self) -> bool:
        """Whether it stands in the first line, and that is a headline."""
        line = self.copy[self.line]
        return (
            self.line == self.copy.lines[0]
            and len(self.copy.lines) > 1
            and len(line) < REACH
            and not line.endswith(".")
        )

    @cached_property
    def around(self) -> str:
        """The words outside the marks that may name the occasion."""
        spans = (self.sentence_before, self.lead, self.incise, self.tag)
        return " ".join(self.copy[span] for span in spans if span)

    @cached_property
    def passage(self) -> tuple[int, int] | None:
        """What the record takes the place of: a full quote with its tag, or None."""
        if self.kind != FULL or self.is_headline or len(self.lead_text) > 60:
            return None
        start = self.lead.start if self.lead_text else self.quote.outer.start
        end = self.tag.end if self.tag else self.quote.outer.end
        while end < self.last_line.end and self.copy.text[end] in ".!?…,;*":
            end += 1
        return start, end


def is_incise(text, cue):
    """Whether the verb comes first: “dit-il”, “a ajouté le coach”."""
    words = re.findall(r"\w+", text.lower())
    while words and words[0] in AUXILIARIES:
        words.pop(0)
    return words[:1] == [cue.lower()] or bool(INVERTED.search(text))
