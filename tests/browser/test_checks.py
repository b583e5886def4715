import pytest
from playwright.sync_api import expect

from articles.models import Dismissal
from tests.articles.facts.semi_final import SemiFinal
from tests.browser.article_form import enter, open_form, write
from tests.browser.waiting import comes_to
from tests.factories import make_edition, make_member


@pytest.fixture
def form(page, client, live_server):
    """The page, with a wrong score in the title and the text before a sub-editor."""
    article = SemiFinal().article()
    article.title_fr = "L’OM gagne 3-1"
    article.body_fr = "<p>Il a plu.</p><p>L’OM a battu l’Atalanta 2-1.</p>"
    article.save()
    make_edition(article=article)
    client.force_login(make_member("sub-editor"))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    open_form(page, article)
    return page


def one(form, words):
    return form.locator(f".checks__one[data-words='{words}']")


def selected(form):
    return form.evaluate(
        """() => {
            const field = document.activeElement;
            if (field.selectionStart === undefined) return String(getSelection());
            return field.value.slice(field.selectionStart, field.selectionEnd);
        }"""
    )


@pytest.mark.parametrize("words", ["3-1", "2-1"])
def test_a_check_leads_to_its_words(form, words):
    one(form, words).locator("[data-show]").click()

    comes_to(form, lambda: selected(form), words)


def test_a_check_is_dismissed_with_a_reason(form):
    check = one(form, "2-1")
    check.locator("summary").click()
    check.locator("[data-dismiss]").click()
    expect(check.locator("input")).to_be_focused()
    check.locator("input").fill("Match amical.")
    check.locator("input").press("Enter")

    expect(check).to_have_count(0)
    expect(form.locator(".checks__answered")).to_contain_text("1")
    assert Dismissal.objects.get().reason == "Match amical."


def test_words_not_saved_yet_are_checked_on_demand(form):
    enter(form, "fr")
    form.keyboard.press("Control+End")
    write(form, "fr", "", "L’Atalanta a perdu 4-2 contre l’OM.")
    form.locator("[data-again]").click()

    expect(one(form, "4-2")).to_be_visible()
    assert Dismissal.objects.count() == 0
