import time

import pytest

from articles.translating.names import find_all_names, find_names
from matches.models import Venue
from tests.factories import make_competition, make_membership, make_person, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def marseille():
    return make_team(
        "Olympique de Marseille",
        name_en="Marseille",
        short_name_fr="OM",
        short_name_en="Marseille",
    )


@pytest.fixture
def atalanta():
    team = make_team(
        "Atalanta Bergame",
        name_en="Atalanta",
        short_name_fr="Atalanta",
        short_name_en="Atalanta",
    )
    team.aliases.create(name="Atalanta Bergamo")
    team.aliases.create(name="Bergame")
    return team


@pytest.fixture
def gewiss():
    return Venue.objects.create(
        slug="gewiss",
        name_fr="Gewiss Stadium",
        name_en="Gewiss Stadium",
        aliases="Stade de Bergame",
        city_fr="Bergame",
        city_en="Bergamo",
    )


@pytest.fixture
def europa_league():
    return make_competition(
        name_fr="Ligue Europa",
        name_en="Europa League",
        aliases="C3\nUEFA Europa League",
    )


def told(text, language):
    """(words, the form of the other language) of each name found."""
    found = find_names(text, language=language)
    return [(one.words, one.forms[0]) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L’Olympique de Marseille.", ("Olympique de Marseille", "Marseille")),
        ("fr", "Battre l'OM", ("OM", "Marseille")),
        ("fr", "battre l’Atalanta Bergame", ("Atalanta Bergame", "Atalanta")),
        ("en", "Atalanta Bergamo won", ("Atalanta Bergamo", "Atalanta")),
        ("en", "Atalanta won", ("Atalanta", "Atalanta")),
        ("en", "Marseille won", ("Marseille", "OM")),
    ],
)
@pytest.mark.usefixtures("marseille", "atalanta")
def test_teams_are_found_with_their_form_of_the_other_language(
    language, text, expected
):
    assert told(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "en Ligue Europa", [("Ligue Europa", "Europa League")]),
        ("fr", "La C3, enfin", [("C3", "Europa League")]),
        ("en", "a Europa League tie", [("Europa League", "Ligue Europa")]),
        ("en", "UEFA Europa League", [("UEFA Europa League", "Ligue Europa")]),
    ],
)
@pytest.mark.usefixtures("europa_league")
def test_competitions_are_found_under_all_their_names(language, text, expected):
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "jeudi à Bergame", [("Bergame", "Bergamo")]),
        ("fr", "Bergame a gagné", [("Bergame", "Atalanta")]),
        ("fr", "au Gewiss Stadium", [("Gewiss Stadium", "Gewiss Stadium")]),
        ("fr", "Stade de Bergame", [("Stade de Bergame", "Gewiss Stadium")]),
        ("en", "in Bergamo", [("Bergamo", "Bergame")]),
        ("en", "the bergamo scent", []),
    ],
)
@pytest.mark.usefixtures("atalanta", "gewiss")
def test_a_town_is_told_from_the_team_that_bears_its_name(language, text, expected):
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Sead Kolasinac", "Sead Kolašinac"),
        ("Kolasinac", "Kolašinac"),
        ("KOLAŠINAC", "Kolašinac"),
    ],
)
def test_people_are_written_as_their_record_has_them(atalanta, words, form):
    someone = make_person("Sead Kolašinac")
    make_membership(person=someone, team=atalanta, role="player")

    (_team, found) = find_names(f"Atalanta : {words} sort", language="fr")

    assert (found.words, found.forms, found.record) == (words, (form,), someone)


def test_people_who_share_a_name_are_all_told(atalanta):
    for first in ("Éderson", "Daniel"):
        make_membership(person=make_person(f"{first} Costa"), team=atalanta)

    (_team, found) = find_names("Atalanta: Costa scored", language="en")

    assert [person.full_name for person in found.records] == [
        "Éderson Costa",
        "Daniel Costa",
    ]


@pytest.mark.usefixtures("marseille", "europa_league")
@pytest.mark.parametrize(
    "text",
    ["https://exemple.fr/OM/Marseille", "#OM et @OM", "OM.fr", "", "…", "omelette"],
)
def test_addresses_tags_and_other_words_hold_no_name(text):
    assert find_names(text, language="fr") == []


@pytest.mark.usefixtures("marseille", "atalanta")
def test_each_text_is_told_with_its_own_places():
    texts = ["L’OM gagne", "", "rien", "Face à l’OM, l’Atalanta"]

    found = find_all_names(texts, language="fr")

    assert [[(one.start, one.words) for one in each] for each in found] == [
        [(2, "OM")],
        [],
        [],
        [(9, "OM"), (15, "Atalanta")],
    ]


@pytest.mark.usefixtures("marseille", "atalanta", "gewiss", "europa_league")
def test_an_article_costs_a_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        find_all_names(["L’OM à Bergame", "La Ligue Europa"] * 30, language="fr")


@pytest.mark.usefixtures("marseille")
@pytest.mark.parametrize(
    "text",
    ["A" * 1_000_000, "OM " * 20_000, "Aé’" * 30_000, "\u202eOM\u2066 " * 10_000],
    ids=["one word", "names", "capitals", "bidi"],
)
def test_hostile_texts_take_seconds_at_most(text):
    start = time.process_time()
    find_names(text, language="fr")

    assert time.process_time() - start < 8
