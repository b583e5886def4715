import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.factories import (
    make_article,
    make_match,
    make_member,
    make_person,
    make_photo,
    make_post,
    make_quote,
    make_team,
)

pytestmark = pytest.mark.django_db


def pages_of(row):
    opts = row._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_history", args=[row.pk])


def page_of(row, save):
    return f"{pages_of(row)}{save.pk}/"


def saves(row):
    return list(row.history.order_by("history_id"))


def retitle(article, *titles):
    for title in titles:
        article.title_fr = title
        article.save()
    return saves(article)


def member_client(role):
    client = Client()
    client.force_login(make_member(role))
    return client


RECORDS = [make_article, make_quote, make_post, make_photo, make_match, make_person]


@pytest.mark.parametrize("make", [*RECORDS, make_team])
def test_every_kind_of_row_has_its_history(editor_client, make):
    row = make()

    assert editor_client.get(pages_of(row)).status_code == 200
    assert editor_client.get(page_of(row, saves(row)[0])).status_code == 200


def test_a_row_without_a_save_has_an_empty_history(editor_client):
    team = make_team()
    team.history.all().delete()

    page = editor_client.get(pages_of(team))

    assert page.status_code == 200
    assert page.context["revisions"] == []


def test_saves_are_listed_by_twenty_five(editor_client):
    article = make_article()
    retitle(article, *map(str, range(199)))

    pages = [editor_client.get(f"{pages_of(article)}?p={n}") for n in (1, 2, 8)]

    told = [page.context["revisions"] for page in pages]
    assert [len(revisions) for revisions in told] == [25, 25, 25]
    assert told[0][-1].before == told[1][0].row
    assert told[-1][-1].before is None


@pytest.mark.parametrize("number", [2, 60])
def test_list_costs_the_same_however_many_saves(
    editor_client, django_assert_num_queries, number
):
    article = make_article()
    retitle(article, *map(str, range(number)))

    with django_assert_num_queries(7):
        editor_client.get(pages_of(article))


def test_a_save_is_compared_with_the_one_before(editor_client):
    article = make_article(title_fr="Un")
    *_others, two, _three = retitle(article, "Deux", "Trois")

    (difference,) = editor_client.get(page_of(article, two)).context["differences"]

    assert difference.text == "<del>Un</del><ins>Deux</ins>"


@pytest.mark.parametrize("turned", [False, True])
def test_any_two_saves_are_compared_the_older_first(editor_client, turned):
    article = make_article(title_fr="Un")
    one, _two, three = retitle(article, "Deux", "Trois")
    row, other = (one, three) if turned else (three, one)

    page = editor_client.get(f"{page_of(article, row)}?against={other.pk}")

    (difference,) = page.context["differences"]
    assert difference.text == "<del>Un</del><ins>Trois</ins>"


@pytest.mark.parametrize("name", ["against", "row"])
def test_saves_of_another_row_are_not_found(editor_client, name):
    article, other = make_article(), saves(make_article())[0]
    own = saves(article)[0]
    addresses = {
        "against": f"{page_of(article, own)}?against={other.pk}",
        "row": page_of(article, other),
    }

    assert editor_client.get(addresses[name]).status_code == 404


@pytest.mark.parametrize("asked", ["x", "٣", "9" * 20, "-1"])
def test_what_is_no_save_is_not_found(editor_client, asked):
    article = make_article()
    page = page_of(article, saves(article)[0])

    assert editor_client.get(f"{page}?against={asked}").status_code == 404


def test_words_are_brought_back_from_the_page(editor_client):
    article = make_article(title_fr="Un")
    one, _two = retitle(article, "Deux")
    form = {"part": ["fr"], "seen": article.version}

    response = editor_client.post(page_of(article, one), form)

    assert Article.objects.get().title_fr == "Un"
    assert response["Location"] == f"/admin/articles/article/{article.pk}/change/"


def test_a_second_click_brings_nothing_back_twice(editor_client):
    article = make_article(title_fr="Un")
    one, _two = retitle(article, "Deux")
    form = {"part": ["fr"], "seen": article.version}

    editor_client.post(page_of(article, one), form)
    editor_client.post(page_of(article, one), form)

    assert len(saves(article)) == 3


def test_words_saved_since_the_page_was_read_are_kept(editor_client):
    article = make_article(title_fr="Un")
    one, _two = retitle(article, "Deux")
    form = {"part": ["fr"], "seen": article.version}
    retitle(article, "Trois")

    page = editor_client.post(page_of(article, one), form, follow=True)

    assert Article.objects.get().title_fr == "Trois"
    assert len(page.context["messages"]) == 1


@pytest.mark.parametrize(
    ("role", "part", "status"),
    [
        ("reporter", "fr", 403),
        ("translator", "fr", 403),
        ("translator", "en", 302),
        ("sub-editor", "fr", 302),
        ("statistics desk", "en", 403),
        ("read-only", "en", 403),
    ],
)
def test_who_may_write_a_language_may_bring_it_back(role, part, status):
    article = make_article(title_fr="Un", title_en="One")
    one = saves(article)[0]
    article.title_en = "Two"
    retitle(article, "Deux")
    form = {"part": [part], "seen": article.version}

    assert member_client(role).post(page_of(article, one), form).status_code == status
    assert len(saves(article)) == (3 if status == 302 else 2)


def test_who_may_not_write_a_language_is_not_offered_it():
    article = make_article(title_fr="Un", title_en="One")
    one = saves(article)[0]
    article.title_en = "Two"
    retitle(article, "Deux")

    page = member_client("translator").get(page_of(article, one))

    assert [part.name for part in page.context["choices"]] == ["en"]


def test_a_translator_does_not_bring_back_what_was_said():
    quote = make_quote(verification="unverified")
    one = saves(quote)[0]
    quote.text = "Autre chose."
    quote.save()
    form = {"part": ["said"], "seen": quote.version}

    client = member_client("translator")

    assert client.post(page_of(quote, one), form).status_code == 403


def test_facts_are_told_and_not_brought_back(editor_client):
    match = make_match()
    match.full_time_home, match.full_time_away = 1, 1
    match.save()
    one, two = saves(match)

    page = editor_client.get(page_of(match, two))

    assert len(page.context["differences"]) == 2
    assert page.context["choices"] == []


def test_someone_without_an_account_is_sent_to_sign_in(client):
    article = make_article()

    for address in (pages_of(article), page_of(article, saves(article)[0])):
        assert client.get(address).status_code == 302


def test_history_of_nothing_is_not_found(editor_client):
    address = reverse("admin:articles_article_history", args=["nothing"])

    assert editor_client.get(address).status_code == 404


def test_the_log_of_a_record_is_one_click_from_its_history(editor_client):
    article = make_article()
    page = editor_client.get(f"/admin/articles/article/{article.pk}/history/")

    asked = f"?kind=articles.Article&amp;number={article.pk}"
    assert f'href="/admin/articles/auditentry/{asked}"' in page.text
