"""Names of the source that the translation spells right elsewhere, and wrong here."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from rapidfuzz import process
from rapidfuzz.distance import OSA

from articles.intake.lines import words
from articles.intake.naming import OPENERS
from articles.intake.register import names_of
from matches.names import fold

from .case import Case
from .finding import Finding, Kind
from .names import listed

SHORTEST, LONG = 6, 9  # letters, from which one may be wrong, and two
MOST = 300  # names asked for beside one unit


def check(case: Case) -> Iterator[Finding]:
    asked = {word.folded for word in words(case.source.text)}
    said = {word.folded for word in words(case.target.text) if word.is_capital}
    clubs = of_clubs(case)
    fine = asked | listed() | OPENERS | clubs
    for number, _pair in case.prose:
        known = {
            name: text
            for name, text in names(case, number).items()
            if name in said or name in clubs
        }
        for word in words(case.target[number]):
            if word.is_capital and word.folded not in fine:
                yield from on_word(case, number, word, known)


def of_clubs(case) -> set[str]:
    """The words of the names that clubs on record have in the target's language."""
    if case.register is None:
        return set()
    names = [n for team in case.register.teams.values() for n in names_of(team) if n]
    return {word for name in names for word in fold(name).split()}


def names(case, number) -> dict[str, str]:
    """The words with a capital in the source there: folded → as written."""
    found = {}
    for near in case.near(number):
        for word in words(case.source[near]):
            if word.is_capital and len(word.folded) >= SHORTEST:
                found.setdefault(word.folded, word.text)
    return dict([*found.items()][:MOST])


def on_word(case, number, word, known):
    if len(word.folded) < SHORTEST - 1 or not known:
        return
    most = 2 if len(word.folded) >= LONG else 1
    told = {"scorer": OSA.distance, "score_cutoff": most}
    near = process.extractOne(word.folded, list(known), **told)
    if near and not is_ending(word.folded, near[0]):
        says = _("The source says “%(words)s”.") % {"words": known[near[0]]}
        span = word.start, word.end
        yield case.found(Kind.NAME, number, span, says, known[near[0]])


def is_ending(one, other):
    """A plural, or what a language makes of a name: no slip."""
    return one.rstrip("s") == other.rstrip("s") or one[:-1] == other[:-1]
