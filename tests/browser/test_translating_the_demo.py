"""The demo's French reaction piece is carried into English, without a mouse."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import expect

from articles.blocks import Record
from articles.models import Article, Quote
from articles.translating.units import units
from articles.translating.work import begin
from tests.browser.waiting import arrive, ready
from tests.factories import embed, make_article, make_match, make_member, make_quote

pytestmark = pytest.mark.django_db(transaction=True)
GLOSSARY = {"demi-finale": "semi-final", "Ligue Europa": "Europa League"}
SAID = "We’ll have to defend well and handle the counter-attacks."


@pytest.fixture
def demo(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    call_command("demo", stdout=StringIO())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # PostgreSQL has seen these tables empty
    article = Article.objects.get(title_fr__startswith="Gasset")
    english = units(article.words("en"))
    article.editions.get(language="en").delete()
    article.title_en = article.standfirst_en = article.body_en = ""
    article.social_title_en = ""
    article.save()
    quote = article.embeds.in_language("fr").exclude(quote=None).first().quote
    Quote.objects.filter(pk=quote.pk).update(translation_en="")
    return article, english, quote


def sign_in(page, client, live_server, user):
    client.force_login(user)
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])


def test_from_the_queue_to_the_last_passage(page, client, live_server, demo):
    article, english, quote = demo
    sign_in(page, client, live_server, User.objects.get(username="translator"))
    page.goto("/admin/")
    page.locator("#board-translate a").press("Enter")
    arrive(page, ".waiting-filter")
    page.locator(f".waiting a[href*='/{article.pk}/en/']").press("Enter")
    arrive(page, ".translating-begin")
    page.keyboard.press("Enter")
    arrive(page, "translation-row")

    for number, unit in enumerate(english):
        row = page.locator("translation-row:not([data-picture])").nth(number)
        if unit.is_record and unit.record != Record("quote", quote.pk):
            continue
        expect(row.locator("[data-text], [data-record]")).to_be_focused()
        write(page, row, unit.text or SAID)
        page.keyboard.press("Control+Enter")

    expect(page.locator("translation-row:not([data-state=done])")).to_have_count(0)
    saved = Article.objects.get(pk=article.pk)
    assert [u.text for u in units(saved.words("en"))] == [u.text for u in english]
    assert Quote.objects.get(pk=quote.pk).translation_en == SAID


def write(page, row, text):
    """Types `text`, its terms of the glossary by their keys."""
    source = row.locator(".passage__source").inner_text()
    for french, form in GLOSSARY.items():
        if french in source and form in text and row.get_attribute("data-tag") == "":
            before, text = text.split(form, 1)
            page.keyboard.type(before)
            offer = row.locator(".help__words li", has_text=french).first
            number = offer.locator("kbd").last.inner_text()
            page.keyboard.press(f"Alt+Digit{number}")
            expect(row.locator("[data-text]")).to_have_value(before + form)
    page.keyboard.type(text)


FRENCH = (
    "<p>L’OM et l’Atalanta se quittent sur un nul 1-1.</p>"
    "<p>Le but est venu dans le temps additionnel.</p>"
    '<p>La <a href="https://example.org/feuille">feuille de match</a> le dit.</p>'
    "<p>Gasset a quitté le stade sans un mot.</p>"
)
FAULTY = (
    "<p>Marseille and Atalanta Bergamo drew 2-1.</p>"
    "<p>The goal came in extra time.</p>"
    "<p>The match sheet says so.</p>"
    "<p>Gasset a quitté le stade sans un mot.</p>"
)

WORDS = "all => all.map(one => one.querySelector('q')?.textContent ?? '')"


def test_six_planted_faults_are_caught(page, client, live_server):
    call_command("import_terms", "articles/translating/glossary.csv", stdout=StringIO())
    translator = make_member("translator")
    match = make_match()
    body = FRENCH + embed(make_quote(match=match))
    lines = {"standfirst_fr": "", "standfirst_en": ""}
    article = make_article(match=match, body_fr=body, body_en="", **lines)
    begin(article, language="en", by=translator)
    Article.objects.filter(pk=article.pk).update(body_en=FAULTY)
    sign_in(page, client, live_server, translator)

    page.goto(f"/admin/articles/article/{article.pk}/en/translate/")
    ready(page)

    expect(page.locator(".checks__one")).to_have_count(6)
    marks = page.locator(".checks__one").evaluate_all(WORDS)
    assert marks == [
        "Atalanta Bergamo",
        "2-1",
        "extra time",
        "feuille de match",
        "Gasset a quitté le stade sans un mot.",
        "",
    ]
