"""What changed between two texts, as words a person can read."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from . import body

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
CONTEXT = 80
MOST_COMPARISONS = 4_000_000


def word_diff(before: str, after: str) -> SafeString:
    """Plain text as HTML: <del> for what only `before` has, <ins> for `after`."""
    pieces = (
        format_html("{}{}", removed(old), added(new)) if old != new else shortened(old)
        for old, new in runs(before, after)
    )
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def replaced(before: str, after: str) -> SafeString:
    """Two values of which one took the place of the other."""
    return format_html("{} {}", removed(before), added(after))


def removed(text):
    return format_html("<del>{}</del>", text) if text else ""


def added(text):
    return format_html("<ins>{}</ins>", text) if text else ""


def shortened(text):
    if len(text) <= 3 * CONTEXT:
        return text
    return f"{text[:CONTEXT]} […] {text[-CONTEXT:]}"


def runs(before, after) -> Iterable[tuple[str, str]]:
    """(old, new) in order, equal where nothing changed: by line, then by word."""
    old_lines, new_lines = lines(before), lines(after)
    for same, old, new in matched(old_lines, new_lines):
        if same:
            yield "".join(old), "".join(old)
        else:
            yield from word_runs("".join(old), "".join(new))


def word_runs(old, new):
    for _same, left, right in matched(TOKEN.findall(old), TOKEN.findall(new)):
        yield "".join(left), "".join(right)


def lines(text):
    return text.splitlines(keepends=True)


def matched(left, right):
    """(is the same, part of `left`, part of `right`) over two lists.

    Lists too long to compare in a moment differ as a whole: the work is bounded.
    """
    if len(left) * len(right) > MOST_COMPARISONS:
        yield left == right, left, right
        return
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        yield tag == "equal", left[i:j], right[k:m]


def printed(html: str) -> str:
    """A body as plain text, a block a line, its records as “[quote 12]”."""
    return "\n".join(
        body.text_of(block.html) if isinstance(block, body.Prose) else place(block)
        for block in body.blocks(html)
    )


def place(record):
    names = {
        "quote": _("quote"),
        "post": _("club post"),
        "photo": _("photo"),
        "match": _("match"),
    }
    return f"[{names[record.kind]} {record.id}]"
