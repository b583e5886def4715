import pytest

from articles.models import Term
from articles.translating.glossary import find_all_terms, find_terms
from articles.translating.names import find_names
from tests.factories import make_team, make_term

pytestmark = pytest.mark.django_db


def told(text, language):
    """(words, key, what the other language says) of each term found."""
    found = find_terms(text, language=language)
    return [(one.words, one.term.key, one.forms[0]) for one in found]


def test_a_term_that_is_no_false_friend_warns_of_nothing():
    make_term(wrong_english="", note="A remark.")

    (found,) = find_terms("temps additionnel", language="fr")

    assert (found.warning, found.wrong) == ("", ())


def test_places_are_characters_of_the_text():
    make_term()
    text = "⚽️ Au TEMPS additionnel."

    (found,) = find_terms(text, language="fr")

    assert text[found.start : found.end] == found.words == "TEMPS additionnel"


def test_remarks_are_neither_looked_for_nor_offered():
    make_term(british="added time (spoken)", english_variants="break (ambiguous)")

    (found,) = find_terms("temps additionnel", language="fr")

    assert found.forms == ("added time", "break")
    assert find_terms("a break, spoken", language="en") == []


def test_a_term_changed_at_the_desk_counts_at_once():
    term = make_term()
    before = told("temps additionnel", "fr")
    term.french = "temps de jeu perdu"
    term.save()

    assert before[0][2] == "stoppage time"
    assert told("temps additionnel", "fr") == []
    assert told("le temps de jeu perdu", "fr")[0][2] == "stoppage time"


def test_a_term_deleted_at_the_desk_is_forgotten_at_once():
    make_term()
    told("temps additionnel", "fr")
    Term.objects.all().delete()

    assert told("temps additionnel", "fr") == []


def test_a_whole_article_costs_one_query_once_the_glossary_is_known(
    django_assert_num_queries,
):
    make_term()
    told("", "fr")

    with django_assert_num_queries(1):
        found = find_all_terms(["temps additionnel"] * 50, language="fr")
    assert [len(each) for each in found] == [1] * 50


def test_no_term_is_found_within_a_name():
    make_term(french="but", british="goal", french_variants="")
    make_team("But Club")
    text = "But Club a marqué un but"

    found = find_terms(text, language="fr", names=find_names(text, language="fr"))

    assert [(one.start, one.words) for one in found] == [(21, "but")]
