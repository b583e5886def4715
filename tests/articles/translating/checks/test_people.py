import pytest

from tests.articles.translating.checks.desk import checked, make_desk, said


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Yann Kerdrel a marqué.", "Yann Kerdrell scored.", ["Kerdrell"]),
        ("Yann Kerdrel a marqué.", "Jann Kerdrel scored.", ["Jann"]),
        ("Élie Kerdrel a marqué.", "Elie Kerdrel scored.", ["Elie"]),
        ("Milan Kolovič a marqué.", "Milan Kolovic scored.", ["Kolovic"]),
        ("Yann Kerdrel a marqué.", "The striker scored.", ["Yann Kerdrel"]),
        ("Yann Kerdrel a marqué.", "Kerdrel scored.", []),
        ("L’Étoile rouge de Belgrade a gagné.", "Red Star Belgrade won.", []),
        ("La Coupe de France reprend.", "The French Cup is back.", []),
        ("La Fédération française a tranché.", "The French federation ruled.", []),
    ],
)
def test_people_keep_their_names(source, target, found):
    assert [words for _kind, words in said(source, target)] == found


def test_who_is_named_once_may_be_a_pronoun_after():
    told = {
        "source": ["<p>Yann Kerdrel entre.</p>", "<p>Kerdrel marque.</p>"],
        "target": ["<p>Yann Kerdrel comes on.</p>", "<p>He scores.</p>"],
    }

    assert checked(told, source="fr", target="en") == []


def test_one_person_is_not_told_for_another():
    told = {
        "source": [
            "<p>Yann Kerdrel et Malik Odounga entrent.</p>",
            "<p>Puis plus rien.</p>",
            "<p>Kerdrel marque.</p>",
        ],
        "target": [
            "<p>Yann Kerdrel and Malik Odounga come on.</p>",
            "<p>Then nothing.</p>",
            "<p>Odounga scores.</p>",
        ],
    }

    (found,) = checked(told, source="fr", target="en")

    assert (found.pair, found.words, found.expected) == (2, "Odounga", "Kerdrel")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Two goals by Valmeuse.", ["Valmeuse"]),
        ("Two goals by Solvanne.", []),
        ("Two goals by the hosts.", []),
    ],
)
def test_one_club_is_not_told_for_another(target, found):
    told = {"source": "Deux buts de Solvanne.", "target": target}

    raised = checked(told, source="fr", target="en", desk=make_desk())

    assert [one.words for one in raised] == found
