"""The terms of the glossary in a sentence, with what the other language says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest

from articles.models import Term
from articles.models.article import Language
from articles.models.term import VERB, plain

from .phrases import Sentence, forms_of


@dataclass(frozen=True)
class Found:
    """A term in a text: characters `start` to `end`."""

    start: int
    end: int
    words: str
    terms: tuple[Term, ...]  # that those words may stand for, the likeliest first
    target: str  # the other language
    is_verb: bool = False

    @property
    def term(self) -> Term:
        return self.terms[0]

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """What the other language says, the best first."""
        offered = [self.offered(term) for term in self.terms]
        best = [form for forms in offered for form in forms[:1]]
        others = [form for forms in offered for form in forms[1:]]
        return tuple(dict.fromkeys(best + others))

    def offered(self, term):
        """Verbs for a verb: “booked” is “avertir” before it is “carton jaune”."""
        lines = term.lines(self.target)
        verbs = [line for line in lines if VERB in line] if self.is_verb else []
        return plain(verbs + lines)

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """What it never says for these words; right for one meaning is right."""
        wrong = [form for term in self.terms for form in term.wrong_forms(self.target)]
        return tuple(form for form in wrong if form not in self.forms)

    @property
    def warning(self) -> str:
        """Why the obvious word is wrong, or ""."""
        notes = [term.note for term in self.terms if term.is_false_friend]
        return " ".join(notes)


class Matcher:
    """The terms of one language, found wherever they stand; built once, read often."""

    def __init__(self, terms: Iterable[Term], *, language: str):
        self.language = language
        self.target = str(Language(language).other)
        self.first = defaultdict(list)
        for form in (
            form for term in terms for form in forms_of(term, language=language)
        ):
            for word in form.places[0]:
                self.first[word].append(form)

    def find(self, text: str, *, names: Iterable = ()) -> list[Found]:
        """In order, never overlapping, nor in `names` (of what has start and end)."""
        spelt = Sentence(text, names, language=self.language)
        found, number = [], 0
        while number < len(spelt.words):
            known = self.first.get(spelt.words[number].folded)
            match = spelt.longest(known, number) if known else None
            if match:
                found.append(self.found(text, match))
            number = match.after if match else number + 1
        return found

    def found(self, text, match):
        terms = tuple({form.term.pk: form.term for form in match.forms}.values())
        words = text[match.start : match.end]
        is_verb = match.forms[0].is_verb
        return Found(match.start, match.end, words, terms, self.target, is_verb)


@lru_cache(maxsize=2)
def matchers(version: tuple) -> dict[str, Matcher]:
    """Language → matcher, of the terms as they stand at `version`."""
    terms = list(Term.objects.order_by("pk"))
    return {code: Matcher(terms, language=code) for code in Language.values}


def find_terms(text: str, *, language: str, names: Iterable = ()) -> list[Found]:
    """The terms of `text`, in order, outside its `names`; one small query."""
    return find_all_terms([text], language=language, names=[names])[0]


def find_all_terms(
    texts: Iterable[str], *, language: str, names: Iterable[Iterable] = ()
) -> list[list[Found]]:
    """`find_terms` of each text, and the names in each, for the same one query."""
    matcher = matchers(Term.objects.version())[language]
    pairs = zip_longest(texts, names, fillvalue=())
    return [matcher.find(text, names=named) for text, named in pairs]
