"""A translator carries a story across, at the keyboard."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Photo
from articles.translating.work import begin
from tests.browser.waiting import arrive, comes_to, ready
from tests.factories import embed, make_article, make_member, make_photo, make_quote

pytestmark = pytest.mark.django_db(transaction=True)

GOAL = "<p>Marseille ouvre le score.</p>"
LEVEL = "<p>Les Bergamasques égalisent.</p>"
ENGLISH = ["A draw", "Marseille took the lead.", "Atalanta levelled."]


@pytest.fixture
def quote():
    return make_quote(translation_en="")


@pytest.fixture
def article(quote):
    body = f"{GOAL}{embed(quote)}{LEVEL}"
    words = {"title_en": "", "standfirst_fr": "", "standfirst_en": "", "body_en": ""}
    return make_article(**words, title_fr="Un nul", body_fr=body)


@pytest.fixture
def desk(page, client, live_server):
    client.force_login(make_member("translator"))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    return page


@pytest.fixture
def open_translation(desk, article):
    begin(article, language="en", by=make_member("translator"))
    desk.goto(f"/admin/articles/article/{article.pk}/en/translate/")
    ready(desk)
    return desk


def row(page, number):
    return page.locator("translation-row").nth(number)


def text(page, number):
    return row(page, number).locator("[data-text]")


def state(page, number, expected):
    expect(row(page, number)).to_have_attribute("data-state", expected)


def finish(page):
    page.keyboard.press("Control+Enter")


def test_a_story_is_translated_from_the_first_key_to_the_last(desk, article, quote):
    desk.goto(f"/admin/articles/article/{article.pk}/en/translate/")
    expect(desk.locator(".translating-begin button")).to_be_focused()
    desk.keyboard.press("Enter")
    arrive(desk, "translation-row")
    ready(desk)
    text(desk, 0).focus()
    for words in ENGLISH[:2]:
        desk.keyboard.type(words)
        finish(desk)
    expect(row(desk, 2).locator("[data-record]")).to_be_focused()
    desk.keyboard.type("A bitter taste.")
    finish(desk)
    expect(text(desk, 3)).to_be_focused()
    desk.keyboard.type(ENGLISH[2])
    finish(desk)

    for number in (0, 1, 2, 3):
        state(desk, number, "done")
    saved = Article.objects.get()
    body = [f"<p>{ENGLISH[1]}</p>", embed(quote), f"<p>{ENGLISH[2]}</p>"]
    assert (saved.title_en, saved.body_en.splitlines()) == (ENGLISH[0], body)


def test_a_missing_translation_of_a_quote_is_written_in_its_place(
    open_translation, quote
):
    page = open_translation
    row(page, 2).locator("textarea").fill("There is a bitter taste.")
    row(page, 2).locator("[data-verb=record]").click()

    expect(row(page, 2).locator("textarea")).to_have_count(0)
    expect(row(page, 2).locator(".embed-card__text")).to_contain_text("bitter taste")


def test_words_left_behind_are_saved_and_not_called_done(open_translation):
    page = open_translation
    text(page, 1).click()
    page.keyboard.type(ENGLISH[1])
    page.keyboard.press("Enter")

    expect(text(page, 3)).to_be_focused()
    state(page, 1, "open")
    assert Article.objects.get().body_en.startswith(f"<p>{ENGLISH[1]}</p>")


def test_what_the_author_changes_meanwhile_is_shown_with_its_diff(
    open_translation, article
):
    page = open_translation
    text(page, 3).click()
    page.keyboard.type(ENGLISH[2])
    finish(page)
    state(page, 3, "done")
    changed = Article.objects.get()
    changed.body_fr = changed.body_fr.replace("égalisent", "répondent")
    changed.save()

    page.reload()
    ready(page)

    state(page, 3, "stale")
    expect(row(page, 3).locator("del")).to_have_text("égalisent")
    expect(row(page, 3).locator("ins")).to_have_text("répondent")
    row(page, 3).locator("[data-verb=still_right]").click()
    state(page, 3, "done")


def test_what_is_typed_without_a_connection_comes_back(open_translation, faults):
    page = open_translation
    page.context.set_offline(True)
    text(page, 1).click()
    page.keyboard.type(ENGLISH[1])
    page.keyboard.press("Enter")
    expect(page.locator(".translating__status")).not_to_be_empty()

    page.context.set_offline(False)
    page.reload()
    ready(page)

    expect(text(page, 1)).to_have_text(ENGLISH[1])
    first = f"<p>{ENGLISH[1]}</p>"
    comes_to(page, lambda: Article.objects.get().body_en.splitlines()[0], first)
    faults.clear()


def test_a_quote_typed_and_not_sent_comes_back(open_translation, quote):
    page = open_translation
    row(page, 2).locator("textarea").click()
    page.keyboard.type("A bitter taste")
    page.keyboard.press("Alt+ArrowUp")

    page.reload()
    ready(page)

    expect(row(page, 2).locator("textarea")).to_have_value("A bitter taste")
    row(page, 2).locator("[data-verb=record]").click()
    expect(row(page, 2).locator("textarea")).to_have_count(0)
    page.reload()
    expect(page.locator("translation-kept")).to_be_empty()


@pytest.fixture
def picture(desk, article):
    picture = make_photo(alt_fr="Un but", alt_en="", caption_fr="Le but.")
    article.body_fr = f"{GOAL}{embed(picture)}{LEVEL}"
    article.save()
    begin(article, language="en", by=make_member("translator"))
    desk.goto(f"/admin/articles/article/{article.pk}/en/translate/")
    ready(desk)
    return picture


def test_what_a_picture_says_is_saved_as_its_field_is_left(desk, picture):
    text(desk, 3).focus()
    desk.keyboard.type("A goal")
    assert not Photo.objects.exclude(alt_en="").exists()
    desk.keyboard.press("Enter")

    expect(text(desk, 4)).to_be_focused()
    state(desk, 3, "done")
    assert Photo.objects.get().alt_en == "A goal"


def test_what_a_picture_says_is_kept_until_it_is_sent(desk, picture, faults):
    text(desk, 3).focus()
    desk.keyboard.type("A goal")

    desk.reload()
    ready(desk)

    expect(text(desk, 3)).to_have_value("A goal")
    assert not Photo.objects.exclude(alt_en="").exists()


def test_two_who_write_the_same_words_of_a_picture_choose(desk, picture, faults):
    Photo.objects.update(alt_en="A <goal> & more")
    text(desk, 3).focus()
    desk.keyboard.type("A goal")
    finish(desk)

    refusal = row(desk, 3).locator(".passage__refusal")
    expect(refusal.locator("q")).to_have_text("A <goal> & more")
    refusal.locator("[data-verb=theirs]").click()
    expect(text(desk, 3)).to_have_value("A <goal> & more")
    faults[:] = [fault for fault in faults if "409" not in fault]


FRENCH_WORDS = [
    ('"Quel match !" dit-il : oui', "«⟨Quel match⟨!⟨» dit-il⟦: oui"),
    ("L'OM a gagné... 50 %", "L’OM a gagné… 50⟦%"),
]


@pytest.mark.parametrize("number", [0, 1], ids=["title", "text"])
@pytest.mark.parametrize(("typed", "shown"), FRENCH_WORDS)
def test_french_is_set_as_it_is_typed(desk, article, number, typed, shown):
    swapped = {"title_en": "A draw", "title_fr": "", "body_en": GOAL, "body_fr": ""}
    Article.objects.update(**swapped, original_language="en")
    begin(article, language="fr", by=make_member("desk chief", is_superuser=True))
    desk.goto(f"/admin/articles/article/{article.pk}/fr/translate/")
    ready(desk)

    text(desk, number).focus()
    desk.keyboard.type(typed)

    expected = shown.replace("⟨", "\u202f").replace("⟦", "\u00a0")
    read = "field => field.value ?? field.textContent"
    comes_to(desk, lambda: text(desk, number).evaluate(read), expected)


def test_two_who_write_the_same_passage_choose(open_translation, faults):
    page = open_translation
    other = Article.objects.get()
    other.body_en = f"<p>Marseille scored.</p>{other.body_en}"
    other.save()

    text(page, 1).click()
    page.keyboard.type(ENGLISH[1])
    finish(page)

    expect(row(page, 1).locator(".passage__refusal q")).to_have_text(
        "Marseille scored."
    )
    row(page, 1).locator(".passage__refusal [data-verb=write]").click()
    state(page, 1, "open")
    assert Article.objects.get().body_en.startswith(f"<p>{ENGLISH[1]}</p>")
    faults[:] = [fault for fault in faults if "409" not in fault]


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_never_wider_than_its_window(open_translation, width, scheme):
    page = open_translation
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})

    script = "width => document.documentElement.scrollWidth === width"
    page.wait_for_function(script, arg=width)
