from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.article_form import open_form, save
from tests.browser.waiting import comes_to, ready
from tests.factories import embed, make_article, make_match, make_quote, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(page, live_server, client):
    """A page signed in as a desk chief."""
    client.force_login(make_user("chief", is_superuser=True))
    cookie = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([cookie | {"url": live_server.url}])
    return page


@pytest.fixture
def story():
    match = make_match()
    quote = make_quote(match=match, verification="unverified")
    body = f"<p>Un texte.</p>{embed(quote)}{embed(match)}"
    return make_article(match=match, title_fr="Un partout", body_fr=body)


def open_preview(desk, story):
    """The tab that the form's button opens."""
    open_form(desk, story)
    desk.press("[name=title_fr]", "End")
    desk.fill("[name=title_fr]", "Titre jamais enregistré")
    with desk.context.expect_page() as opened:
        desk.click(".preview-button >> nth=0")
    return opened.value


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


def test_unsaved_words_are_seen_as_readers_would_and_stored_nowhere(desk, story):
    faults = []
    desk.context.on("console", lambda m: faults.append(m.text))
    tab = open_preview(desk, story)
    readers = tab.frame_locator(".preview__frame iframe")

    expect(readers.locator("h1")).to_have_text("Titre jamais enregistré")
    expect(readers.locator(".scorebox")).to_have_count(1)
    assert Article.objects.get().title_fr == "Un partout"
    assert faults == []


def test_the_form_behind_a_preview_still_warns_before_it_is_left(desk, story):
    open_preview(desk, story)
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    with desk.expect_event("dialog"):
        desk.evaluate("location.href = '/admin/'")

    assert asked == ["beforeunload"]


def test_a_save_after_a_preview_is_guarded_as_before(desk, story):
    open_preview(desk, story)

    save(desk)

    assert Article.objects.get().title_fr == "Titre jamais enregistré"
    assert Article.objects.get().history.count() == 2


def test_preview_takes_the_width_of_a_phone(desk, story):
    desk.set_viewport_size({"width": 1440, "height": 900})
    desk.goto(f"/admin/articles/article/{story.pk}/fr/preview/")
    frame = desk.frames[1]
    wide = frame.evaluate("innerWidth")

    desk.get_by_role("radio").nth(1).check()

    assert wide >= 1024
    comes_to(desk, lambda: frame.evaluate("innerWidth"), 390)
    comes_to(desk, lambda: width_of(frame), 390)


@pytest.mark.parametrize("width", [360, 768, 1440, 2560])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_preview_page_is_never_wider_than_its_window(desk, story, width, scheme):
    desk.set_viewport_size({"width": width, "height": 800})
    desk.emulate_media(color_scheme=scheme)

    desk.goto(f"/admin/articles/article/{story.pk}/fr/preview/")

    assert width_of(ready(desk)) == width


def test_link_opens_for_someone_without_an_account(desk, story, open_profile):
    desk.goto(f"/admin/articles/article/{story.pk}/fr/preview/")
    desk.click(".preview__links button")
    expect(desk.locator("#preview-address")).to_be_focused()
    address = urlsplit(desk.input_value("#preview-address")).path

    reader = open_profile().new_page()
    reader.goto(address)

    expect(reader.locator("h1")).to_have_text("Un partout")
    expect(reader.locator(".preview-banner")).to_have_count(1)
    assert reader.context.cookies() == []
