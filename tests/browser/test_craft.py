import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.article_form import enter

pytestmark = pytest.mark.django_db(transaction=True)


def measure(page, field):
    return page.locator(f"output[for=id_{field}]")


def test_title_says_its_length_and_when_it_is_long(new_article):
    page = new_article

    page.fill("[name=title_fr]", "a" * 12)
    expect(measure(page, "title_fr")).to_have_text("12 / 200")

    page.fill("[name=title_fr]", "a" * 71)
    expect(measure(page, "title_fr")).to_contain_text("71 / 200 · ")


def test_text_says_how_long_it_takes_to_read(new_article):
    page = new_article

    enter(page, "en")
    page.keyboard.insert_text("Marseille drew one each. " * 115)

    expect(measure(page, "body_en")).to_contain_text("460")
    expect(measure(page, "body_en")).to_contain_text("2 min")
    expect(measure(page, "body_fr")).to_have_text("")


def test_keyboard_saves(new_article):
    page = new_article
    page.fill("[name=title_fr]", "Un partout")
    page.select_option("[name=kind]", "brief")

    page.keyboard.press("Control+s")

    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Article.objects.get().title_fr == "Un partout"


def test_keyboard_turns_the_languages(new_article):
    page = new_article

    for shown in ("en", "fr", "both"):
        page.keyboard.press("Alt+Shift+L")
        expect(page.locator("body")).to_have_attribute("data-languages", shown)


def test_keyboard_opens_the_picker_for_the_text_at_hand(new_article):
    page = new_article
    enter(page, "en")

    page.keyboard.press("Alt+Shift+Q")

    expect(page.locator("embed-picker dialog")).to_be_visible()
    expect(page.locator("embed-picker")).to_have_js_property("type", "quote")
    expect(page.locator("embed-picker")).to_have_js_property("language", "en")


def test_shortcuts_are_listed(new_article):
    page = new_article

    page.keyboard.press("Alt+Shift+K")

    dialog = page.locator("desk-shortcuts dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator("dt")).to_have_count(7)


def test_buttons_speak_the_language_of_the_desk(new_article):
    chosen = new_article.locator(".prose-menubar__selected button").first
    expect(chosen).to_have_attribute("aria-label", "Paragraphe")

    enter(new_article, "fr")
    new_article.keyboard.type("## Intertitre")

    expect(chosen).to_have_attribute("aria-label", "Intertitre")
