import json

import pytest

from articles.models import Dismissal
from tests.articles.facts.semi_final import SemiFinal
from tests.factories import make_article, make_edition, make_member

pytestmark = pytest.mark.django_db

WRONG = "<p>L’OM a battu l’Atalanta 2-1.</p>"


@pytest.fixture
def article():
    article = SemiFinal().article()
    article.body_fr = WRONG
    article.save()
    make_edition(article=article)
    return article


@pytest.fixture
def chief(client):
    chief = make_member("desk chief")
    client.force_login(chief)
    return chief


def address(article, rest="", language="fr"):
    return f"/admin/articles/article/{article.pk}/{language}/checks/{rest}"


def send(client, to, told):
    return client.post(to, json.dumps(told), content_type="application/json")


def test_the_form_shows_the_checks_of_an_edition(client, chief, article):
    page = client.get(f"/admin/articles/article/{article.pk}/change/").text

    assert 'data-words="2-1"' in page
    assert f'data-address="{address(article)}"' in page


def test_an_article_without_a_match_has_no_checks(client, chief):
    article = make_edition(article=make_article()).article
    page = client.get(f"/admin/articles/article/{article.pk}/change/").text

    assert "<fact-checks" not in page


def test_saved_words_are_checked(client, chief, article):
    (found,) = client.get(address(article)).json()["open"]

    assert (found["kind"], found["field"], found["words"]) == ("score", "body", "2-1")
    assert (found["start"], found["end"]) == (24, 27)


def test_unsaved_words_are_checked_as_they_are_sent(client, chief, article):
    told = {"title": "L’OM a gagné 3-1", "standfirst": "", "body": "<p>Fini.</p>"}
    found = send(client, address(article), told).json()["open"]

    assert [(one["field"], one["words"]) for one in found] == [("title", "3-1")]


def test_a_check_is_dismissed_with_a_reason(client, chief, article):
    (found,) = client.get(address(article)).json()["open"]
    told = {"mark": found["mark"], "reason": "Autre match."}
    answer = send(client, address(article, "dismiss/"), told).json()

    assert answer["open"] == []
    assert [one["reason"] for one in answer["answered"]] == ["Autre match."]
    assert Dismissal.objects.get().dismissed_by == chief


def test_without_a_reason_it_is_refused_in_a_sentence(client, chief, article):
    (found,) = client.get(address(article)).json()["open"]
    answer = send(client, address(article, "dismiss/"), {"mark": found["mark"]})

    assert answer.status_code == 409
    assert set(answer.json()) == {"error"}


@pytest.mark.parametrize(
    ("role", "expected"), [("read-only", 403), ("sub-editor", 200), ("translator", 403)]
)
def test_who_may_answer_follows_from_the_role(client, article, role, expected):
    client.force_login(make_member(role))
    (found,) = client.get(address(article)).json()["open"]
    told = {"mark": found["mark"], "reason": "Autre match."}

    assert send(client, address(article, "dismiss/"), told).status_code == expected


def test_nobody_reads_checks_without_signing_in(client, article):
    assert client.get(address(article)).status_code == 401


@pytest.mark.parametrize("told", ["[]", "{", '"words"', ""])
def test_what_no_page_sends_is_refused(client, chief, article, told):
    sent = client.post(address(article), told, content_type="application/json")

    assert sent.status_code == 400


def test_a_language_that_is_none_is_not_found(client, chief, article):
    assert client.get(address(article, language="de")).status_code == 404


def test_publishing_says_what_the_checks_still_say(client, chief, article):
    edition = article.editions.get()
    verb = f"/admin/articles/article/{article.pk}/fr/verb/publish/"
    shown = client.get(verb).text
    seen = f"{article.version}.{edition.version}"
    page = client.post(verb, {"seen": seen}, follow=True)

    edition.refresh_from_db()
    assert edition.is_public() is True
    assert '<q lang="fr">2-1</q>' in shown
    assert any("2-1" in str(message) for message in page.context["messages"])
