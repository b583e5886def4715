import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import Article, Autosave, Presence
from tests.browser.article_form import open_form, save, text_of
from tests.browser.waiting import arrive, comes_to, ready
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "a secret for the desk"
TAKE = ".kept-work__buttons button:nth-child(1)"
DISCARD = ".kept-work__buttons button:nth-child(2)"
UNDO = ".kept-work__buttons button:only-child"
TROUBLE = ".auto-save__trouble"


@pytest.fixture
def open_desk(open_profile):
    """Opens a browser for someone of the desk; what it cannot reach is no fault."""

    def open_desk(username):
        member = make_member("desk chief", username=username, first_name=username)
        member.set_password(SECRET)
        member.save()
        page = open_profile().new_page()
        sign_in(page, username)
        return page

    return open_desk


@pytest.fixture
def desk(open_desk):
    return open_desk("Léa")


@pytest.fixture
def article():
    return make_article()


def sign_in(page, username):
    page.goto("/admin/")
    page.fill("[name=login]", username)
    page.fill("[name=password]", SECRET)
    page.click("#login-form [type=submit]")
    arrive(page, "#logout-form")


def sign_in_again(page):
    page.fill(".sign-in-again [type=password]", SECRET)
    page.click(".sign-in-again [type=submit]")
    expect(page.locator(".sign-in-again")).to_be_hidden()


def kept(page):
    expect(page.locator(".auto-save__state")).to_have_text(re.compile(r"\d\d:\d\d"))


def tells(answer, words):
    """Whether a page told who writes what in `words`, and was answered."""
    return words in (answer.request.post_data or "") and answer.ok


def unsaved():
    return [a.fields for a in Autosave.objects.filter(closed_at=None) if a.fields]


def test_a_page_with_unsaved_work_breaks_no_rule_of_the_browser(page, article):
    member = make_member("desk chief", username="Paul")
    member.set_password(SECRET)
    member.save()
    sign_in(page, "Paul")
    open_form(page, article)
    page.fill("[name=title_fr]", "Un nul")
    kept(page)
    open_form(page, article)

    expect(page.locator(TAKE)).to_be_visible()


def test_typing_is_kept_and_given_back(desk, article):
    open_form(desk, article)
    text_of(desk, "fr").press_sequentially("Du neuf. ")
    kept(desk)
    open_form(desk, article)
    expect(desk.locator(".kept-work__offer ins")).to_have_text("Du neuf. ")
    desk.click(TAKE)

    expect(text_of(desk, "fr")).to_contain_text("Du neuf. Le texte français.")
    save(desk)
    assert "Du neuf. Le texte" in Article.objects.get().body_fr
    desk.wait_for_load_state("networkidle")
    expect(desk.locator("kept-work")).to_be_hidden()
    assert unsaved() == []


def test_a_new_article_is_given_back_too(desk):
    desk.goto("/admin/articles/article/add/")
    ready(desk)
    desk.fill("[name=title_en]", "All square")
    desk.select_option("[name=kind]", "brief")
    kept(desk)
    desk.goto("/admin/")
    desk.click("#board-unsaved ~ ul a")
    arrive(desk, TAKE)
    desk.click(TAKE)

    expect(desk.locator("[name=title_en]")).to_have_value("All square")
    expect(desk.locator("[name=kind]")).to_have_value("brief")


def test_discarding_can_be_undone_until_the_page_is_left(desk, article):
    open_form(desk, article)
    desk.fill("[name=title_fr]", "Un nul")
    kept(desk)
    open_form(desk, article)
    desk.click(DISCARD)
    desk.click(UNDO)
    expect(desk.locator(TAKE)).to_be_focused()
    desk.click(DISCARD)
    expect(desk.locator(UNDO)).to_be_visible()

    open_form(desk, article)
    desk.wait_for_load_state("networkidle")
    expect(desk.locator("kept-work")).to_be_hidden()


def test_who_is_signed_out_while_typing_signs_in_over_their_words(desk, article):
    open_form(desk, article)
    desk.fill("[name=title_fr]", "Avant la fin")
    kept(desk)
    Session.objects.all().delete()
    desk.fill("[name=title_fr]", "Avant et après la fin")
    sign_in_again(desk)
    kept(desk)

    assert unsaved() == [{"title_fr": "Avant et après la fin"}]
    save(desk)
    assert Article.objects.get().title_fr == "Avant et après la fin"


def test_saving_when_signed_out_asks_and_then_saves(desk, article):
    open_form(desk, article)
    desk.fill("[name=title_fr]", "Un nul")
    Session.objects.all().delete()
    desk.click("[name=_continue]")
    sign_in_again(desk)

    arrive(desk, ".messagelist .success")
    assert Article.objects.get().title_fr == "Un nul"


def test_a_wrong_password_is_said_and_loses_nothing(desk, article):
    open_form(desk, article)
    desk.fill("[name=title_fr]", "Un nul")
    Session.objects.all().delete()
    desk.fill(".sign-in-again [type=password]", "wrong")
    desk.click(".sign-in-again [type=submit]")

    expect(desk.locator(".sign-in-again__error")).not_to_be_empty()
    sign_in_again(desk)
    expect(desk.locator("[name=title_fr]")).to_have_value("Un nul")


def test_words_typed_offline_wait_in_the_browser_and_go_when_it_is_back(desk, article):
    open_form(desk, article)
    desk.context.set_offline(True)
    desk.fill("[name=title_fr]", "Sans réseau")
    expect(desk.locator(TROUBLE)).not_to_be_empty()
    desk.context.set_offline(False)
    kept(desk)

    assert unsaved() == [{"title_fr": "Sans réseau"}]
    expect(desk.locator(TROUBLE)).to_be_empty()


def test_words_whose_answer_was_cut_short_are_sent_again(desk, article):
    open_form(desk, article)
    cut = {"status": 200, "content_type": "application/json", "body": "{"}
    desk.route("**/keep/", lambda route: route.fulfill(**cut), times=1)
    desk.fill("[name=title_fr]", "Un nul")
    expect(desk.locator(TROUBLE)).not_to_be_empty()
    kept(desk)

    assert unsaved() == [{"title_fr": "Un nul"}]


def test_words_of_a_page_closed_offline_are_offered_by_the_next(desk, article):
    open_form(desk, article)
    desk.context.set_offline(True)
    desk.fill("[name=title_fr]", "Sans réseau")
    desk.close()
    page = desk.context.new_page()
    desk.context.set_offline(False)
    open_form(page, article)

    expect(page.locator(".kept-work__offer .diff")).to_contain_text("réseau")


def test_a_form_does_not_leave_for_a_server_that_is_away(desk, article):
    open_form(desk, article)
    desk.fill("[name=title_fr]", "Un nul")
    desk.context.set_offline(True)
    desk.click("[name=_continue]")
    expect(desk.locator("save-guard")).not_to_be_empty()
    desk.context.set_offline(False)
    save(desk)

    assert Article.objects.get().title_fr == "Un nul"


def test_a_double_click_saves_once(desk, article):
    open_form(desk, article)
    desk.fill("[name=title_fr]", "Un nul")
    desk.dblclick("[name=_continue]")
    arrive(desk, ".messagelist .success")

    assert Article.objects.get().version == article.version + 1


def test_unsaved_words_are_merged_with_what_others_saved_since(open_desk, article):
    lea, tom = open_desk("Léa"), open_desk("Tom")
    open_form(lea, article)
    lea.fill("[name=title_fr]", "Le titre de Léa")
    kept(lea)
    open_form(tom, article)
    tom.fill("[name=title_en]", "Tom’s title")
    save(tom)
    open_form(lea, article)
    lea.click(TAKE)
    expect(lea.locator("[name=title_fr]")).to_have_value("Le titre de Léa")
    save(lea)

    saved = Article.objects.get()
    assert (saved.title_fr, saved.title_en) == ("Le titre de Léa", "Tom’s title")


def test_others_are_told_who_writes_what_and_that_they_left(open_desk, article):
    lea, tom = open_desk("Léa"), open_desk("Tom")
    open_form(lea, article)
    with lea.expect_response(lambda r: tells(r, '"field":"title_en"')):
        lea.locator("[name=title_en]").press_sequentially("A")
    open_form(tom, article)
    expect(tom.locator("desk-presence")).to_contain_text("Léa")
    lea.goto("/admin/")
    comes_to(lea, Presence.objects.filter(user__username="Léa").count, 0)
    with tom.expect_response(lambda r: tells(r, '"field":""')):
        tom.reload()

    expect(tom.locator("desk-presence")).to_be_empty()


def test_words_taken_back_do_not_overwrite_what_others_saved_unseen(open_desk, article):
    lea, tom = open_desk("Léa"), open_desk("Tom")
    open_form(lea, article)
    lea.fill("[name=title_fr]", "Le titre de Léa")
    kept(lea)
    open_form(tom, article)
    tom.fill("[name=title_fr]", "Le titre de Tom")
    save(tom)
    open_form(lea, article)
    lea.click(TAKE)
    expect(lea.locator("[name=title_fr]")).to_have_value("Le titre de Léa")
    lea.click("[name=_continue]")
    arrive(lea, ".errorlist .diff ins")

    expect(lea.locator(".errorlist .diff ins")).to_have_text("Léa")
    assert Article.objects.get().title_fr == "Le titre de Tom"
    save(lea)
    assert Article.objects.get().title_fr == "Le titre de Léa"
