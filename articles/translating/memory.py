"""What the desk wrote before for a sentence, in either direction.

Remembered is what readers could read in both languages, sentence by sentence.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone
from rapidfuzz import fuzz

from articles.models import Edition, RememberedSentence, SentenceTrace
from articles.models.article import Language

from .candidates import candidates
from .sentences import sentence_pairs
from .traces import key, traces
from .units import normalised, units

LONGEST = 1000  # characters of a sentence
CLOSE, EXACT = 70, 100  # per cent of the characters
# Three words or more between quotation marks.
SPOKEN = re.compile(
    r"[«“\"][^\w«»“”\"]*[\w’']+(?:[^\w«»“”\"’']+[\w’']+){2}[^«»“”\"]*[»”\"]"
)


@dataclass(frozen=True)
class Recalled:
    """A sentence of old, its translation, and the article that has both."""

    score: int  # 100: the same words
    source: str
    target: str
    title: str
    address: str  # of the article's form
    used_at: datetime


@transaction.atomic
def remember(edition: Edition, pairs: Iterable[tuple[str, str]], *, at=None) -> int:
    """Replaces what is known of `edition`, a translation; how many sentences it is.

    `pairs` are texts of units, the source's and the edition's. What readers may not
    read in both languages at `at` (aware, default now) is not remembered, nor is
    speech: quotes are records, and have translations of their own.
    """
    source = Language(edition.language).other
    texts = public_texts(edition, [source, edition.language], at=at or timezone.now())
    if texts is None:
        return 0
    edition.remembered.all().delete()
    found = [
        row(edition, sentence, translation, at=at)
        for one, other in pairs
        if normalised(one) in texts[source]
        and normalised(other) in texts[edition.language]
        for sentence, translation in sentence_pairs(one, other)
        if is_telling(sentence) and is_telling(translation)
    ]
    keep(list({(one.key_fr, one.key_en): one for one in found}.values()))
    return edition.remembered.count()


def public_texts(edition, languages, *, at):
    """Language → the words of each unit that readers may read; None: not in both."""
    public = edition.article.editions.public_in(languages, at=at)
    releases = {one.language: one.release for one in public.select_related("release")}
    if len(releases) < len(languages):
        return None
    return {
        code: {unit.key for unit in units(one.words)} for code, one in releases.items()
    }


def is_telling(sentence):
    is_words = any(character.isalpha() for character in sentence)
    return is_words and len(sentence) <= LONGEST and not SPOKEN.search(sentence)


def row(edition, sentence, translation, *, at=None):
    other = str(edition.language)
    source = str(Language(other).other)
    return RememberedSentence(
        edition=edition,
        source_language=source,
        remembered_at=at or timezone.now(),
        **{f"text_{source}": sentence, f"text_{other}": translation},
        **{f"key_{source}": key(sentence), f"key_{other}": key(translation)},
    )


def keep(sentences: list[RememberedSentence]):
    """Saves new rows with their traces in both languages."""
    RememberedSentence.objects.bulk_create(sentences)
    SentenceTrace.objects.bulk_create(
        [
            SentenceTrace(sentence=one, trace=trace)
            for one in sentences
            for code in Language.values
            for trace in traces(getattr(one, f"text_{code}"), language=code)
        ],
        batch_size=5000,
    )


def recall(
    sentences: list[str], *, source: str, target: str, limit: int = 3
) -> list[list[Recalled]]:
    """For each sentence in the language `source`, at most `limit` translations.

    Exact ones first, then the closest; of equals, the newest. Each translation of the
    same words is told once, where it was used last.
    """
    asked = [normalised(sentence) for sentence in sentences]
    exact = same(sentences, source=source)
    near = candidates(sentences, language=source)
    ids = {pk for each in near for pk in each} | {
        pk for pks in exact.values() for pk in pks
    }
    known = told(ids, source)
    ranked = [
        best({*exact.get(key(said), ()), *close}, said, known, limit)
        for said, close in zip(asked, near, strict=True)
    ]
    rows = details({pk for each in ranked for _score, pk in each}, source, target)
    return [[Recalled(score, *rows[pk]) for score, pk in each] for each in ranked]


def same(sentences, *, source):
    """Key → ids of those who say the very same, the newest of each translation."""
    newest = Window(
        RowNumber(), partition_by=[F("key_fr"), F("key_en")], order_by=F("pk").desc()
    )
    wanted = {key(sentence) for sentence in sentences}
    rows = RememberedSentence.objects.filter(**{f"key_{source}__in": wanted})
    found = {}
    newest_rows = rows.order_by().annotate(nth=newest).filter(nth=1)
    for one, pk in newest_rows.values_list(f"key_{source}", "pk"):
        found.setdefault(one, []).append(pk)
    return found


def told(ids, source):
    """Id → (the words compared, both keys)."""
    columns = ("pk", f"text_{source}", "key_fr", "key_en")
    rows = RememberedSentence.objects.filter(pk__in=ids).order_by()
    return {
        pk: (normalised(text), keys) for pk, text, *keys in rows.values_list(*columns)
    }


def best(ids, said, known, limit):
    """(score, id) of the closest, each pair of texts once."""
    found = {}
    for pk in sorted(ids & known.keys()):
        words, keys = known[pk]
        if score := likeness(said, words):
            found[tuple(keys)] = (score, pk)
    return sorted(found.values(), reverse=True)[:limit]


def likeness(one, other):
    """Per cent, 0 when not close; 100 for the same words alone."""
    if one == other:
        return EXACT
    score = fuzz.ratio(one.casefold(), other.casefold(), score_cutoff=CLOSE)
    return min(int(score), EXACT - 1)


def details(ids, source, target):
    columns = (
        f"text_{source}",
        f"text_{target}",
        "edition__release__title",
        "edition__article_id",
        "remembered_at",
    )
    rows = RememberedSentence.objects.filter(pk__in=ids).order_by()
    found = {}
    for pk, one, other, title, article, at in rows.values_list("pk", *columns):
        address = reverse("admin:articles_article_change", args=[article])
        found[pk] = (one, other, title, address, at)
    return found
