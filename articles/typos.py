"""Which changes of published words are typos: those nobody has to be told of.

Silent edits are forbidden but for the first minutes (domain: corrections). A typo is
a letter or two of a word, a word written twice, a small word left out; never a
figure, a negation, a name that the desk knows, or what is shown among the words.
"""

import re
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from functools import cached_property

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from rapidfuzz.distance import OSA

from matches.names import fold

from .intake.register import Register
from .models import Edition, Words
from .translating.checks.reading import figures
from .translating.units import FIELDS, units

SILENT = timedelta(minutes=5)
TOKEN = re.compile(r"\d+(?:[.,:+–/-]\d+)*|[^\W\d_]+")
NEGATIONS = {
    "fr": {"ne", "n", "pas", "plus", "non", "ni", "sans", "jamais", "rien"},
    "en": {"no", "not", "nor", "never", "t"},
}
SMALL = 3  # letters of a word that may be left out by mistake


def reasons(edition: Edition, *, at: datetime) -> list[str]:
    """Why the working words of `edition` are no typo of those readers have at `at`."""
    if at < edition.first_published_at + SILENT:
        return []
    before, after = edition.release.words, edition.words
    shown = edition.release.lead_photo_id == edition.article.lead_photo_id
    if not shown or records(before) != records(after):
        return [
            _(
                "This is more than a typo: what is shown among the words changes. "
                "Choose an update, a correction or a clarification."
            )
        ]
    found = Comparison(before, after, edition.language).first
    return [sentence(*found)] if found else []


def sentence(old, new):
    told = {"old": Truncator(old).chars(60), "new": Truncator(new).chars(60)}
    if not old:
        said = _(
            "This is more than a typo: “%(new)s” is new. Choose an update, a "
            "correction or a clarification."
        )
    elif not new:
        said = _(
            "This is more than a typo: “%(old)s” is gone. Choose an update, a "
            "correction or a clarification."
        )
    else:
        said = _(
            "This is more than a typo: “%(old)s” becomes “%(new)s”. Choose an "
            "update, a correction or a clarification."
        )
    return said % told


def records(words):
    return [unit.record for unit in units(words) if unit.is_record]


class Comparison:
    def __init__(self, before: Words, after: Words, language: str):
        self.before, self.after, self.language = before, after, language
        self.negations = NEGATIONS[language]

    @cached_property
    def register(self):
        return Register()

    @property
    def first(self) -> tuple[str, str] | None:
        """The first words that differ by more than a typo, as they were and are."""
        for name in FIELDS:
            old, new = (tokens(words, name) for words in (self.before, self.after))
            matcher = SequenceMatcher(None, old, new, autojunk=False)
            for tag, i, j, k, m in matcher.get_opcodes():
                if tag != "equal" and not self.is_typo(old, new, i, j, k, m):
                    return " ".join(old[i:j]), " ".join(new[k:m])
        return None

    def is_typo(self, old, new, i, j, k, m):
        was, now = old[i:j], new[k:m]
        if len(was) == len(now):
            return all(map(self.is_slip, was, now))
        if not now:
            return is_doubled(old, i, j) or self.is_small(was)
        if not was:
            return is_doubled(new, k, m) or self.is_small(now)
        return self.is_slip("".join(was), "".join(now))

    def is_slip(self, was, now):
        """One word spelt in two ways."""
        if fold(was) == fold(now):
            return True
        if values(was, self.language) != values(now, self.language):
            return False
        if {fold(was), fold(now)} & self.negations:
            return False
        most = 1 if min(len(was), len(now)) <= SMALL + 1 else 2
        return OSA.distance(fold(was), fold(now)) <= most and not self.is_name(was)

    def is_small(self, words):
        word = words[0]
        small = len(words) == 1 and len(word) <= SMALL and word.islower()
        return small and fold(word) not in self.negations

    def is_name(self, word):
        """Of a team or a person as the desk spells it."""
        if not word[0].isupper():
            return False
        people = self.register.people((), [word])
        names = {part for one in people for part in fold(one.full_name).split()}
        return fold(word) in names | self.register.spellings.keys()


def tokens(words, name):
    said = [unit.key for unit in units(words) if unit.field == name]
    return TOKEN.findall("\n".join(said))


def is_doubled(words, start, end):
    """What stands there stands just before it, or just after, too."""
    run, size = words[start:end], end - start
    return run in (words[max(start - size, 0) : start], words[end : end + size])


def values(word, language):
    """The numbers it may mean, in figures or letters."""
    digits = {word} if word[0].isdigit() else set()
    return digits.union(*(one.values for one in figures(word, language)))
