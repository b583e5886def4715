import pytest
from playwright.sync_api import expect

from tests.browser.waiting import arrive_at
from tests.factories import (
    embed,
    make_article,
    make_event,
    make_person,
    make_post,
    make_quote,
    make_tie,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(live_server):
    """A story on the first leg of a tie, public in both languages."""
    match = make_tie().leg(1)
    make_event(match=match, person=make_person("Chancel Mbemba"), team=match.home)
    shown = [make_quote(match=match), make_post(match=match), match]
    body = "<p>Un texte.</p>" + "".join(map(embed, shown))
    article = make_article(
        match=match,
        title_fr="Un partout",
        title_en="All square",
        body_fr=body,
        body_en=body,
    )
    publish(article, "fr")
    publish(article, "en")
    return article


def test_reader_walks_from_the_front_to_the_other_language(page, story):
    match = story.links.get().match
    page.goto("/")
    page.click("text=Un partout")
    page.click(".scorebox__link a")
    arrive_at(page, match.get_absolute_url())
    expect(page.locator(".scorebox .score")).to_have_text("1-1")

    page.click(".language-switch a")
    page.click("text=All square")

    expect(page.locator("h1")).to_have_text("All square")
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_window(page, story, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    match = story.links.get().match

    for address in (
        "/fr/",
        story.editions.get(language="fr").get_absolute_url(),
        match.get_absolute_url(),
        match.season.get_absolute_url(),
        match.home.get_absolute_url(),
        "/fr/articles/",
    ):
        page.goto(address)
        expect(page.locator("html")).to_have_js_property("scrollWidth", width)


def test_verbatim_of_a_translated_quote_opens_without_a_script(page, story):
    page.goto(story.editions.get(language="en").get_absolute_url())
    verbatim = page.locator(".quote__verbatim p")
    expect(verbatim).to_be_hidden()

    page.click(".quote__verbatim summary")

    expect(verbatim).to_be_visible()
    expect(verbatim).to_have_attribute("lang", "fr")


def test_first_view_of_an_article_takes_eight_requests_at_most(page, story):
    requests = []
    page.on("request", lambda request: requests.append(request.url))

    page.goto(story.editions.get(language="fr").get_absolute_url())
    page.wait_for_load_state("networkidle")

    assert len(requests) <= 8


def test_keyboard_reaches_the_content_first(page, story):
    page.goto("/fr/")

    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#content")).to_be_focused()
