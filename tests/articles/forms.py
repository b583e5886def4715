"""The article's form, as a browser would send it."""

from django.urls import reverse

from articles.models import Article
from articles.models.article import WORDS


def typed(article, **changes):
    """The form of `article` as a browser would send it, less the changes."""
    words = {
        f"{n}_{x}": getattr(article, f"{n}_{x}") or ""
        for n in WORDS
        for x in ("fr", "en")
    }
    facts = {"kind": article.kind, "original_language": article.original_language}
    inlines = {
        f"{prefix}-{name}_FORMS": 0
        for prefix in ("links", "bylines")
        for name in ("TOTAL", "INITIAL")
    }
    return words | facts | inlines | {"seen_version": article.version} | changes


def save(client, article, **changes):
    address = reverse("admin:articles_article_change", args=[article.pk])
    return client.post(address, typed(article, **changes), follow=True)


def saved(article):
    return Article.objects.get(pk=article.pk)
