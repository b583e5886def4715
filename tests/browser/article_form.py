"""What people do in the form of an article."""


def text_of(page, language):
    editor = f".fieldBox.field-body_{language} .ProseMirror[contenteditable]"
    return page.locator(editor)


def body_of(page, language):
    """The HTML that the form would send."""
    return page.locator(f"[name=body_{language}]").input_value()


def write(page, language, *lines):
    """Types `lines`, a paragraph each."""
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
    """Selects `words`, which one paragraph holds."""
    text_of(page, language).evaluate(
        """(editor, words) => {
            const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
            while (!texts.nextNode().data.includes(words));
            const start = texts.currentNode.data.indexOf(words);
            editor.focus();
            const ends = [start, start + words.length];
            const [from, to] = ends.map((end) => [texts.currentNode, end]);
            getSelection().setBaseAndExtent(...from, ...to);
        }""",
        words,
    )
    page.wait_for_timeout(50)  # the editor hears of it a moment later
