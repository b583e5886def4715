"""Quotes: words between marks that somebody is told to have said.

What stands around the marks tells the rest: the verb (cue), the speaker, the occasion
(domain: French and English patterns). Titles, nicknames and irony stand between marks
too; nobody is told to have said them.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from articles.characters import storable
from matches.models import Membership

from . import cues, languages
from .contexts import FULL, Context
from .lines import Copy
from .marks import Marked
from .mentions import Mentions
from .proposal import FoundQuote
from .speaking import Speakers, Who
from .telling import Teller, Told

TITLE_WORDS = 3  # up to that many words that nobody is told to say: a title, irony
TITLED = re.compile(
    r"\b(?:émission|quotidien|journal|magazine|hebdomadaire|titre|documentaire|film|chanson"
    r"|livre|surnommée?|baptisée?|intitulée?|revue|série|programme|show|newspaper|book|song"
    r"|nicknamed|entitled|titled|headlined|so-called)$",
    re.IGNORECASE,
)
LONG = 40  # characters that tell their language


def find_quotes(
    copy: Copy,
    mentions: Mentions,
    marked: list[Marked],
    *,
    language: str,
    roles: list[Membership],
) -> list[FoundQuote]:
    """Those of `marked` that somebody said, in order.

    `roles` are the memberships valid on the day of the match; the lines of `copy` hold
    prose only.
    """
    speakers = Speakers(copy, mentions, roles, marked)
    return Reader(copy, language, marked, Teller(mentions, language), speakers).read()


@dataclass
class Reader:
    copy: Copy
    language: str
    marked: list[Marked]
    teller: Teller
    speakers: Speakers

    def read(self) -> list[FoundQuote]:
        found, self.place, self.since, told = [], ("", ""), 0, Told()
        previous = None
        for number, marked in enumerate(self.marked):
            following = next(iter(self.marked[number + 1 : number + 2]), None)
            context = Context(self.copy, self.language, marked, previous, following)
            now = self.told(context, told)
            if self.is_said(context, now):
                found.append(self.quote(marked, context, now, found))
                previous, told = marked, now
        return [self.shared(quote) for quote in found]

    def shared(self, quote):
        """With the occasion on which all was said, where the copy names just one."""
        return quote if quote.occasion else replace(quote, occasion=self.only_occasion)

    @cached_property
    def only_occasion(self):
        headline = cues.occasion(self.copy[self.copy.lines[0]])[0]
        return headline or cues.only_occasion(self.copy.text)

    def told(self, context, previous):
        """What tells of a quote; one that goes on after its tag is told by that."""
        if context.interrupts and previous.cue:
            return replace(previous, named=None, where="before it goes on")
        told = self.teller.told(context)
        if context.goes_on and not told.cue and not told.named and previous.where:
            return replace(previous, named=None, where="before it goes on")
        goes_on = context.follows_in_line and not context.lead_text
        if not told.cue and not told.named and goes_on and not context.sentence_before:
            return Told(None, previous.cue, "before it goes on" if previous.cue else "")
        return told

    def is_said(self, context, told):
        """Whether these are somebody's words, not a title, a nickname or irony."""
        words = len(re.findall(r"\w+(?:[’'-]\w+)*", context.words))
        if TITLED.search(context.lead_text):
            return False
        if context.quote.opening in "‘'" and not self.is_plain(context, told, words):
            return False
        if context.kind == FULL:
            is_sentence = context.words.rstrip()[-1:] in ".!?…"
            return (
                bool(told.where)
                or words > TITLE_WORDS
                or (words > 1 and is_sentence)
                or context.is_alone
            )
        if words == 1:
            return told.where == "before the words" and bool(told.named)
        return bool(told.where) and bool(told.cue or words > 1)

    def is_plain(self, context, told, words):
        """Single marks are apostrophes and irony unless somebody is told to speak."""
        if context.kind == FULL:
            return bool(told.where) or context.is_alone
        return words > 2 and bool(told.cue)

    def quote(self, marked, context, told, found):
        who = self.who(context, told)
        text = self.words_of(marked, context)
        occasion, broadcaster = self.occasion(context, who)
        previous = found[-1] if found else None
        is_same = previous and who.key and who.key == self.key_of(previous)
        self.speakers.heard(who, marked.outer.end)
        return FoundQuote(
            start=marked.start,
            end=marked.end,
            why=who.why or told.why or "quotation marks",
            text=text,
            kind=context.kind,
            language=self.spoken(text),
            speaker=who.person,
            speaker_name=who.name,
            role=who.role,
            cue=told.cue,
            occasion=occasion,
            broadcaster=broadcaster,
            continues=len(found) - 1 if is_same else None,
            passage=context.passage,
            is_headline=context.is_headline,
        )

    def key_of(self, quote):
        return Who(quote.speaker, quote.speaker_name).key

    def who(self, context, told):
        if told.named is None and not told.where and context.is_headline:
            return self.speakers.first_after(context.quote.outer.end)
        return self.speakers.who(told.named, context.quote.outer.start, why=told.why)

    def occasion(self, context, who):
        """As the words around name it, else the prose since the last quote, else as
        the same speaker's before."""
        here = cues.occasion(context.around)
        between = self.copy.text[self.since : context.quote.outer.start]
        here = here if here[0] else cues.occasion(between[-1000:])
        is_same = who.key and who.key == getattr(self, "last_key", None)
        if not here[0] and (is_same or context.goes_on or context.follows_in_line):
            here = self.place
        self.place, self.last_key = here, who.key
        self.since = context.tag.end if context.tag else context.quote.outer.end
        return here

    def spoken(self, text):
        found = languages.detect(text) if len(text) > LONG else ""
        return found if found in ("fr", "en") else self.language

    def words_of(self, marked, context):
        """The words alone: an incise taken out, the marks of paragraphs left out."""
        parts = [" ".join(self.copy[part].split("\n")) for part in marked.parts]
        if context.cut:
            start, end = context.cut
            first = self.copy.text[marked.start : start + 1].rstrip(",")
            glue = " " if first[-1:] in "!?…" else ", "
            parts = [first + glue + self.copy.text[end : marked.end]]
        return storable("\n".join(part.strip() for part in parts))
