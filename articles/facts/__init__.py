"""Checks of an edition's words against the record of its matches (domain: ten kinds).

They warn and never block; a person answers each, with a reason.
"""

from articles.models import Article, Words

from . import (
    goalless,
    names,
    occasions,
    posts,
    rounds,
    scorers,
    scores,
    spelling,
    ties,
)
from .context import Case
from .finding import Finding
from .records import Records
from .text import Text

KINDS = (scores, ties, goalless, scorers, rounds, occasions, names, posts, spelling)
LONGEST = 60_000  # characters of a body; beyond, nobody waits for an answer
ORDER = ("title", "standfirst", "body")

__all__ = ["Finding", "findings"]


def findings(
    article: Article,
    *,
    language: str,
    words: Words | None = None,
    records: Records | None = None,
) -> list[Finding]:
    """What the record says against `words` (the working ones unless told), in order.

    Each is told in the active language. [] for an article without a match.
    """
    records = records or Records(article)
    words = words or article.words(language)
    if not records.sheets or len(words.body) > LONGEST:
        return []
    case = Case(Text(words, records.register, language=language), records)
    found = {one.place: one for kind in KINDS for one in kind.check(case)}
    return sorted(found.values(), key=lambda one: (ORDER.index(one.field), one.start))
