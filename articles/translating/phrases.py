"""The forms of terms, and where they stand in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from articles.intake.lines import Word, words
from articles.models import Term
from articles.models.term import NOT_SOUGHT, VERB
from matches.names import fold

from .inflection import inflected
from .opaque import Taken, opaque_spans

REFLEXIVE = ("se ", "s’", "s'")
GAP = re.compile(r"[\s\u2010\u2011’'ʼ./-]|\s\s")
# What parts a noun from its participle: “le but a été refusé”.
AUXILIARY = (
    "a ont est sont ete etait etaient fut furent sera seront avait aurait serait"
    " was were is are been be has had have will being"
)
AUXILIARIES = frozenset(AUXILIARY.split())
SENTENCE_HEAD = re.compile(r"(?:^|[.!?…:;\n«“\"(—–•])[\s'’‘]*$")
SHORT = 3  # letters, up to which capitals tell one word from another
TITLE_CASE = 0.6  # of the long words in capitals: a headline in English


@dataclass(frozen=True)
class Form:
    term: Term
    text: str
    places: tuple[frozenset[str], ...]  # what each of its words may look like
    rank: int  # 0 of the preferred form
    is_verb: bool

    @cached_property
    def folded(self) -> list[str]:
        return fold(self.text).split()

    @cached_property
    def may_part(self) -> bool:
        """Whether its last word is a participle: “but refusé”."""
        return len(self.places) > 1 and self.text.endswith(("é", "ée", "ed"))


def forms_of(term: Term, *, language: str) -> Iterator[Form]:
    sought = (line for line in term.lines(language) if NOT_SOUGHT not in line)
    for rank, line in enumerate(filter(None, sought)):
        is_verb = VERB in line or language == "fr" and line.startswith(REFLEXIVE)
        text = line.partition("(")[0].strip()
        places = inflected(text, language=language, is_verb=is_verb)
        if places:
            kept = tuple(frozenset(place) for place in places)
            yield Form(term, text, kept, rank, is_verb)


def is_participle(word: str, *, of: str) -> bool:
    """Whether an accent alone parts `word` from a noun: “touché” is no “touche”."""
    return of.endswith("e") and word.lower().endswith(("é", "és"))


class Longest(NamedTuple):
    start: int
    end: int
    after: int  # the number of the word behind
    forms: list[Form]  # the likeliest first


class Sentence:
    """A text cut into words, and what may stand in it where."""

    def __init__(self, text: str, names: Iterable = (), *, language: str):
        self.text, self.words, self.language = text, words(text), language
        named = [(name.start, name.end) for name in names]
        self.taken = Taken(opaque_spans(text) + named)

    def longest(self, known: list[Form], number: int) -> Longest | None:
        """The longest of `known` that stand at word `number`: several if it is one."""
        found = [(form, end) for form in known if (end := self.end_of(form, number))]
        if not found:
            return None
        after = max(end for _form, end in found)
        said = [word.folded for word in self.words[number:after]]
        forms = [form for form, end in found if end == after]
        forms.sort(key=lambda form: (form.folded != said, form.rank, form.term.pk))
        start, end = self.words[number].start, self.words[after - 1].end
        return Longest(start, end, after, forms)

    def end_of(self, form, number):
        """Behind which word `form` ends that begins at word `number`; 0: nowhere."""
        place = number + 1
        for wanted in form.places[1:]:
            if form.may_part and wanted is form.places[-1]:
                place = self.past_auxiliaries(place)
            if not self.is_joined(place) or self.words[place].folded not in wanted:
                return 0
            place += 1
        return place if self.is_meant(form, number, place) else 0

    def past_auxiliaries(self, place):
        for _most in range(3):
            if self.is_joined(place) and self.words[place].folded in AUXILIARIES:
                place += 1
        return place

    def is_joined(self, place):
        """Whether there is a word `place`, hardly parted from the one before."""
        if place >= len(self.words):
            return False
        between = self.text[self.words[place - 1].end : self.words[place].start]
        return GAP.fullmatch(between) is not None

    def is_meant(self, form, number, end):
        """No part of an address or name, and not another word in capitals."""
        found = self.words[number:end]
        if self.taken.holds(found[0].start, found[-1].end):
            return False
        if not form.is_verb and is_participle(found[-1].text, of=form.text):
            return False
        if len(form.text) <= SHORT:
            written = self.text[found[0].start : found[-1].end]
            if form.text.isupper() or written.isupper():
                return form.text == written
        if self.is_title_case or not form.text[:1].islower():
            return True
        return not any(self.is_name(word) for word in found)

    def is_name(self, word: Word):
        """Whether a capital tells a name: “Stade”, within a sentence."""
        if not word.is_capital or word.text.isupper():
            return False
        before = self.text[max(0, word.start - 8) : word.start]
        is_head = word.start == 0 or SENTENCE_HEAD.search(before)
        return not is_head

    @cached_property
    def is_title_case(self):
        if self.language != "en":
            return False
        long = [word for word in self.words if len(word.text) > SHORT]
        capitals = sum(word.is_capital for word in long)
        return len(long) > 2 and capitals >= TITLE_CASE * len(long)
