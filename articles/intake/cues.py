"""Verbs that bring words in, occasions on which words are said (domain: quotes).

The French forms are conjugated here from a closed list of infinitives; the reading
never leaves the list, so that "juger" or "sourire" count and other verbs do not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .vocabulary import patterns, words

PHRASES = {
    "fr": re.compile(
        r"\bfai(?:t|sait|re)\ssavoir\b|\bren(?:d|du|dait|dant|dre)\s(?:un\s)?(?:vibrant\s|bel\s)?hommage\b"
        r"|\bparl(?:e|é|ait|ant)(?=\s(?:\w+\s){0,3}d[e’'u])",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:went|goes|carried|going)\son\b|\b(?:hit|shot|fired)\s(?:back|out)\b"
        r"|\bpaid\stribute\b|\bchimed\sin\b",
        re.IGNORECASE,
    ),
}


def conjugated(infinitive: str) -> Iterator[str]:
    """The forms of a verb in -er that tell of speech: past, present, imperfect."""
    stem = infinitive[:-2]
    before_a = stem[:-1] + "ç" if stem.endswith("c") else stem
    before_a = stem + "e" if stem.endswith("g") else before_a
    quiet = re.sub(r"([éèe])([^aeiouyéè]{1,2})$", r"è\2", stem)
    if stem.endswith("appel"):
        quiet = stem + "l"
    yield from (f"{quiet}era", f"{quiet}eront", f"{stem}era", f"{stem}eront")
    past = [f"{stem}é", f"{stem}ée", f"{stem}és", f"{stem}ées"]
    now = [f"{quiet}e", f"{quiet}ent", f"{stem}e", f"{stem}er"]
    yield from (*past, *now, f"{before_a}ait", f"{before_a}aient", f"{before_a}a")
    yield from (f"{stem}èrent", f"{before_a}ant")


def second(infinitive):
    stem = infinitive[:-1]
    yield from (
        stem,
        f"{stem}t",
        f"{stem}e",
        f"{stem}s",
        f"{stem}ssait",
        f"{stem}ssant",
    )
    yield infinitive


def french() -> Iterator[str]:
    for verb in words("verbs.fr.txt"):
        yield from conjugated(verb) if verb.endswith("er") else second(verb)
    yield from words("verbs.fr.forms.txt")


def english() -> Iterator[str]:
    for verb in words("verbs.en.txt"):
        stem = verb[:-1] if verb.endswith("e") else verb
        ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
        yield from (f"{verb}{ending}", f"{stem}ed", f"{stem}ing")
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
        if verb.endswith("y"):
            yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    yield from words("verbs.en.forms.txt")


VERBS = {"fr": frozenset(french()), "en": frozenset(english())}
WORD = re.compile(r"[^\W\d_]+")
# After one of these the word is a noun: “a claim”, “un appel”.
DETERMINERS = {
    "fr": {
        "un",
        "une",
        "des",
        "du",
        "ce",
        "cette",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
    },
    "en": {
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "this",
        "my",
        "our",
        "no",
        "any",
    },
}


class Cue(NamedTuple):
    """A listed verb form as written, and where."""

    text: str
    start: int
    end: int


def find_cues(
    text: str, language: str, start: int = 0, end: int | None = None
) -> list[Cue]:
    """The cues of `language` in `text[start:end]`, in order."""
    known, found, before = VERBS[language], [], ""
    stop = len(text) if end is None else end
    for word in WORD.finditer(text, start, stop):
        form = word.group().lower()
        if form in known and before not in DETERMINERS[language]:
            found.append(Cue(word.group(), *word.span()))
        before = form
    phrases = PHRASES[language].finditer(text, start, stop)
    found += [Cue(phrase.group(), *phrase.span()) for phrase in phrases]
    return sorted(found, key=lambda cue: cue.start)


OCCASIONS = patterns("occasions.txt")
CHANNEL = re.compile(
    r"(?:[aA]u micro d(?:e |[’']|u |es )|\b(?:[Tt]old|[Ss]peaking (?:to|on)|spoke to"
    r"|interview with) )"
    r"(?P<name>(?:be|i|talk)?[A-ZÀ-Þ][\w+&’'.-]*(?:\s(?:[A-ZÀ-Þ][\w+&’'.-]*|\+|\d\b))*)"
)
SHARED = ("press_conference", "mixed_zone", "training_ground")
# A microphone, or a page, without a picture.
NOT_TELEVISION = re.compile(
    r"\bFM\b|Radio|RMC|Europe 1|RTL|talkSPORT|Times|Guardian|Équipe$|Figaro|Monde"
    r"|Parisien|Mail|Post|Herald|Gazette|Provence|Voix|Telegraph|Echo"
)


def occasion(text: str) -> tuple[str, str]:
    """The occasion that `text` names and its broadcaster; ("", "") where none is."""
    kind = next((kind for kind, place in OCCASIONS if place.search(text)), "")
    found = CHANNEL.search(text) if kind == "television" else None
    channel = found["name"].rstrip(".,’'") if found else ""
    if kind == "reporters":
        return "press_conference", ""
    return ("other" if NOT_TELEVISION.search(channel) else kind), channel


def only_occasion(text: str) -> str:
    """The one occasion on which all of `text` was said, where it names just one."""
    found = [kind for kind, place in OCCASIONS if place.search(text)]
    return found[0] if len(found) == 1 and found[0] in SHARED else ""
