"""What the checks against the match record still ask, and what someone has answered."""

from functools import partial

from articles import answering
from articles.answering import Checks
from articles.models import Article, Dismissal, Words

from . import findings
from .records import Records


def checks(
    article: Article,
    *,
    language: str,
    words: Words | None = None,
    records: Records | None = None,
) -> Checks:
    found = findings(article, language=language, words=words, records=records)
    return answering.sorted_out(found, article, language=language)


def dismiss(
    article: Article,
    mark: str,
    *,
    language: str,
    reason: str,
    by,
    words: Words | None = None,
) -> Dismissal:
    """Raises as `answering.dismiss` does."""
    find = partial(findings, article, language=language, words=words)
    told = {"language": language, "reason": reason, "by": by}
    return answering.dismiss(article, mark, find=find, **told)
