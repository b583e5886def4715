import pytest

from articles.translating.checks.names import avoided, rows
from tests.articles.translating.checks.desk import checked, make_desk, said


@pytest.mark.parametrize(
    ("to", "text", "found"),
    [
        ("en", "They flew to Lisbonne.", ["Lisbonne"]),
        ("en", "They flew to Lyons and Marseilles.", ["Lyons", "Marseilles"]),
        ("en", "A Ligue des champions night.", ["Ligue des champions"]),
        ("en", "Olympique Marseille won.", ["Olympique Marseille"]),
        ("en", "Europa Ligue winners.", ["Europa Ligue"]),
        ("fr", "Il joue à London.", ["London"]),
        ("fr", "Un soir de Champions League.", ["Champions League"]),
        ("fr", "L’Atalanta Bergamo attend.", ["Atalanta Bergamo"]),
        ("en", "Stade de Genève was full.", []),
        ("fr", "Le London Stadium était plein.", []),
        ("fr", "Selon L’Eco di Bergamo.", []),
        ("en", "Marseille, Lyon and Roma won.", []),
        ("fr", "L’Atalanta Bergame et l’AS Rome.", []),
        ("en", "The team of Olympique de Marseille.", []),
    ],
)
def test_a_name_has_the_form_of_its_language(to, text, found):
    names = [words for kind, words in said("…", text, to=to) if kind == "name"]

    assert names == found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_form_to_avoid_is_one_to_write(language):
    _pattern, right = avoided(language)

    assert not set(right) & set(right.values())


def test_each_row_of_the_list_has_a_form_in_both_languages():
    assert [row for row in rows() if len(row) not in (2, 3) or not all(row)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Atalanta Bergame won.", ["Atalanta Bergame"]),
        ("The Ligue Europa is over.", ["Ligue Europa"]),
        ("Atalanta won the Europa League.", []),
    ],
)
def test_the_register_says_how_its_names_are_written(target, found):
    told = {"source": "…", "target": target}

    raised = checked(told, source="fr", target="en", desk=make_desk())

    assert [one.words for one in raised] == found
