import pytest

from articles.models import Term
from tests.factories import make_member, make_term

ADDRESS = "/admin/articles/term/"
WORDS = {
    "key": "stoppage",
    "domain": "time",
    "french": "temps additionnel",
    "gender": "m",
    "british": "stoppage time",
    "seen_version": 0,
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client):
    translator = make_member("translator")
    client.force_login(translator)
    return translator


@pytest.mark.parametrize("role", ["translator", "sub-editor", "desk chief"])
def test_who_translates_adds_terms(client, role):
    client.force_login(make_member(role))

    answer = client.post(f"{ADDRESS}add/", WORDS)

    assert answer.status_code == 302
    assert Term.objects.get().forms("en") == ["stoppage time"]


@pytest.mark.parametrize("role", ["reporter", "statistics desk", "read-only"])
def test_others_read_them(client, role):
    client.force_login(make_member(role))
    term = make_term()

    assert client.get(f"{ADDRESS}{term.pk}/change/").status_code == 200
    assert client.post(f"{ADDRESS}add/", WORDS).status_code == 403


@pytest.mark.parametrize(
    "search", ["additionnel", "ARRETS de jeu", "stoppage", "injury", "term-"]
)
def test_a_term_is_found_in_either_language(client, translator, search):
    make_term()
    make_term(french="but", british="goal", french_variants="", english_variants="")

    page = client.get(ADDRESS, {"q": search})

    assert "temps additionnel" in page.text
    assert page.text.count("stoppage time") == 1


def test_terms_are_listed_by_domain(client, translator):
    make_term()
    make_term(french="but", british="goal", domain="play")

    page = client.get(ADDRESS, {"domain__exact": "play"})

    assert ">but</a>" in page.text
    assert "temps additionnel" not in page.text


def test_a_change_is_kept_in_the_history(client, translator):
    term = make_term()
    given = {**WORDS, "key": term.key, "british": "added time"}
    client.post(f"{ADDRESS}{term.pk}/change/", given)

    page = client.get(f"{ADDRESS}{term.pk}/history/")

    assert Term.objects.get().british == "added time"
    assert page.status_code == 200
    assert Term.history.latest().history_user == translator


def test_the_list_costs_as_many_queries_as_it_has_to(
    client, translator, django_assert_max_num_queries
):
    for number in range(30):
        make_term(french=f"terme {number}")

    with django_assert_max_num_queries(8):
        client.get(ADDRESS)
