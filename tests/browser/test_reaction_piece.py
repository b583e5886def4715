"""A journalist writes a reaction piece, its records made from its own words."""

import re

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from articles.body import records, sanitise
from articles.models import Article, ClubPost, Quote
from matches.models import TeamAccount
from tests.browser.article_form import (
    body_of,
    choose,
    enter,
    paste,
    save,
    select,
    text_of,
    write,
)
from tests.browser.waiting import comes_to
from tests.factories import (
    embed,
    make_match,
    make_membership,
    make_person,
    make_team,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "a secret for the desk"
LEAD = "Paul Varenne a regretté jeudi ce nul."
CHANCES = '"On a eu nos chances. Il reste un match", a déclaré Varenne.'
FEAR = '"On ira là-bas sans peur", a ajouté l\'entraîneur brumevillois.'
MADE = ["On a eu nos chances. Il reste un match", "On ira là-bas sans peur"]
CODE = (
    '<blockquote class="twitter-tweet"><p lang="fr" dir="ltr">⏱️ 90+2’ | '
    '<a href="https://twitter.com/hashtag/BRUSOL">#BRUSOL</a> 1️⃣-1️⃣<br><br>'
    '𝗔𝗹𝗹𝗲𝘇 <a href="https://t.co/XXXXXXXXXX">pic.twitter.com/Ab12cd34eF</a></p>'
    "&mdash; Étoile de Brumeville (@Etoile_BV) "
    '<a href="https://twitter.com/Etoile_BV/status/1786140000000000000">May 2, 2024'
    '</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js">'
    "</script>"
)


@pytest.fixture
def match():
    home = make_team("Étoile de Brumeville")
    make_membership(person=make_person("Paul Varenne"), team=home)
    TeamAccount.objects.create(team=home, provider="x", handle="Etoile_BV")
    score = {"status": "finished", "full_time_home": 1, "full_time_away": 1}
    return make_match(home=home, away=make_team("Racing Solane"), **score)


@pytest.fixture
def form(match, new_article):
    """The form of a reaction piece, its match linked, its text typed."""
    page = new_article
    page.fill("[name=title_fr]", "Varenne y croit encore")
    page.select_option("[name=kind]", "reaction")
    page.click("#links-group .add-row a")
    page.check("[name=links-0-is_primary]")
    page.select_option("[name=links-0-role]", "reaction")
    choose(page, "links-0", "Solane")
    enter(page, "fr")
    write(page, "fr", LEAD, CHANCES)
    expect(text_of(page, "fr").locator("p")).to_have_count(3)
    return page


def dialog(page):
    return page.locator("dialog.maker")


def make(page):
    dialog(page).locator("[type=submit]").click()
    expect(dialog(page)).to_be_hidden()


def holding(record):
    return re.compile(re.escape(embed(record)))


def written_below(page):
    """What stands below the two paragraphs that the form begins with."""
    return sanitise(body_of(page, "fr").input_value()).splitlines()[2:]


def quote(page, words):
    """Selects the paragraph that begins with `words` and makes it a quote."""
    text = text_of(page, "fr").locator("p", has_text=words).text_content()
    select(page, "fr", text)
    expect(text_of(page, "fr")).to_be_focused()
    page.keyboard.press("Control+Shift+e")
    expect(dialog(page)).to_be_visible()


def test_the_dialog_proposes_what_the_text_tells(form, match):
    quote(form, "On a eu")

    proposed = {
        "text": "On a eu nos chances. Il reste un match",
        "match": str(match.pk),
        "language": "fr",
        "said_on": "2024-05-02",
        "kind": "full",
    }
    for name, value in proposed.items():
        expect(dialog(form).locator(f"[name={name}]")).to_have_value(value)
    speaker = dialog(form).locator("[name=speaker] option:checked").first
    expect(speaker).to_contain_text("Paul Varenne")


def write_the_rest(page, match):
    """Post, second quote and scorebox, each record made where it stands."""
    paste(page, "fr", text=CODE)
    make(page)
    write(page, "fr", FEAR)
    for words in ("On a eu", "On ira"):
        quote(page, words)
        make(page)
    page.click(".fieldBox.field-body_fr .embed-button--match")
    page.click(f"dialog.picker button[value='{match.pk}']")
    expect(page.locator(".field-body_fr .embed-card--match")).to_be_visible()
    save(page)


def test_a_reaction_piece_is_written_from_an_empty_form(form, match):
    write_the_rest(form, match)

    first, second = Quote.objects.in_order()
    post = ClubPost.objects.get()
    shown = "\n".join(map(embed, [first, post, second, match]))
    assert Article.objects.get().body_fr == f"<p>{LEAD}</p>\n{shown}"
    assert [first.text, second.text] == MADE
    assert {str(first.speaker), str(second.speaker)} == {"Paul Varenne"}
    assert (post.claimed_minute, post.match) == (90, match)


def test_readers_see_what_was_made_in_order(form, match):
    write_the_rest(form, match)
    Quote.objects.update(verification=Quote.Verification.CHECKED)

    form.goto(publish(Article.objects.get()).get_absolute_url())

    shown = form.locator(":is(.quote__words, .post__text, .story__body .score)")
    first, post, second, score = shown.all_inner_texts()
    assert [first, second] == [f"«\u202f{words}\u202f»" for words in MADE]
    assert post.endswith("Allez")
    assert score == "1-1"


def test_undo_gives_the_words_back(form):
    before = body_of(form, "fr").input_value()
    quote(form, "On a eu")
    make(form)
    expect(body_of(form, "fr")).to_have_value(holding(Quote.objects.get()))
    expect(text_of(form, "fr")).to_be_focused()

    form.keyboard.press("Control+z")

    expect(body_of(form, "fr")).to_have_value(before)


def test_a_refusal_is_said_in_the_dialog_and_loses_nothing(form):
    before = body_of(form, "fr").input_value()
    quote(form, "On a eu")
    dialog(form).locator("[name=speaker]").select_option("")
    dialog(form).locator("[type=submit]").click()
    expect(dialog(form).locator(".errorlist")).to_be_visible()

    expect(dialog(form).locator("[name=text]")).to_have_value(MADE[0])
    form.keyboard.press("Escape")
    expect(dialog(form)).to_be_hidden()
    expect(body_of(form, "fr")).to_have_value(before)


def test_a_post_refused_is_pasted_as_text(form):
    address = "https://x.com/Etoile_BV/status/1786140000000000000"
    paste(form, "fr", text=address)
    expect(dialog(form)).to_be_visible()

    form.keyboard.press("Escape")

    expect(text_of(form, "fr")).to_contain_text(address)
    assert ClubPost.objects.count() == 0


def test_writing_goes_on_below_a_post_that_is_not_doubled(form):
    form.keyboard.press("Backspace")
    for after in ("Un.", "Deux."):
        paste(form, "fr", text=CODE)
        make(form)
        form.keyboard.type(after)

    post = embed(ClubPost.objects.get())
    below = [post, "<p>Un.</p>", post, "<p>Deux.</p>"]
    comes_to(form, lambda: written_below(form), below)


TYPE_WHEN_CLOSED = """words => {
  const { close } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.close = async function () {
    close.call(this);
    for (let promise = 0; promise < 20; promise++) await null; // no event comes before
    document.execCommand("insertText", false, words);
  };
}"""


def test_letters_typed_as_the_dialog_closes_come_below_the_post(form):
    form.keyboard.press("Backspace")
    form.evaluate(TYPE_WHEN_CLOSED, "Un.")
    paste(form, "fr", text=CODE)
    make(form)

    below = [embed(ClubPost.objects.get()), "<p>Un.</p>"]
    comes_to(form, lambda: written_below(form), below)


def test_what_is_typed_while_a_post_is_read_comes_below_it(form):
    form.keyboard.press("Backspace")
    form.route("**/post/propose/", typing(form, "Un"))
    paste(form, "fr", text=CODE)
    make(form)
    form.keyboard.type("deux")

    below = [embed(ClubPost.objects.get()), "<p>Undeux</p>"]
    comes_to(form, lambda: written_below(form), below)


def typing(page, words):
    """Lets a request through once `words` are typed in the text."""

    def hold(route):
        page.evaluate("said => document.execCommand('insertText', false, said)", words)
        route.continue_()

    return hold


def test_who_is_signed_out_meanwhile_goes_on_after_signing_in(form, faults):
    quote(form, "On a eu")
    member = get_user_model().objects.get()
    member.set_password(SECRET)  # which ends every session
    member.save()
    # Not a click: what keeps the words may have asked to sign in already.
    dialog(form).locator("form").evaluate("form => form.requestSubmit()")

    form.fill(".sign-in-again [type=password]", SECRET)
    form.click(".sign-in-again [type=submit]")

    expect(dialog(form)).to_be_hidden()
    expect(body_of(form, "fr")).to_have_value(holding(Quote.objects.get()))
    faults[:] = [fault for fault in faults if "401" not in fault]


def test_posts_pasted_one_upon_the_other_are_read_in_turn(form):
    form.keyboard.press("Backspace")
    other = CODE.replace("1786140000000000000", "1786140000000000001")
    for code in (CODE, other):
        paste(form, "fr", text=code)
    for made in (1, 2):
        expect(dialog(form)).to_be_visible()
        dialog(form).locator("[type=submit]").click()
        comes_to(form, lambda: len(records(body_of(form, "fr").input_value())), made)

    expect(dialog(form)).to_be_hidden()
    assert ClubPost.objects.count() == 2


def test_enter_takes_what_was_searched_and_not_what_was_listed_before(form, match):
    other = make_match(home=make_team("Athlétic Valmorin"), away=make_team("FC Orlane"))
    form.click(".fieldBox.field-body_fr .embed-button--match")
    expect(form.locator(f"dialog.picker button[value='{match.pk}']")).to_be_visible()

    form.keyboard.type("Valmorin")
    form.keyboard.press("Enter")

    expect(body_of(form, "fr")).to_have_value(re.compile(re.escape(embed(other))))
