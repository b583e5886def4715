import pytest
from playwright.sync_api import expect

from articles.models import Author, Byline, MatchLink
from tests.browser.article_form import choose, open_form, save
from tests.factories import make_article, make_match, make_member

pytestmark = pytest.mark.django_db(transaction=True)

TAKE = ".kept-work__buttons button:nth-child(1)"


@pytest.fixture
def desk(page, client, live_server):
    """A page in which a desk chief is signed in."""
    client.force_login(make_member("desk chief"))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    return page


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def reopen(open_profile):
    """Kills a browser and opens another, in which the same person is signed in."""

    def reopen(page):
        cookies = page.context.cookies()
        page.context.close()
        profile = open_profile()
        profile.add_cookies(cookies)
        return profile.new_page()

    return reopen


def keeping(page, words):
    """Waits until the server keeps what holds `words`."""

    def is_it(answer):
        sent = answer.url.endswith("/keep/") and answer.request.post_data
        return bool(sent) and words in sent and answer.ok

    return page.expect_response(is_it)


def test_rows_added_to_a_page_that_died_are_given_back(desk, reopen, article):
    match = make_match()
    author = Author.objects.create(name="Alice Martin", slug="alice-martin")
    open_form(desk, article)
    desk.click("#bylines-group .add-row a")
    choose(desk, "bylines-0", "Alice")
    desk.click("#links-group .add-row a")
    desk.select_option("[name=links-0-role]", "reaction")
    desk.check("[name=links-0-is_primary]")
    with keeping(desk, f'"links:+0:match":"{match.pk}"'):
        choose(desk, "links-0", "Atalanta")
    page = reopen(desk)
    open_form(page, article)
    expect(page.locator(".kept-work__offer ins").last).to_contain_text("Alice Martin")
    page.click(TAKE)

    shown = page.locator("#links-0 .select2-selection__rendered")
    expect(shown).to_contain_text("Atalanta")
    save(page)
    link, byline = MatchLink.objects.get(), Byline.objects.get()
    assert (link.match, link.role, link.is_primary) == (match, "reaction", True)
    assert (byline.article, byline.author) == (article, author)


def test_changed_rows_find_their_place_when_others_removed_one(desk, reopen):
    match = make_match()
    article = make_article(match=match)
    make_link(article, "live", make_match(stage=match.stage))
    make_link(article, "analysis", make_match(stage=match.stage))
    open_form(desk, article)
    desk.locator("[name=links-0-role]").focus()  # as people come to a field
    desk.select_option("[name=links-0-role]", "ratings")
    desk.select_option("[name=links-1-role]", "reaction")
    with keeping(desk, "DELETE"):
        desk.check("[name=links-2-DELETE]")
    MatchLink.objects.filter(role="report").delete()
    page = reopen(desk)
    open_form(page, article)
    page.click(TAKE)

    expect(page.locator("[name=links-0-role]")).to_have_value("reaction")
    expect(page.locator("[name=links-1-DELETE]")).to_be_checked()
    save(page)
    assert [link.role for link in MatchLink.objects.all()] == ["reaction"]


def make_link(article, role, match):
    return MatchLink.objects.create(article=article, match=match, role=role)
