import pytest

from tests.factories import (
    make_article,
    make_match,
    make_member,
    make_photo,
    make_post,
    make_quote,
    make_user,
)

pytestmark = pytest.mark.django_db

SEARCH = "/admin/embeds/"


@pytest.fixture
def desk(client):
    client.force_login(make_member("reporter"))
    return client


def search(client, kind, **words):
    answer = client.get(SEARCH, {"kind": kind, "language": "fr"} | words)
    return answer.json()["results"]


def test_the_articles_own_match_comes_first(desk):
    match = make_match()
    own = make_quote(match=match)
    other = make_quote()
    article = make_article(match=match)

    found = search(desk, "quote", article=article.pk)
    assert [(r["id"], r["own"]) for r in found] == [(own.pk, True), (other.pk, False)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 1),
        ("gasset", 1),
        ("goût", 1),
        ("bitter", 1),
        ("gasset bitter", 1),
        ("x", 0),
    ],
)
def test_a_quote_is_found_by_each_of_its_words_and_its_speaker(desk, words, count):
    make_quote()

    assert len(search(desk, "quote", q=words)) == count


def test_a_post_is_found_by_its_readable_words(desk):
    post = make_post(text_raw="𝗖𝗼𝗻𝘁𝗶𝗻𝘂𝗲𝘇 1️⃣-1️⃣")

    assert [r["id"] for r in search(desk, "post", q="continuez 1-1")] == [post.pk]


def test_a_card_shows_what_readers_of_each_language_will_see(desk):
    quote = make_quote()
    card = desk.get(f"{SEARCH}quote/{quote.pk}/").json()

    assert card["fr"]["text"] == "«\u202fIl y a un petit goût amer.\u202f»"
    assert card["en"]["text"] == "“There is a slightly bitter taste.”"
    assert card["url"] == f"/admin/articles/quote/{quote.pk}/change/"


def test_a_card_warns_of_what_cannot_be_published(desk):
    quote = make_quote(verification="unverified", translation_en="")
    card = desk.get(f"{SEARCH}quote/{quote.pk}/").json()

    assert len(card["fr"]["warnings"]) == 1
    assert len(card["en"]["warnings"]) == 2
    assert card["en"]["lang"] == "fr"


def test_a_match_card_tells_the_score(desk):
    match = make_match(full_time_home=1, full_time_away=1, status="finished")
    card = desk.get(f"{SEARCH}match/{match.pk}/").json()

    assert card["fr"]["text"] == "Olympique de Marseille 1-1 Atalanta"


def test_a_photo_card_shows_the_picture(desk):
    photo = make_photo()
    card = desk.get(f"{SEARCH}photo/{photo.pk}/").json()

    assert card["en"]["image"] == photo.image.url


@pytest.mark.parametrize(
    "path",
    ["quote/999/", "user/1/", "?kind=user&language=fr", "?kind=quote&language=de"],
)
def test_what_is_not_there_is_not_found(desk, path):
    assert desk.get(f"{SEARCH}{path}").status_code == 404


@pytest.mark.parametrize("path", ["?kind=quote&language=fr", "quote/{pk}/"])
def test_who_may_not_read_quotes_gets_none(client, path):
    quote = make_quote()
    client.force_login(make_user())

    assert client.get(SEARCH + path.format(pk=quote.pk)).status_code == 403


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(f"{SEARCH}quote/1/")["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("rows", [1, 9])
def test_a_search_costs_the_same_whatever_it_finds(
    desk, rows, django_assert_num_queries
):
    for _row in range(rows):
        make_quote(match=make_match())

    with django_assert_num_queries(5):
        search(desk, "quote")
