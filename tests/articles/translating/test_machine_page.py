"""The page of a translation where an engine is at hand, as browsers ask for it."""

import json

import pytest
from django.urls import reverse

from articles.translating.work import begin
from tests.factories import make_article, make_member

from .engines import loud, serving

pytestmark = pytest.mark.django_db
FRENCH = "<p>Marseille ouvre le score.</p>"
BUTTON = 'data-verb="draft">Machine draft</button>'


@pytest.fixture
def engine(settings):
    with serving() as server:
        settings.TRANSLATION_ENGINE_URL = server.address
        yield server


@pytest.fixture
def article(client):
    translator = make_member("translator")
    client.force_login(translator)
    client.cookies["django_language"] = "en"
    words = {"title_en": "", "standfirst_fr": "", "standfirst_en": ""}
    article = make_article(**words, title_fr="Un nul", body_fr=FRENCH, body_en="")
    begin(article, language="en", by=translator)
    return article


def address(article, page=""):
    return reverse(f"admin:article_translate{page}", args=[article.pk, "en"])


def ask(client, article, source=FRENCH):
    told = json.dumps({"number": 1, "source": source, "before": "", "target": ""})
    where = address(article, "_draft")
    return client.post(where, told, content_type="application/json")


def test_no_draft_is_offered_without_an_engine(client, article):
    page = client.get(address(article)).content.decode()

    assert BUTTON not in page
    assert ask(client, article).status_code == 409


def test_a_draft_is_offered_for_each_unwritten_passage(client, article, engine):
    page = client.get(address(article)).content.decode()

    assert page.count(BUTTON) == 2
    assert engine.asked == []


def test_a_draft_is_shown_as_machine_text(client, article, engine):
    rows = ask(client, article).json()["rows"]

    assert [loud(FRENCH)[3:-4] in row["html"] for row in rows] == [False, True]
    assert ["passage--machine" in row["html"] for row in rows] == [False, True]
    assert ["Machine text, to be read" in row["html"] for row in rows] == [False, True]
    assert [BUTTON in row["html"] for row in rows] == [True, False]


def test_what_the_engine_refuses_is_a_sentence(client, article, engine):
    engine.status, engine.error = 400, "fr is not supported"

    answer = ask(client, article)

    said = "The translation engine says: “fr is not supported”"
    assert (answer.status_code, answer.json()) == (409, {"error": said})


def test_a_passage_that_is_gone_is_said_and_not_sent(client, article, engine):
    assert ask(client, article, "<p>Autre chose entièrement.</p>").status_code == 409
    assert engine.asked == []


def test_a_draft_is_asked_for_by_post_and_signed_in(client, article, engine):
    assert client.get(address(article, "_draft")).status_code == 405
    client.logout()
    assert ask(client, article).status_code == 401
    assert engine.asked == []


def test_who_does_not_write_the_language_gets_none(client, article, engine):
    client.force_login(make_member("read-only"))

    assert BUTTON not in client.get(address(article)).content.decode()
    assert ask(client, article).status_code == 403
    assert engine.asked == []
