"""The demo's own translations are faithful."""

import pytest
from django.db import transaction
from django.test import override_settings

from articles.intake.register import Register
from articles.models import Edition, Quote
from articles.translating.checks import Pair, findings
from articles.translating.units import units
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


def words_of(edition):
    """What readers have, or what waits for them."""
    return edition.release.words if edition.release else edition.words


def told(translation):
    language = translation.language
    other = "en" if language == "fr" else "fr"
    source = translation.article.edition(other)
    sides = (units(words_of(source)), units(words_of(translation)))
    found = findings(
        [Pair(*pair) for pair in zip(*sides, strict=True)],
        source=other,
        target=language,
        register=Register(),
        quotes=Quote.objects.all(),
    )
    return [(str(one.kind), one.words, one.says) for one in found]


def test_no_check_finds_fault_with_a_translation_of_the_demo():
    translations = Edition.objects.filter(origin=Edition.Origin.TRANSLATION)

    assert len(translations) == 5
    assert {str(one): found for one in translations if (found := told(one))} == {}
