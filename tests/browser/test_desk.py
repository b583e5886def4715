import re

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.article_form import enter, open_form, save, text_of
from tests.browser.waiting import arrive, ready
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_match,
    make_member,
    make_photo,
    make_post,
    make_quote,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "a secret for the desk"
PICKED = "embed-picker dialog li button"


@pytest.fixture
def sign_in(page, live_server):
    """Signs someone of a role in through the page, as people do."""

    def sign_in(role):
        member = make_member(role)
        member.set_password(SECRET)
        member.save()
        page.goto("/admin/")
        page.fill("[name=login]", member.username)
        page.fill("[name=password]", SECRET)
        page.click("#login-form [type=submit]")
        arrive(page, "#logout-form")
        return member

    return sign_in


def open_empty_form(page):
    page.goto("/admin/articles/article/add/")
    expect(text_of(page, "en")).to_be_visible()
    ready(page)


def test_a_saved_title_is_public_once_the_change_is_published(page, sign_in):
    sign_in("desk chief")
    edition = publish(make_article())
    open_form(page, edition.article)
    page.fill("[name=title_fr]", "Un autre titre")
    save(page)

    page.goto(edition.get_absolute_url())
    expect(page.locator("h1")).to_have_text("Le petit truc manque")
    open_form(page, edition.article)
    page.click("button[form=fr-publish]")
    arrive(page, "publish-act")
    page.check("[name=change][value=update]")
    page.keyboard.press("Control+Enter")
    arrive(page, ".messagelist a")
    page.click(".messagelist a")
    expect(page.locator("h1")).to_have_text("Un autre titre")


def test_a_picked_quote_and_typed_spaces_come_back_as_they_were(page, sign_in):
    sign_in("reporter")
    quote = make_quote(match=make_match())
    make_quote(text="Un autre.", translation_en="Another.")
    open_empty_form(page)
    page.fill("[name=title_fr]", "Un nul")
    page.select_option("[name=kind]", "report")
    enter(page, "fr")
    page.keyboard.type("Il y a  deux espaces.")
    page.click(".fieldBox.field-body_fr .embed-button--quote")
    expect(page.locator(PICKED)).to_have_count(2)
    page.fill("embed-picker dialog input", "goût")
    expect(page.locator(PICKED)).to_have_count(1)
    page.click(f"embed-picker dialog button[value='{quote.pk}']")
    expect(text_of(page, "fr")).to_be_focused()
    page.keyboard.type("Et la suite.")
    save(page)

    body = f"<p>Il y a  deux espaces.</p>\n{embed(quote)}\n<p>Et la suite.</p>"
    assert Article.objects.get().body_fr == body
    card = page.locator(".fieldBox.field-body_fr .embed-card__text")
    expect(card).to_have_text("«\u202fIl y a un petit goût amer.\u202f»")
    page.reload()
    expect(card).to_have_text("«\u202fIl y a un petit goût amer.\u202f»")


def test_the_picker_answers_to_the_keyboard_alone(page, sign_in):
    sign_in("reporter")
    make_quote()
    open_empty_form(page)
    button = page.locator(".fieldBox.field-body_en .embed-button--quote")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(PICKED)).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    card = page.locator(".fieldBox.field-body_en .embed-card__text")
    expect(card).to_have_text("“There is a slightly bitter taste.”")


def test_escape_closes_the_picker_and_inserts_nothing(page, sign_in):
    sign_in("reporter")
    make_quote()
    open_empty_form(page)
    page.click(".fieldBox.field-body_fr .embed-button--quote")
    expect(page.locator(PICKED)).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.locator("embed-picker dialog")).to_be_hidden()
    expect(page.locator(".embed-card")).to_have_count(0)


def test_a_card_is_undone_like_any_word(page, sign_in):
    sign_in("reporter")
    make_post()
    open_empty_form(page)
    page.click(".fieldBox.field-body_fr .embed-button--post")
    page.click(PICKED)
    expect(page.locator(".embed-card--post")).to_have_count(1)
    expect(text_of(page, "fr")).to_be_focused()
    page.keyboard.press("Control+z")

    expect(page.locator(".embed-card--post")).to_have_count(0)


def test_every_kind_of_record_has_its_card(page, sign_in):
    sign_in("desk chief")
    match = make_match(full_time_home=1, full_time_away=1, status="finished")
    records = [make_quote(), make_post(), make_photo(), match]
    article = make_article(body_fr="".join(embed(record) for record in records))
    open_form(page, article)

    cards = page.locator(".fieldBox.field-body_fr .embed-card__text")
    expect(cards).to_have_count(4)
    expect(cards.last).to_have_text("Olympique de Marseille 1-1 Atalanta")


def test_the_verbs_wait_for_the_words_to_be_saved(page, sign_in):
    sign_in("desk chief")
    edition = make_edition()
    open_form(page, edition.article)
    publish_button = page.locator("button[form=fr-publish]")
    expect(publish_button).to_be_enabled()
    enter(page, "fr")
    page.keyboard.type("Encore un mot. ")

    expect(publish_button).to_be_disabled()
    save(page)
    expect(publish_button).to_be_enabled()


def test_a_translator_reads_the_original_and_writes_beside_it(page, sign_in):
    sign_in("translator")
    open_form(page, make_article())

    expect(page.locator("[name=title_fr]")).to_be_disabled()
    expect(text_of(page, "fr")).to_have_attribute("contenteditable", "false")
    expect(text_of(page, "en")).to_have_attribute("contenteditable", "true")
    expect(text_of(page, "en")).to_have_attribute("lang", "en")


def test_one_language_fills_the_form_and_the_browser_remembers(page, sign_in):
    sign_in("desk chief")
    article = make_article()
    open_form(page, article)
    page.click(".language-view [value=en]")
    expect(page.locator("body")).to_have_attribute("data-languages", "en")
    page.reload()

    expect(page.locator("[name=title_en]")).to_be_visible()
    expect(page.locator("[name=title_fr]")).to_be_hidden()


PAGES = [
    "",
    "articles/article/",
    "articles/article/add/",
    "articles/article/1/change/",
    "articles/article/1/history/",
    "articles/quote/1/change/",
    "articles/quote/1/delete/",
    "articles/clubpost/add/",
    "articles/photo/add/",
    "articles/author/add/",
    "articles/notice/add/",
    "articles/auditentry/",
    "matches/match/1/change/",
]


@pytest.mark.parametrize("width", [360, 2560])
def test_no_page_of_the_desk_is_wider_than_its_screen(page, sign_in, width):
    sign_in("desk chief")
    match = make_match(pk=1)
    quote = make_quote(pk=1, match=match)
    make_article(pk=1, match=match, body_fr=f"<p>Du texte.</p>{embed(quote)}")
    page.set_viewport_size({"width": width, "height": 900})
    widths = {}
    for path in PAGES:
        page.goto(f"/admin/{path}")
        ready(page)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(PAGES, width)


def test_the_interface_speaks_the_language_chosen(page, sign_in):
    sign_in("reporter")
    page.click(".interface-language button")

    expect(page.locator("html")).to_have_attribute("lang", re.compile("^en"))
