"""When the memory takes in what the desk translated: once readers have it twice."""

from datetime import datetime, timedelta

from articles.models import Article, Edition

from .kept import said
from .memory import remember

DAY = timedelta(days=1)


def remember_article(article: Article, *, at: datetime) -> int:
    """Takes in the translations among its editions; how many that are public."""
    translations = article.editions.translated()
    return sum(bool(remember(one, said(one), at=at)) for one in translations)


def remember_due(*, at: datetime) -> int:
    """Takes in what became public in the day up to `at` without anyone's act."""
    due = Edition.objects.became_public(since=at - DAY, at=at)
    articles = {edition.article_id: edition.article for edition in due}
    return sum(remember_article(article, at=at) for article in articles.values())
