"""A translator takes an engine's words, and makes them the desk's."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from articles.translating.work import begin
from tests.articles.translating.engines import serving
from tests.browser.waiting import comes_to, ready
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db(transaction=True)

FRENCH = "<p>Marseille ouvre le score.</p>"
ENGLISH = "<p>Marseille opens the score.</p>"


@pytest.fixture
def engine(settings):
    with serving(says=lambda html: ENGLISH) as server:
        settings.TRANSLATION_ENGINE_URL = server.address
        yield server


@pytest.fixture
def desk(page, client, live_server, engine):
    words = {"title_en": "", "standfirst_fr": "", "standfirst_en": "", "body_en": ""}
    article = make_article(**words, title_fr="Un nul", body_fr=FRENCH)
    begin(article, language="en", by=make_member("translator"))
    client.force_login(make_member("translator"))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    page.goto(f"/admin/articles/article/{article.pk}/en/translate/")
    return ready(page)


@pytest.fixture
def passage(desk):
    return desk.locator("translation-row").nth(1)


def ask(passage):
    passage.locator("[data-verb=draft]").click()


def test_a_draft_lands_in_the_passage_as_machine_text(desk, passage):
    ask(passage)

    expect(passage.locator("[data-text]")).to_have_text("Marseille opens the score.")
    expect(passage).to_have_class("passage passage--open passage--machine")
    expect(passage.locator("[data-verb=draft]")).to_have_count(0)


def test_a_draft_lands_where_the_caret_is(desk, passage):
    passage.locator("[data-text]").focus()

    ask(passage)

    expect(passage.locator("[data-text]")).to_have_text("Marseille opens the score.")


def test_a_draft_is_the_desks_once_edited(desk, passage):
    ask(passage)
    expect(passage).to_have_class("passage passage--open passage--machine")

    passage.locator("[data-text]").fill("Marseille took the lead.")
    passage.locator("[data-verb=done]").click()

    expect(passage).to_have_class("passage passage--done")
    said = "<p>Marseille took the lead.</p>"
    comes_to(desk, lambda: Article.objects.get().body_en, said)


def test_an_engine_that_fails_is_said_at_the_passage(desk, passage, engine, faults):
    engine.status, engine.error = 400, "fr is not supported"

    ask(passage)

    refusal = passage.locator(".passage__refusal")
    expect(refusal).to_contain_text("fr is not supported")
    expect(desk.locator(".translating__status")).to_have_text("")
    expect(passage).to_have_attribute("data-state", "unwritten")
    faults[:] = [fault for fault in faults if "409" not in fault]


def test_what_is_typed_while_the_engine_thinks_wins(desk, passage, engine):
    engine.drip = 0.02
    ask(passage)

    passage.locator("[data-text]").fill("Marseille took the lead.")

    said = "<p>Marseille took the lead.</p>"
    comes_to(desk, lambda: Article.objects.get().body_en, said)
    expect(passage.locator("[data-text]")).to_have_text("Marseille took the lead.")
    expect(passage).to_have_class("passage passage--open")
