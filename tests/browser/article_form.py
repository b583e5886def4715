"""What people do in the form of an article."""

from playwright.sync_api import expect

from tests.browser.waiting import arrive, ready


def open_form(page, article):
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    for language in ("fr", "en"):
        expect(text_of(page, language)).to_be_visible()
    ready(page)


def save(page):
    page.click("[name=_continue]")
    arrive(page, ".messagelist .success")


def text_of(page, language):
    editor = f".fieldBox.field-body_{language} .ProseMirror[contenteditable]"
    return page.locator(editor)


def body_of(page, language):
    """The field with the HTML that the form would send."""
    return page.locator(f"[name=body_{language}]")


def enter(page, language):
    """Clicks into a text, and waits for its caret."""
    text_of(page, language).click()
    expect(text_of(page, language)).to_be_focused()


def write(page, language, *lines):
    """Types `lines`, a paragraph each, where the text has the focus."""
    expect(text_of(page, language)).to_be_focused()
    for line in lines:
        page.keyboard.type(line)
        page.keyboard.press("Enter")


def paste(page, language, **content):
    """Pastes `html`, `text` or both into an editor, as the clipboard gives them."""
    kinds = {"html": "text/html", "text": "text/plain"}
    text_of(page, language).evaluate(
        """(editor, content) => {
            const clipboardData = new DataTransfer();
            for (const [kind, value] of content) clipboardData.setData(kind, value);
            const options = { clipboardData, bubbles: true, cancelable: true };
            editor.dispatchEvent(new ClipboardEvent("paste", options));
        }""",
        [[kinds[kind], value] for kind, value in content.items()],
    )


def select(page, language, words):
    """Selects `words`, which one paragraph holds, and lets the editor hear of it."""
    text = text_of(page, language)
    ends = text.evaluate(
        """(editor, words) => {
            const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
            while (!texts.nextNode().data.includes(words));
            const start = texts.currentNode.data.indexOf(words);
            editor.focus();
            const ends = [start, start + words.length];
            const [from, to] = ends.map((end) => [texts.currentNode, end]);
            getSelection().setBaseAndExtent(...from, ...to);
            return [from, to].map((end) => editor.editor.view.posAtDOM(...end));
        }""",
        words,
    )
    for name, place in zip(("from", "to"), ends, strict=True):
        expect(text).to_have_js_property(f"editor.state.selection.{name}", place)


def choose(page, row, words):
    """In the autocomplete of an inline's row, which it leaves with no other event."""
    page.click(f"#{row} .select2-selection")
    with page.expect_response(lambda r: f"term={words}" in r.url):
        page.fill(".select2-search__field", words)
    expect(page.locator(".loading-results")).to_have_count(0)
    page.click(f".select2-results__option:has-text('{words}')")
    expect(page.locator(f"#{row} .select2-selection")).to_contain_text(words)
    expect(page.locator(".select2-container--open")).to_have_count(0)
