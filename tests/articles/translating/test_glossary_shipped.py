"""The glossary that comes with Tribune, on the words of match reports."""

import time

import pytest
from django.db import transaction

from articles.translating.glossary import find_terms
from articles.translating.terms import SHIPPED, import_terms

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _glossary(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        import_terms(SHIPPED.read_text(encoding="utf-8"))
        yield
        transaction.set_rollback(True)


def told(text, language):
    """(words, key, what the other language says) of each term found."""
    found = find_terms(text, language=language)
    return [(one.words, one.term.key, one.forms[0]) for one in found]


FRENCH = [
    ("aux tirs au but", "tirs au but", "penalty_shootout", "penalty shoot-out"),
    ("Ils jouèrent les prolongations", "prolongations", "extra_time", "extra time"),
    ("deux coups francs directs", "coups francs directs", "direct_free_kick", None),
    ("les huitièmes de finale", "huitièmes de finale", "round_of_16", "round of 16"),
    ("EN TEMPS ADDITIONNEL", "TEMPS ADDITIONNEL", "stoppage_time", "stoppage time"),
    ("au temps\u00a0additionnel", "temps\u00a0additionnel", "stoppage_time", None),
    ("les arrêts de jeu", "arrêts de jeu", "stoppage_time", "stoppage time"),
    ("la demi finale aller", "demi finale aller", "semi_final_first_leg", None),
    ("L’OM s’est qualifié", "qualifié", "to_qualify", "go through"),
    ("Ils décrochent leur billet", "décrochent leur billet", "to_qualify", None),
    ("Le but a été refusé", "but a été refusé", "disallowed_goal", "disallowed goal"),
    ("La gardienne a crié", "gardienne", "goalkeeper", "goalkeeper"),
    ("L'entraineur rit", "entraineur", "head_coach", "head coach"),
    ("Les latéraux montent", "latéraux", "full_back", "full-back"),
    ("Ils ouvrirent le score", "ouvrirent le score", "opener", "break the deadlock"),
    ("Elle est exclue", "exclue", "sent_off", "sent off"),
    ("Elle a été sortie, éliminée", "éliminée", "knocked_out", "knocked out"),
    ("Il est éventuellement prêt", "éventuellement", "possibly", "possibly"),
    ("On ne le supporte pas", "supporte", "put_up_with", "put up with"),
    ("Nos supporters", "supporters", "fans", "supporter"),
    ("à l’extérieur", "à l’extérieur", "away", "away"),
    ("à un quart d’heure près", "quart d’heure", "quarter_of_an_hour", None),
    ("Une frappe en touche", "touche", "throw_in", "throw-in"),
    ("la rencontre", "rencontre", "fixture", "match"),
]
ENGLISH = [
    ("two penalty shoot-outs", "penalty shoot-outs", "penalty_shootout", None),
    ("They went through", "went through", "to_qualify", "se qualifier"),
    ("breaking the deadlock", "breaking the deadlock", "opener", "ouvrir le score"),
    ("He was booked", "booked", "yellow_card", "avertir"),
    ("kickoff at nine", "kickoff", "kick_off", "coup d’envoi"),
    ("Second Yellow Cards Cost City", "Second Yellow Cards", "second_yellow", None),
    ("in stoppage time", "stoppage time", "stoppage_time", "temps additionnel"),
    ("The linesmen agreed", "linesmen", "assistant_referee", "arbitre assistant"),
    ("the draw", "draw", "draw", "match nul"),
    ("Sending off", "Sending off", "red_card", "carton rouge"),
    ("The match was called off", "called off", "postponed", "match reporté"),
    ("it is actually so", "actually", "actually", "en fait"),
]


@pytest.mark.parametrize(("text", "words", "key", "form"), FRENCH)
def test_french_terms_are_found_in_their_forms(text, words, key, form):
    found = {one[0]: one[1:] for one in told(text, "fr")}

    assert found[words] == (key, form or found[words][1])


@pytest.mark.parametrize(("text", "words", "key", "form"), ENGLISH)
def test_english_terms_are_found_in_their_forms(text, words, key, form):
    found = {one[0]: one[1:] for one in told(text, "en")}

    assert found[words] == (key, form or found[words][1])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Sur https://exemple.fr/penalty/but et www.tir.fr"),
        ("fr", "Écrire à penalty@exemple.fr, #but, @tir"),
        ("fr", "Au Stade de France, hier"),
        ("fr", "Débutant, butin, tirage"),
        ("fr", "À l’aller comme contre Lens"),
        ("fr", "Il est à cadre"),
        ("fr", "Ketelaere a touché le cadre, Touré les a frappés"),
        ("fr", "Le match et onze minutes de plus"),
        ("fr", ""),
        ("en", "They put the ball away; it sidesteps"),
        ("en", "An ITV presenter and THE REF"),
        ("en", "Gigot is back: the winners play for a minute, a match"),
        ("en", "1234 … – !"),
    ],
)
def test_what_only_looks_like_a_term_is_left_alone(language, text):
    assert told(text, language) == []


def test_the_longest_term_is_found_alone():
    assert told("Un match nul et vierge", "fr") == [
        ("match nul et vierge", "goalless_draw", "goalless draw")
    ]


def test_words_of_two_terms_tell_both():
    (found,) = find_terms("the draw", language="en")

    assert [term.key for term in found.terms] == ["draw", "draw_ceremony"]
    assert found.forms[:3] == ("match nul", "tirage au sort", "nul")
    assert found.wrong == ()


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("fr", "au temps additionnel", "extra time"),
        ("fr", "le match aller", "away match"),
        ("fr", "les tirs au but", "shots on goal"),
        ("fr", "éventuellement", "eventually"),
        ("fr", "actuellement", "actually"),
        ("fr", "il supporte mal", "support"),
        ("fr", "Phocéens", "Phocaeans"),
        ("en", "extra time", "temps additionnel"),
        ("en", "a shot on target", "tirs au but"),
        ("en", "eventually", "éventuellement"),
    ],
)
def test_false_friends_are_warned_of_in_both_directions(language, text, wrong):
    (found,) = find_terms(text, language=language)

    assert wrong in found.wrong
    assert found.warning == found.term.note != ""


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "but " * 20_000,
        "temps " * 40_000,
        "match a été " * 10_000,
        "\u202e\u2066but" * 20_000,
        "- ’'.@#" * 40_000,
        "\u0301" * 100_000,
        "www." * 250_000,
    ],
    ids=["one word", "terms", "heads", "parted", "bidi", "marks", "accents", "web"],
)
def test_a_hostile_line_takes_seconds_at_most(text):
    start = time.process_time()
    find_terms(text, language="fr")

    assert time.process_time() - start < 8
