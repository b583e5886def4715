import pytest

from tests.factories import make_event, make_match, make_person, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    home = make_team("Olympique de Marseille", short_name_fr="OM", short_name_en="OM")
    return make_match(home=home, status="live", phase="first_half")


def address(match, language="fr"):
    return f"/{language}/matches/{match.pk}/live/"


def ask(client, match, mark, language="fr"):
    return client.get(address(match, language), headers={"if-none-match": mark})


def test_fragment_has_the_score_box_and_the_timeline(client, match):
    make_event(match=match, team=match.home, person=make_person("Chancel Mbemba"))

    html = client.get(address(match)).content.decode()

    assert html.count("data-part=") == 2
    assert "Mbemba" in html
    assert "<html" not in html


@pytest.mark.parametrize("language", ["fr", "en"])
def test_page_carries_the_mark_of_its_fragment(client, match, language):
    page = client.get(f"/{language}/matches/{match.pk}/{match.slug}/")

    answer = ask(client, match, f'"{page.context["mark"]}"', language)

    assert answer.status_code == 304


def test_answer_to_an_unchanged_match_is_small(client, match):
    mark = client.get(address(match))["ETag"]

    answer = ask(client, match, mark)

    lines = [f"{name}: {value}\r\n" for name, value in answer.items()]
    assert answer.content == b""
    assert {*answer.headers} == {"ETag", "Cache-Control"}
    assert len("".join(lines)) == 60


@pytest.mark.parametrize("mark", ['"another"', "*, x", ""])
def test_other_marks_get_the_fragment(client, match, mark):
    assert ask(client, match, mark).status_code == 200


def test_weak_mark_of_a_compressing_server_is_known_again(client, match):
    mark = client.get(address(match))["ETag"]

    assert ask(client, match, f"W/{mark}").status_code == 304


def test_event_makes_another_fragment(client, match):
    before = client.get(address(match))["ETag"]

    make_event(match=match, team=match.home)

    assert ask(client, match, before).status_code == 200


def test_answers_are_shared_for_three_seconds(client, match):
    answer = client.get(address(match))

    assert answer["Cache-Control"] == "public, max-age=3"
    assert "Vary" not in answer
    assert not answer.cookies


def test_question_about_an_unchanged_match_takes_two_queries(
    client, match, django_assert_num_queries
):
    mark = client.get(address(match))["ETag"]

    with django_assert_num_queries(2):
        ask(client, match, mark)


def test_no_mark_is_good_for_a_match_that_is_not(client):
    answer = client.get("/fr/matches/404/live/", headers={"if-none-match": "*"})

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("status", "is_followed"),
    [
        ("scheduled", True),
        ("delayed", True),
        ("live", True),
        ("suspended", True),
        ("finished", False),
        ("postponed", False),
        ("cancelled", False),
        ("abandoned", False),
    ],
)
def test_page_follows_a_match_until_it_is_over(client, status, is_followed):
    match = make_match(status=status)

    html = client.get(match.get_absolute_url()).content.decode()

    assert ("<live-match" in html) is is_followed
    assert ("js/live-match" in html) is is_followed
