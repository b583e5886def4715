"""Takes the desk guide's pictures of a running demo, in both languages.

Usage: python docs/take_guide.py [ADDRESS [PICTURE…]]
Part of `make screenshots`. Best on a demo of its own (TRIBUNE_VAR): what a scene types
is given back, but the history of a draft remembers it.
"""

import io
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import product

from article_form import (
    add_paragraph,
    editor,
    give_up,
    open_article,
    paste,
    retitle,
    select_words,
    status_address,
    wait_for_form,
)
from PIL import Image
from playwright.sync_api import expect, sync_playwright
from take_screenshots import DOCS, chromium, sign_in

LOCALES = {"fr": "fr-FR", "en": "en-GB"}
REACTION, ANALYSIS, REVIEW = "Gasset", "had+to+change", "deux visages"
SCALE, WIDEST, QUALITY = 1.5, 1400, 60
QUOTED = "On sait ce qu’il faut faire"
TYPED = f"Jean-Louis Gasset l’a dit aux siens\u00a0: «\u202f{QUOTED}\u202f»."
SCENES = {}


def scene(who, *, width=1280, height=800):
    """Registers a picture: who takes it, in a window of what size."""

    def register(take):
        SCENES[take.__name__] = (take, who, {"width": width, "height": height})
        return take

    return register


def main(address, *names):
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for language, name in product(LOCALES, names or SCENES):
            take, who, size = SCENES[name]
            with window(browser, address, language, who, size) as page:
                keep(take(page), DOCS / "guide" / language / f"{name}.webp")
        browser.close()


@contextmanager
def window(browser, address, language, who, size):
    """A page at the desk, signed in; what it leaves unsaved is given up."""
    context = browser.new_context(
        base_url=address,
        locale=LOCALES[language],
        timezone_id="Europe/Paris",
        viewport=size,
        device_scale_factor=SCALE,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/admin/")
    sign_in(page, who)
    yield page
    context.close()


def keep(shot, path):
    """`shot` is PNG; a picture of text is smaller and cleaner as WebP."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    picture.thumbnail((WIDEST, 2 * WIDEST), Image.Resampling.LANCZOS)
    picture.save(path, quality=QUALITY, method=6)


def whole(page):
    page.wait_for_load_state("networkidle")
    return page.screenshot()


def part(page, first, last=None, *, margin=16):
    """The picture of what reaches from one element to another, and a little more."""
    page.wait_for_load_state("networkidle")
    page.locator(first).first.scroll_into_view_if_needed()
    boxes = [page.locator(s).first.bounding_box() for s in (first, last or first)]
    left = max(min(b["x"] for b in boxes) - margin, 0)
    top = max(min(b["y"] for b in boxes) - margin, 0)
    right = max(b["x"] + b["width"] for b in boxes) + margin
    bottom = max(b["y"] + b["height"] for b in boxes) + margin
    size = page.viewport_size
    clip = {"x": left, "y": top}
    clip["width"] = min(right, size["width"]) - left
    clip["height"] = min(bottom, size["height"]) - top
    return page.screenshot(clip=clip)


@scene("desk-chief", height=700)
def board(page):
    return whole(page)


@scene("reporter", width=1440, height=880)
def form(page):
    open_article(page, REACTION)
    return whole(page)


@scene("reporter")
def keyboard(page):
    open_article(page, REACTION)
    page.click("[data-opens]")
    return part(page, ".shortcuts__dialog")


@scene("reporter", height=900)
def picker(page):
    open_article(page, REACTION)
    editor(page).click()
    page.click(".fieldBox.field-body_fr .embed-button--quote")
    expect(page.locator(".picker__results li").first).to_be_visible()
    return part(page, "embed-picker dialog")


@scene("reporter", height=1000)
def quote(page):
    open_article(page, REACTION)
    add_paragraph(page, TYPED)
    select_words(page, QUOTED)
    page.keyboard.press("Control+Shift+E")
    expect(page.locator(".maker__form")).to_be_visible()
    shot = part(page, "record-maker dialog")
    give_up(page)
    return shot


@scene("reporter", height=1000)
def post(page):
    open_article(page, REACTION)
    add_paragraph(page, "")
    paste(page, status_address(datetime(2024, 5, 2, 20, 55, tzinfo=UTC)))
    expect(page.locator(".maker__form")).to_be_visible()
    shot = part(page, "record-maker dialog")
    give_up(page)
    return shot


@scene("reporter", width=1000, height=900)
def kept(page):
    open_article(page, REVIEW)
    page.locator("[name=standfirst_fr]").press("Control+End")
    page.keyboard.type(" À relire.")
    expect(page.locator(".auto-save__state")).not_to_be_empty()
    page.reload()
    wait_for_form(page)
    expect(page.locator(".kept-work__offer").first).to_be_visible()
    shot = part(page, "kept-work")
    give_up(page)
    return shot


@scene("reporter")
def signed_out(page):
    open_article(page, REVIEW)
    page.context.clear_cookies(name="session")
    page.locator("[name=title_fr]").press("End")
    page.keyboard.type(" !")
    expect(page.locator(".sign-in-again")).to_be_visible()
    return part(page, ".sign-in-again")


@scene("reporter", width=1440, height=900)
def clash(page):
    field = page.locator("[name=title_fr]")
    open_article(page, REVIEW)
    other = page.context.browser.new_context(
        base_url=page.url.partition("/admin/")[0], locale=LOCALES["fr"]
    ).new_page()
    other.goto("/admin/")
    sign_in(other, "sub-editor")
    open_article(other, REVIEW)
    was = field.input_value()
    retitle(other, f"{was}, bilan")
    retitle(page, f"{was}, récit")
    expect(page.locator(".errorlist .diff").first).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    shot = part(page, ".errorlist:has(.diff)", "[name=title_fr]")
    retitle(other, was)
    give_up(page)
    other.context.close()
    return shot


@scene("sub-editor", width=900, height=640)
def history(page):
    open_article(page, REVIEW)
    page.click(".cockpit-head a")
    return part(page, "#content", margin=0)


@scene("sub-editor", width=900, height=760)
def revision(page):
    open_article(page, REVIEW)
    page.click(".cockpit-head a")
    page.locator(".saves tbody th a").nth(1).click()
    return part(page, "#content", margin=0)


@scene("reporter", height=900)
def preview(page):
    open_article(page, REACTION)
    with page.expect_popup() as opened:
        page.click(".preview-button >> nth=0")
    shown = opened.value
    shown.check("[name=width][value=phone]")
    shown.set_viewport_size(page.viewport_size)
    return whole(shown)


@scene("sub-editor", width=1440, height=900)
def review(page):
    open_article(page, REACTION)
    return part(page, ".panel--fr", ".panel--en")


@scene("desk-chief", width=1440, height=1200)
def publish(page):
    open_article(page, ANALYSIS)
    page.click(".panel--en button.verb--publish")
    return part(page, ".publishing")


@scene("sub-editor", width=1200, height=860)
def record(page):
    page.goto("/admin/articles/quote/")
    page.locator("#result_list tbody th a").first.click()
    return part(page, "#content", margin=0)


@scene("sub-editor", width=900, height=700)
def in_use(page):
    page.goto("/admin/articles/quote/")
    page.locator("#result_list tbody th a").first.click()
    page.click(".deletelink")
    return part(page, "#content", margin=0)


@scene("desk-chief", width=1000, height=900)
def match(page):
    page.goto("/admin/matches/match/?q=Marseille+Atalanta")
    page.locator("#result_list tbody tr").last.locator("a").first.click()
    return whole(page)


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["http://localhost:8000"]))
