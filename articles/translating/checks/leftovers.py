"""Words that stayed in the source's language, and paragraphs without any."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from articles.intake.languages import LANGUAGES, is_surely
from articles.intake.lines import Copy, Span, sentences
from articles.intake.marks import find_marked

from .case import Case
from .finding import Finding, Kind, Severity

WORD = re.compile(r"[^\W\d_]+")
PLAIN = re.compile(r"(?<![\w’])[a-zà-ÿœ]{2,}(?![\w])")
FEWEST = 3  # words with a small letter, below which two languages may say the same
NEARLY = 88  # per cent
LONGEST = 4_000  # characters compared for being nearly the same


def check(case: Case) -> Iterator[Finding]:
    """Everything left blocks, but what is set apart as somebody’s words."""
    for number, pair in enumerate(case.pairs):
        if pair.target and not pair.target.is_record:
            yield from of_unit(case, number)


def of_unit(case: Case, number: int) -> list[Finding]:
    text = case.target[number]
    if not WORD.search(text):
        return on_empty(case, number)
    if is_left(case, number):
        says = _("This is still the text of the source.")
        return [whole(case, number, Kind.LEFTOVER, says, "translated")]
    if parts := sentences_left(case, number):
        return [sentence(case, number, part) for part in parts]
    if is_foreign(case, text):
        says = _("This is not in the language of the edition.")
        return [whole(case, number, Kind.LANGUAGE, says, case.target.language)]
    return []


def on_empty(case, number):
    source = case.pairs[number].source
    if not source or not WORD.search(source.text):
        return []
    says = _("There are no words here yet.")
    return [whole(case, number, Kind.LEFTOVER, says, "written")]


def whole(case, number, kind, says, expected):
    unit = case.pairs[number].target
    is_set_apart = unit.tag == "blockquote"
    severity = Severity.WARN if is_set_apart else Severity.BLOCK
    return case.found(
        kind, number, (0, len(unit.text)), says, expected, severity=severity
    )


def is_left(case: Case, number: int) -> bool:
    """Whether the words are the source’s own, or nearly, and no mere names."""
    pair = case.pairs[number]
    if not pair.source:
        return False
    plain = PLAIN.findall(case.target[number])
    if pair.source.key == pair.target.key:
        return says_something(plain)
    words = PLAIN.findall(case.source[number])
    if len(plain) < FEWEST or is_own(case, case.target[number]):
        return False
    texts = [" ".join(each)[:LONGEST] for each in (words, plain)]
    return fuzz.ratio(*texts, score_cutoff=NEARLY) > 0


def says_something(plain: list[str]) -> bool:
    """More than “Ligue 1”, a score or “Luis de la Fuente”."""
    return len(plain) > FEWEST or sum(len(word) > 3 for word in plain) > 1


def is_own(case, text):
    return is_surely(text, {case.target.language})


def is_foreign(case: Case, text: str) -> bool:
    """Whether the prose is beyond doubt in another language, quotations aside."""
    others = set(LANGUAGES) - {case.target.language}
    return is_surely(unquoted(text), others)


def unquoted(text):
    """`text` without what stands between quotation marks: words as they were said."""
    if not any(mark in text for mark in "«“\"'‘"):
        return text
    rest, place = [], 0
    for marked in find_marked(Copy(text)):
        rest.append(text[place : marked.outer.start])
        place = marked.outer.end
    return " ".join([*rest, text[place:]])


def sentences_left(case: Case, number: int) -> list[Span]:
    """The sentences of the source that stand among those of the translation."""
    text, source = case.target[number], case.pairs[number].source
    original = case.source[number] if source else ""
    known = {original[slice(*one)] for one in cut(original)}
    parts = cut(text)
    found = [part for part in parts if is_kept(case, text[slice(*part)], known)]
    return found if len(found) < len(parts) else []


def is_kept(case, sentence, known):
    if sentence in known and says_something(PLAIN.findall(sentence)):
        return True
    return is_surely(unquoted(sentence), {case.source.language})


def sentence(case, number, part):
    says = _("This sentence is still in the language of the source.")
    told = {"severity": Severity.BLOCK}
    return case.found(Kind.LEFTOVER, number, part, says, "sentence", **told)


def cut(text):
    return sentences(text, Span(0, len(text)))
