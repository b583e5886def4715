import pytest
from playwright.sync_api import expect

from tests.browser.waiting import arrive, ready
from tests.factories import make_article, make_user, publish

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
    """Saved with one title, and with another that readers read."""
    article = make_article(title_fr="Un partout", title_en="All square")
    article.title_fr, article.title_en = "Deux partout", "Two apiece"
    article.save()
    publish(article)
    return article


def test_one_language_comes_back_and_readers_see_no_change(desk, story):
    desk.goto(f"/admin/articles/article/{story.pk}/history/")
    desk.click(".saves tbody th a >> nth=-1")
    arrive(desk, ".revision__restore")
    desk.uncheck("[name=part][value=en]")
    desk.click(".revision__restore button")

    expect(desk.locator("[name=title_fr]")).to_have_value("Un partout")
    expect(desk.locator("[name=title_en]")).to_have_value("Two apiece")
    desk.goto(story.editions.get().get_absolute_url())
    expect(desk.locator("h1")).to_have_text("Deux partout")


def test_two_saves_are_compared_from_the_list(desk, story):
    desk.goto(f"/admin/articles/article/{story.pk}/history/")
    desk.click(".saves tbody th a >> nth=0")

    expect(desk.locator(".diff del")).to_have_text(["Un", "All", "square"])
    expect(desk.locator(".diff ins")).to_have_text(["Deux", "Two", "apiece"])


@pytest.mark.parametrize("width", [360, 1440, 2560])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_history_is_never_wider_than_its_window(desk, story, width, scheme):
    desk.set_viewport_size({"width": width, "height": 800})
    desk.emulate_media(color_scheme=scheme)
    widths = []
    history = f"/admin/articles/article/{story.pk}/history/"

    for address in (history, f"{history}{story.history.first().pk}/"):
        desk.goto(address)
        ready(desk)
        widths.append(desk.evaluate("document.documentElement.scrollWidth"))

    assert widths == [width, width]
