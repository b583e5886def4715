import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import open_form, text_of
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "a secret for the desk"
KEPT = ".auto-save__state:not(:empty)"


@pytest.fixture
def member(db):
    member = make_member("desk chief", username="lea", first_name="Léa")
    member.set_password(SECRET)
    member.save()
    return member


@pytest.fixture
def desk(page, member):
    """A page of someone who is signed in."""
    sign_in(page)
    return page


def sign_in(page, username="lea"):
    page.goto("/admin/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", SECRET)
    page.click("#login-form [type=submit]")
    expect(page.locator("#logout-form")).to_be_visible()


def kept(page):
    expect(page.locator(KEPT)).to_be_visible()


def test_typing_is_kept_and_offered_back_to_who_typed(desk):
    article = make_article()
    open_form(desk, article)
    text_of(desk, "fr").press_sequentially("Du neuf. ")
    kept(desk)

    open_form(desk, article)
    offer = desk.locator(".kept-work__offer")
    expect(offer.locator("ins")).to_have_text("Du neuf. ")
    offer.get_by_text("Reprendre").click()
    expect(text_of(desk, "fr")).to_contain_text("Du neuf. Le texte français.")
