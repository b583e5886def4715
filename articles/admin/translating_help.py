"""What is at hand for a passage: terms, names, and what the desk wrote before."""

from dataclasses import dataclass, field

from articles.models import Language
from articles.translating.glossary import Found, find_terms
from articles.translating.memory import Recalled, recall
from articles.translating.names import NameFound, find_names
from articles.translating.sentences import sentences_of

MOST = 9  # keys


@dataclass(frozen=True)
class Help:
    """In the order of the passage; `memory` has what was recalled of each sentence."""

    terms: list[Found] = field(default_factory=list)
    names: list[NameFound] = field(default_factory=list)
    memory: list[Recalled] = field(default_factory=list)

    @property
    def insertions(self) -> list[tuple[int, str, str]]:
        """(number, words of the source, words to insert): what the keys 1 to 9 do."""
        wanted = sorted([*self.names, *self.terms], key=lambda one: one.start)
        pairs = {one.words: one.forms[0] for one in wanted if one.forms}
        shown = list(pairs.items())[:MOST]
        return [(n, words, form) for n, (words, form) in enumerate(shown, start=1)]

    @property
    def warnings(self) -> list[tuple[str, str]]:
        """(words, why the obvious word is wrong)."""
        return [(one.words, one.warning) for one in self.terms if one.warning]


def help_for(text: str, *, language: str) -> Help:
    """For `text`, to be translated into `language`."""
    source = str(Language(language).other)
    names = find_names(text, language=source)
    recalled = recall(sentences_of(text), source=source, target=language)
    return Help(
        find_terms(text, language=source, names=names),
        names,
        [one for found in recalled for one in found[:1]],
    )
