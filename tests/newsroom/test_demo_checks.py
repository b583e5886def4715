"""The demo's own articles are right about their matches."""

import pytest
from django.db import transaction
from django.test import override_settings

from articles import facts
from articles.models import Article, Language
from newsroom.demo import building

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker, tmp_path_factory):
    var = tmp_path_factory.mktemp("var")
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    kept = override_settings(VAR=var, MEDIA_ROOT=var / "media", PASSWORD_HASHERS=quick)
    with kept, django_db_blocker.unblock(), transaction.atomic():
        building.build(lambda line: None)
        yield
        transaction.set_rollback(True)


def told(article, language):
    """All that is said of the working words and of each release."""
    editions = article.editions.filter(language=language, release__isnull=False)
    texts = [article.words(language), *(e.release.words for e in editions)]
    found = [facts.findings(article, language=language, words=w) for w in texts]
    return [(one.words, one.says) for each in found for one in each]


@pytest.mark.parametrize("language", Language.values)
def test_no_check_finds_fault_with_the_demo(language):
    articles = Article.objects.all()

    assert len(articles) == 8
    assert {str(a): said for a in articles if (said := told(a, language))} == {}
