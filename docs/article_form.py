"""What the guide's pictures do in the form of an article."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

ARTICLES = "/admin/articles/article/"
LANGUAGES = ("fr", "en")
X_EPOCH = datetime.fromtimestamp(1_288_834_974.657, tz=UTC)


def open_article(page, words):
    page.goto(f"{ARTICLES}?q={words}")
    page.locator("#result_list tbody th a").first.click()
    wait_for_form(page)


def wait_for_form(page):
    for language in LANGUAGES:
        expect(editor(page, language)).to_be_visible()
    page.wait_for_load_state("networkidle")


def editor(page, language="fr"):
    box = page.locator(f".fieldBox.field-body_{language}")
    return box.locator(".ProseMirror[contenteditable]")


def add_paragraph(page, text):
    """Puts `text` below the rest, and the caret in it."""
    editor(page).evaluate(
        """({ editor }, text) => {
            const below = editor.state.doc.content.size;
            editor.chain().insertContentAt(below, `<p>${text}</p>`).focus("end").run();
        }""",
        text,
    )


def select_words(page, words):
    editor(page).evaluate(
        """({ editor }, words) => {
            let from;
            editor.state.doc.descendants(({ text }, at) => {
                if (text?.includes(words)) from = at + text.indexOf(words);
            });
            const to = from + words.length;
            editor.chain().focus().setTextSelection({ from, to }).run();
        }""",
        words,
    )


def paste(page, text):
    editor(page).evaluate(
        """(editor, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            const options = { clipboardData, bubbles: true, cancelable: true };
            editor.dispatchEvent(new ClipboardEvent("paste", options));
        }""",
        text,
    )


def status_address(at):
    """An address that X could have given at that instant."""
    number = (at - X_EPOCH) // timedelta(milliseconds=1) << 22
    return f"https://x.com/OM_Officiel/status/{number}"


def retitle(page, title):
    page.fill("[name=title_fr]", title)
    with page.expect_navigation():
        page.press("[name=title_fr]", "Control+s")
    wait_for_form(page)


def give_up(page):
    """Closes what the form kept of the scene."""
    page.goto(page.url)  # a reload would send a refused form again
    wait_for_form(page)
    offer = page.locator("kept-work .kept-work__buttons button:nth-child(2)")
    while offer.count():
        offer.first.click()
        page.wait_for_load_state("networkidle")
        page.goto(page.url)
        wait_for_form(page)
