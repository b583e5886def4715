import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.article_form import open_form
from tests.browser.waiting import arrive, ready
from tests.factories import make_article
from tests.newsroom.sign_in.doors import NOW, PASSWORD, code_at, make_account, set_clock

pytestmark = pytest.mark.django_db(transaction=True)

GO_ON = ".door button.default"
AGAIN = ".sign-in-again"


@pytest.fixture
def enrolled(page, settings, monkeypatch):
    """A desk chief who has just set up a second factor, as the page asks for it."""
    settings.REQUIRE_SECOND_FACTOR = True
    set_clock(monkeypatch, NOW)
    chief = make_account(username="lea")
    page.goto("/admin/")
    page.fill("[name=login]", "lea")
    page.fill("[name=password]", PASSWORD)
    page.click(GO_ON)
    arrive(page, "form[action='/accounts/reauthenticate/']")
    page.fill("[name=password]", PASSWORD)
    page.click(GO_ON)
    key = page.locator(".door__key").inner_text()
    page.fill("[name=code]", code_at(NOW, key))
    page.click(GO_ON)
    arrive(page, ".door__codes")
    return chief, key


def test_a_second_factor_is_set_up_and_opens_the_desk(page, enrolled):
    expect(page.locator(".door__codes li")).to_have_count(10)
    page.click("a.default")

    arrive(page, "#logout-form")
    expect(page).to_have_url("/admin/")


def test_who_signs_in_again_over_their_words_is_asked_for_the_code(
    page, enrolled, monkeypatch, faults
):
    _chief, key = enrolled
    open_form(page, make_article())
    page.fill("[name=title_fr]", "Un nul")
    Session.objects.all().delete()
    set_clock(monkeypatch, NOW + 60)
    page.fill(f"{AGAIN} [name=password]", PASSWORD)
    page.click(f"{AGAIN} [type=submit]")
    page.fill(f"{AGAIN} [name=code]", code_at(NOW + 60, key))
    page.click(f"{AGAIN} [type=submit]")
    expect(page.locator(AGAIN)).to_be_hidden()
    page.click("[name=_continue]")

    arrive(ready(page), ".messagelist .success")
    assert Article.objects.get().title_fr == "Un nul"
    faults.clear()  # what the page was told while signed out
