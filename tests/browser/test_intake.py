"""A journalist makes a draft of raw copy: with the mouse, with the keyboard alone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article, ClubPost, Edition, Quote
from matches.models import Team
from tests.articles.raw_copy import CHANCES, FEAR, HEADLINE, PIECE, make_desk
from tests.browser.waiting import arrive, arrive_at, comes_to
from tests.factories import embed, make_match, make_member, make_membership, make_person

pytestmark = pytest.mark.django_db(transaction=True)
GRAVE = {"serious", "critical"}
CHANGED = re.compile(r"/admin/articles/article/\d+/change/$")


@pytest.fixture
def desk(page, client, live_server):
    """The intake page before a reporter whose desk knows the match of the piece."""
    make_desk()
    client.force_login(make_member("reporter"))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    page.goto("/admin/articles/article/intake/")
    expect(page.locator("[name=copy]")).to_be_focused()
    return page


@pytest.fixture
def proposal(desk):
    paste(desk, PIECE)
    desk.click("button[type=submit].default")
    return arrive(desk, "#quotes-2")


def paste(page, text, html=""):
    """As the clipboard gives it."""
    page.locator("[name=copy]").evaluate(
        """(area, [text, html]) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            if (html) clipboardData.setData("text/html", html);
            const options = { clipboardData, bubbles: true, cancelable: true };
            if (!area.dispatchEvent(new ClipboardEvent("paste", options))) return;
            area.value = text;
            const input = { inputType: "insertFromPaste", bubbles: true };
            area.dispatchEvent(new InputEvent("input", input));
        }""",
        [text, html],
    )


def span(page, card):
    ends = (page.locator(f"#{card} [name$='-{name}']") for name in ("start", "end"))
    start, end = (int(end.input_value()) for end in ends)
    return PIECE[start:end]


def spans(page, card, words):
    comes_to(page, lambda: span(page, card), words)


def select(page, words):
    """Selects `words` in the copy, which one segment holds, and lets the page hear."""
    page.locator("intake-copy").evaluate(
        """(copy, words) => {
            const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
            while (!texts.nextNode().data.includes(words));
            const node = texts.currentNode, start = node.data.indexOf(words);
            const end = start + words.length;
            getSelection().setBaseAndExtent(node, start, node, end);
        }""",
        words,
    )
    marker = page.locator("intake-marker")
    chosen = marker.get_attribute("data-chosen")
    expect(marker.locator("[role=status]")).to_have_text(chosen)


def confirm(page):
    page.click("button[type=submit].default")
    arrive_at(page, CHANGED)
    return Article.objects.get()


def acts_to_draft(page, text):
    """Pastes, has it read, confirms; the number of things the journalist did."""
    acts = [
        lambda: paste(page, text),
        lambda: page.click(".intake-paste .default"),
        lambda: page.click(".intake .default"),
    ]
    pages = ["form.intake-paste", "form.intake", ".messagelist .success"]
    for act, shown in zip(acts, pages, strict=True):
        act()
        arrive(page, shown)
    return len(acts)


def test_from_paste_to_draft_in_three_acts(desk):
    assert acts_to_draft(desk, PIECE) == 3

    article = Article.objects.get()
    assert (article.title_fr, article.edition("fr").status) == (HEADLINE, "draft")
    assert (Quote.objects.count(), ClubPost.objects.count()) == (2, 1)


def test_real_piece_from_paste_to_draft_in_three_acts(real_copy, desk):
    om, atalanta = make_teams_of_the_real_piece()
    score = {"full_time_home": 1, "full_time_away": 1}
    make_match(home=om, away=atalanta, status="finished", **score)
    text = (real_copy / "fr-reaction.txt").read_text(encoding="utf-8")

    assert acts_to_draft(desk, text) == 3
    kinds = [e.kind for e in Article.objects.get().embeds.order_by("position")]
    assert kinds == ["quote", "quote", "post", "quote", "quote", "quote"]


def make_teams_of_the_real_piece():
    names = {"OM": "Olympique de Marseille", "Atalanta": "Atalanta Bergame"}
    om, atalanta = (
        Team.objects.create(
            slug=short.lower(),
            name_fr=name,
            name_en=name,
            short_name_fr=short,
            short_name_en=short,
        )
        for short, name in names.items()
    )
    gasset = make_person("Jean-Louis Gasset", aliases="Gasset")
    make_membership(person=gasset, team=om)
    return om, atalanta


def test_nothing_is_saved_before_and_nothing_public_after(proposal, live_server):
    assert (Article.objects.count(), Quote.objects.count()) == (0, 0)

    confirm(proposal)

    assert Edition.objects.get().release is None
    assert HEADLINE not in Client().get("/fr/").content.decode()


def test_card_and_passage_light_up_together(proposal):
    passage = proposal.locator("intake-copy [data-of=quotes-1]").first

    proposal.hover("#quotes-1 .finding__words")
    expect(passage).to_have_class("seg passage is-lit")
    passage.hover()
    expect(proposal.locator("#quotes-1")).to_have_class("finding finding--quote is-lit")


def test_name_of_a_passage_leads_to_its_card_by_keyboard(proposal):
    proposal.locator("#in-quotes-2").focus()
    proposal.keyboard.press("Enter")

    expect(proposal.locator("#quotes-2 .chip")).to_be_focused()
    expect(proposal.locator("#quotes-2 .bounds")).to_be_visible()


def test_end_moves_by_line_and_by_word_with_the_keyboard(proposal):
    proposal.locator("#quotes-1 .chip").focus()
    end = proposal.locator("#quotes-1 [data-edge=end]").first
    end.focus()

    end.press("Shift+ArrowLeft")
    spans(proposal, "quotes-1", CHANCES.removesuffix(" match"))
    end.press("ArrowDown")
    spans(proposal, "quotes-1", PIECE.splitlines()[2].removeprefix("« "))
    expect(proposal.locator("#quotes-1 [data-words]")).to_contain_text("de presse.")


def test_start_is_dragged_through_the_copy(proposal):
    proposal.click("#quotes-1 .finding__words")
    handle = proposal.locator(".handle--start").bounding_box()
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    proposal.mouse.move(x, y)
    proposal.mouse.down()
    proposal.mouse.move(x + 60, y, steps=4)
    proposal.mouse.up()

    start = proposal.locator("#quotes-1 [name$='-start']")
    expect(start).not_to_have_value(str(PIECE.index(CHANCES)))
    assert CHANCES.endswith(f" {span(proposal, 'quotes-1')}")


def test_words_selected_become_a_quote(proposal):
    select(proposal, "Le public est resté")
    proposal.click("[data-makes=quotes]")
    proposal.locator("#quotes-3 [name$=speaker]").select_option(
        label="Paul Varenne, entraîneur"
    )
    confirm(proposal)

    quote = Quote.objects.get(text="Le public est resté")
    assert embed(quote) in Article.objects.get().body_fr


def test_finding_is_set_to_the_words_selected(proposal):
    proposal.click("#quotes-2 .finding__words")
    select(proposal, "sans peur")
    proposal.click("[data-sets]")

    spans(proposal, "quotes-2", "sans peur")


def test_what_was_missed_is_marked_without_a_mouse(proposal):
    proposal.locator("#quotes-2 .chip").focus()
    proposal.locator("[data-makes=boilerplate]").press("Enter")
    expect(proposal.locator("#boilerplate-1 .chip")).to_be_focused()
    spans(proposal, "boilerplate-1", " Le public est resté.")
    confirm(proposal)

    assert "Le public" not in Article.objects.get().body_fr


def test_another_speaker_and_match_are_found_by_name(proposal):
    ana = make_person("Ana Ruiz", sort_name="Ruiz Ana")
    other = make_match(away=Team.objects.create(slug="x", name_fr="Val Perdu"))
    proposal.click("#quotes-1 .finding__words")
    proposal.fill("#search-quotes-1", "Ruiz")
    expect(proposal.locator("#quotes-1 [name$=speaker]")).to_have_value(str(ana.pk))
    proposal.fill("#intake-match", "Perdu")
    proposal.check(f"[name=match][value='{other.pk}']")
    article = confirm(proposal)

    assert article.links.get().match == other
    assert Quote.objects.get(text=CHANCES).speaker == ana


def test_refused_confirmation_keeps_what_was_settled(proposal):
    proposal.fill("[name=title]", "Un autre titre")
    proposal.uncheck("#quotes-2 [name$=keep]")
    proposal.locator("#quotes-1 [name$=speaker]").select_option("")
    proposal.check("#quotes-1 [name$=keep]")
    proposal.click(".intake .default")

    arrive(proposal, "#quotes-1 .errorlist")
    expect(proposal.locator("#quotes-1 [name$=speaker]")).to_be_focused()
    expect(proposal.locator("[name=title]")).to_have_value("Un autre titre")
    expect(proposal.locator("#quotes-2 [name$=keep]")).not_to_be_checked()
    assert Article.objects.count() == 0


def test_double_click_makes_one_draft(proposal):
    proposal.dblclick(".intake .default")
    arrive_at(proposal, CHANGED)

    assert Article.objects.count() == 1


def test_keyboard_alone_is_enough(desk):
    desk.keyboard.insert_text(PIECE)
    desk.keyboard.press("Control+Enter")
    arrive(desk, "#quotes-2")
    desk.locator("[name=title]").press("Enter")
    arrive_at(desk, CHANGED)

    assert [q.text for q in Quote.objects.order_by("pk")] == [CHANCES, FEAR]


def test_page_is_enough_without_script(open_profile, desk):
    profile = open_profile(java_script_enabled=False)
    profile.add_cookies(desk.context.cookies())
    page = profile.new_page()
    page.goto("/admin/articles/article/intake/")
    page.fill("[name=copy]", PIECE)
    page.click("form.intake-paste .default")
    page.uncheck("#posts-0 [name$=keep]")
    page.click(".intake .default")
    expect(page).to_have_url(CHANGED)

    assert (Quote.objects.count(), ClubPost.objects.count()) == (2, 0)


def test_paste_page_is_for_everyone(desk):
    found = Axe().run(desk).response["violations"]

    assert [one["id"] for one in found if one["impact"] in GRAVE] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_page_is_for_everyone(proposal, scheme, width):
    proposal.emulate_media(color_scheme=scheme)
    proposal.set_viewport_size({"width": width, "height": 800})
    proposal.click("#quotes-1 .finding__words")

    found = Axe().run(proposal).response["violations"]
    assert [one["id"] for one in found if one["impact"] in GRAVE] == []
    fits = "[innerWidth, document.documentElement.scrollWidth <= innerWidth]"
    comes_to(proposal, lambda: proposal.evaluate(fits), [width, True])


def test_what_a_web_page_gave_is_read_until_it_is_typed_over(desk):
    html = desk.locator("[name=html]")
    paste(desk, "On a eu nos chances.", html="<p>On a eu nos chances.</p>")
    expect(html).to_have_value("<p>On a eu nos chances.</p>")

    desk.locator("[name=copy]").press("End")
    desk.keyboard.type("!")
    expect(html).to_have_value("")
