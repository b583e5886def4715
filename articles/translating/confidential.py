"""What never leaves the desk: words under embargo, and words off the record."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import Article, Edition, Quote
from matches.names import fold

RUN = 5  # words of an off-record quote in a row give it away


def reason_to_keep(article: Article, texts: Iterable[str], *, at: datetime) -> str:
    """Why `texts`, of `article`, go to no one outside at `at`; "" when they may.

    Read from the database as it is now.
    """
    if any(is_under_embargo(one, at=at) for one in article.editions.all()):
        return _("The story is under embargo: its words stay on the desk.")
    if any(gives_away(quote, texts) for quote in off_record()):
        return _("The passage holds words said off the record: it stays on the desk.")
    return ""


def is_under_embargo(edition: Edition, *, at: datetime) -> bool:
    """An embargo that names no end has none."""
    if edition.embargo_until or edition.embargo_match_id:
        return edition.is_under_embargo(at=at)
    return bool(edition.embargo_source or edition.embargo_note)


def off_record() -> Iterator[list[str]]:
    """Every wording of each quote off the record, a list of folded words."""
    secret = Quote.objects.filter(is_off_record=True).prefetch_related("variants")
    for quote in secret:
        others = [variant.text for variant in quote.variants.all()]
        wordings = [quote.text, quote.translation_fr, quote.translation_en, *others]
        yield from (fold(text).split() for text in wordings if text)


def gives_away(quote: list[str], texts: Iterable[str]) -> bool:
    """Whether one of `texts` has the whole of `quote`, or RUN words of it in a row."""
    size = min(RUN, len(quote))
    runs = [" ".join(quote[n : n + size]) for n in range(len(quote) - size + 1)]
    said = [f" {' '.join(fold(text).split())} " for text in texts]
    return any(f" {run} " in words for run in runs if run for words in said)
