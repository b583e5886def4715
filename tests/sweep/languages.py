"""Articles out in one language: where their pages lead in the other."""

import re
from datetime import timedelta

from django.utils import timezone

from articles import publishing
from tests.factories import make_article, make_edition, make_user

from .visiting import Visitor, ask

HREFLANG = re.compile(r'<link rel="alternate" hreflang="([\w-]+)"')


def later(edition, by):
    publishing.publish(edition, by=by, publish_at=timezone.now() + timedelta(days=1))


def under_embargo(edition, by):
    edition.embargo_until = timezone.now() + timedelta(days=1)
    edition.save()
    publishing.publish(edition, by=by)


def withdrawn(edition, by):
    publishing.publish(edition, by=by)
    publishing.withdraw(edition, by=by, reason="Non.")


def in_review(edition, by):
    publishing.submit(edition, by=by)


def draft(_edition, _by):
    """As it is made."""


OTHERS = (None, draft, in_review, later, under_embargo, withdrawn)


def one_sided(count) -> list:
    """Editions that readers may read, of articles whose others they may not."""
    by, editions = make_user(is_superuser=True), []
    for number in range(count):
        language, other = ("fr", "en") if number % 2 else ("en", "fr")
        article, bring = make_article(), OTHERS[number % len(OTHERS)]
        edition = make_edition(article=article, language=language)
        editions.append(publishing.publish(edition, by=by))
        if bring:
            bring(make_edition(article=article, language=other), by)
    return editions


def astray(editions) -> tuple[int, list[str]]:
    """(links followed, those to another language or to nothing)."""
    client, followed, wrong = Visitor(), {}, []
    for edition in editions:
        page = ask(client, edition.get_absolute_url(), "french")
        for link in page.links:
            if link not in followed:
                followed[link] = ask(client, link, "french").status
            is_own = f"/articles/{edition.article_id}/" in link
            if followed[link] >= 400 or is_own and link != page.address:
                wrong.append(f"{page.address} → {link}: {followed[link]}")
        told = {*HREFLANG.findall(page.body)} - {"x-default"}
        if told - {edition.language}:
            wrong.append(f"{page.address} tells of {told}")
    return len(followed), wrong
