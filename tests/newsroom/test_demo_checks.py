"""The demo is right: its articles, their translations, the ties of its season."""

import pytest
from django.db import transaction
from django.test import override_settings

from articles import facts
from articles.intake.register import Register
from articles.models import Article, Edition, Language, Quote
from articles.translating.checks import Pair, findings
from articles.translating.units import units
from matches.models import Tie
from matches.notation import aggregate
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


def words_of(edition):
    """What readers have, or what waits for them."""
    return edition.release.words if edition.release else edition.words


def lost(translation):
    language = translation.language
    other = "en" if language == "fr" else "fr"
    source = translation.article.edition(other)
    sides = (units(words_of(source)), units(words_of(translation)))
    found = findings(
        [Pair(*pair) for pair in zip(*sides, strict=True)],
        source=other,
        target=language,
        register=Register(),
        quotes=Quote.objects.on_file_for(translation.article),
    )
    return [(str(one.kind), one.words, one.says) for one in found]


def test_no_check_finds_fault_with_a_translation_of_the_demo():
    translations = Edition.objects.filter(origin=Edition.Origin.TRANSLATION)

    assert len(translations) == 5
    assert {str(one): found for one in translations if (found := lost(one))} == {}


THROUGH = {  # UEFA’s results of 2023/24: teams of a tie → in English, in French
    "feyenoord roma": (
        "2-2 on aggregate, Roma won 4-2 on penalties",
        "2-2 sur l’ensemble des deux matchs, l’AS Rome l’emporte 4-2 aux tirs au but",
    ),
    "sporting young-boys": ("Sporting 4-2", "Sporting 4-2"),
    "galatasaray sparta-prague": ("Sparta Prague 6-4", "Sparta Prague 6-4"),
    "om shakhtar": ("Marseille 5-3", "OM 5-3"),
    "milan rennes": ("Milan 5-3", "AC Milan 5-3"),
    "freiburg lens": ("Freiburg 3-2", "Fribourg 3-2"),
    "benfica toulouse": ("Benfica 2-1", "Benfica 2-1"),
    "braga qarabag": ("Qarabağ 6-5", "Qarabağ 6-5"),
    "atalanta sporting": ("Atalanta 3-2", "Atalanta 3-2"),
    "liverpool sparta-prague": ("Liverpool 11-2", "Liverpool 11-2"),
    "brighton roma": ("Roma 4-1", "AS Rome 4-1"),
    "leverkusen qarabag": ("Leverkusen 5-4", "Leverkusen 5-4"),
    "om villarreal": ("Marseille 5-3", "OM 5-3"),
    "benfica rangers": ("Benfica 3-2", "Benfica 3-2"),
    "freiburg west-ham": ("West Ham 5-1", "West Ham 5-1"),
    "milan slavia": ("Milan 7-3", "AC Milan 7-3"),
    "milan roma": ("Roma 3-1", "AS Rome 3-1"),
    "atalanta liverpool": ("Atalanta 3-1", "Atalanta 3-1"),
    "leverkusen west-ham": ("Leverkusen 3-1", "Leverkusen 3-1"),
    "benfica om": (
        "2-2 on aggregate, Marseille won 4-2 on penalties",
        "2-2 sur l’ensemble des deux matchs, l’OM l’emporte 4-2 aux tirs au but",
    ),
    "atalanta om": ("Atalanta 4-1", "Atalanta 4-1"),
    "leverkusen roma": ("Leverkusen 4-2", "Leverkusen 4-2"),
}
AGGREGATE = (" on aggregate", " sur l’ensemble des deux matchs")


def test_every_tie_of_the_season_says_who_went_through():
    told = {}
    for tie in Tie.objects.prefetch_related("matches"):
        teams = " ".join(sorted([tie.team_a.slug, tie.team_b.slug]))
        words = (aggregate(tie, language=language) for language in ("en", "fr"))
        told[teams] = tuple(map(str.removesuffix, words, AGGREGATE))

    assert told == THROUGH
