from io import BytesIO

import pytest
from PIL import Image

from tests.factories import (
    make_article,
    make_match,
    make_member,
    make_photo,
    make_picture,
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


def card(client, kind, record):
    answer = client.get(f"{SEARCH}cards/", {kind: record.pk})
    return answer.json()[f"{kind}/{record.pk}"]


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
    shown = card(desk, "quote", quote)

    assert shown["fr"]["text"] == "«\u202fIl y a un petit goût amer.\u202f»"
    assert shown["en"]["text"] == "“There is a slightly bitter taste.”"
    assert shown["url"] == f"/admin/articles/quote/{quote.pk}/change/"


def test_a_card_warns_of_what_cannot_be_published(desk):
    quote = make_quote(verification="unverified", translation_en="")
    shown = card(desk, "quote", quote)

    assert len(shown["fr"]["warnings"]) == 1
    assert len(shown["en"]["warnings"]) == 2
    assert shown["en"]["lang"] == "fr"


def test_a_match_card_tells_the_score(desk):
    match = make_match(full_time_home=1, full_time_away=1, status="finished")
    shown = card(desk, "match", match)

    assert shown["fr"]["text"] == "Olympique de Marseille 1-1 Atalanta"


def test_a_photo_card_shows_the_picture(desk):
    photo = make_photo()
    shown = card(desk, "photo", photo)

    assert shown["en"]["image"].startswith(f"{SEARCH}photo/{photo.pk}/?")


@pytest.mark.parametrize(
    "path",
    ["?kind=user&language=fr", "?kind=quote&language=de"],
)
def test_what_is_not_there_is_not_found(desk, path):
    assert desk.get(f"{SEARCH}{path}").status_code == 404


def test_cards_of_what_does_not_exist_are_left_out(desk):
    quote = make_quote()
    answer = desk.get(f"{SEARCH}cards/?quote={quote.pk}&quote=999&match=x&user=1")

    assert list(answer.json()) == [f"quote/{quote.pk}"]


@pytest.mark.parametrize("rows", [1, 9])
def test_the_cards_of_a_text_cost_the_same_however_many(
    desk, rows, django_assert_num_queries
):
    asked = {
        "quote": [make_quote(match=make_match()).pk for _row in range(rows)],
        "match": [make_match().pk for _row in range(rows)],
    }

    with django_assert_num_queries(6):
        desk.get(f"{SEARCH}cards/", asked)


@pytest.mark.parametrize("path", ["?kind=quote&language=fr", "cards/?quote={pk}"])
def test_who_may_not_read_quotes_gets_none(client, path):
    quote = make_quote()
    client.force_login(make_user())

    assert client.get(SEARCH + path.format(pk=quote.pk)).status_code == 403


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(f"{SEARCH}cards/")["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("rows", [1, 9])
def test_a_search_costs_the_same_whatever_it_finds(
    desk, rows, django_assert_num_queries
):
    for _row in range(rows):
        make_quote(match=make_match())

    with django_assert_num_queries(5):
        search(desk, "quote")


def test_the_picture_in_a_card_is_small(desk):
    photo = make_photo(image=make_picture(size=(1600, 1000)))
    answer = desk.get(card(desk, "photo", photo)["fr"]["image"])

    assert Image.open(BytesIO(answer.content)).size == (400, 250)
    assert answer["Cache-Control"] == "private, max-age=31536000, immutable"


@pytest.mark.parametrize("rows", [2, 9])
def test_posts_are_checked_in_as_many_queries_whatever_their_number(
    desk, rows, django_assert_num_queries
):
    match = make_match()
    for _row in range(rows):
        make_post(match=match, claimed_minute=45, claimed_home=1, claimed_away=1)

    with django_assert_num_queries(7):
        search(desk, "post")
