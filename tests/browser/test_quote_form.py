import pytest
from playwright.sync_api import expect

from articles.models import Quote, QuoteVariant
from tests.browser.waiting import arrive, comes_to, ready
from tests.factories import make_match, make_member, make_quote


@pytest.fixture
def quote_form(page, client, live_server):
    """The page, with a quote that two sources tell differently before a sub-editor."""
    quote = make_quote(
        text="En notre défaveur.", match=make_match(), verification="unverified"
    )
    QuoteVariant.objects.create(
        quote=quote, text="En notre faveur.", source_name="La Provence"
    )
    client.force_login(make_member("sub-editor"))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    page.goto(f"/admin/articles/quote/{quote.pk}/change/")
    return ready(page)


def test_the_translation_owed_stands_beside_the_verbatim(quote_form):
    english, french = (
        quote_form.locator(f"[name=translation_{code}]") for code in ("en", "fr")
    )

    expect(english).to_be_visible()
    expect(french).to_be_hidden()
    quote_form.locator("select[name=language]").select_option("it")
    expect(french).to_be_visible()
    quote_form.locator("select[name=language]").select_option("en")
    expect(english).to_be_hidden()


def test_verbs_wait_until_what_was_typed_is_saved(quote_form):
    check = quote_form.locator("button.verb--check")

    expect(check).to_be_enabled()
    quote_form.locator("[name=translation_en]").press_sequentially("Against us.")
    expect(check).to_be_disabled()


def test_a_sub_editor_checks_approves_and_corrects(quote_form):
    quote_form.locator("button.verb--check").click()
    arrive(quote_form, ".badge--checked")
    quote_form.locator("button.verb--approve").click()
    arrive(quote_form, ".badge--approved")
    quote_form.locator(".panel a.verb").click()
    arrive(quote_form, "[name=reason]")
    quote_form.locator("[name=text]").fill("En notre faveur.")
    quote_form.locator("[name=reason]").fill("Réécouté.")
    quote_form.locator("button.verb--correct").click()

    arrive(quote_form, "#corrections")
    expect(quote_form.locator(".messagelist .success")).to_be_visible()
    quote = Quote.objects.get()
    assert (quote.text, quote.verification) == ("En notre faveur.", "approved")


@pytest.mark.parametrize("width", [360, 1440])
def test_the_form_fits_the_screen(quote_form, width):
    quote_form.set_viewport_size({"width": width, "height": 800})

    expect(quote_form.locator(".is-reversal").first).to_be_visible()
    fits = "[innerWidth, document.documentElement.scrollWidth <= innerWidth]"
    comes_to(quote_form, lambda: quote_form.evaluate(fits), [width, True])
