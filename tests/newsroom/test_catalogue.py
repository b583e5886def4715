import ast
import re
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract
from django.utils.translation import gettext, ngettext, override, pgettext
from django.utils.translation.template import templatize

from articles.typography import tidy

APPS = ("newsroom", "articles", "matches")
CATALOGUE = Path("newsroom/locale/fr/LC_MESSAGES")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def modules():
    for app in APPS:
        for path in Path(app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path, path.read_text(encoding="utf-8")


def sources():
    yield from modules()
    for path in Path("templates").rglob("*.html"):
        yield path, templatize(path.read_text(encoding="utf-8"))


def messages():
    """(context, msgid, file) of every string of the interface."""
    for path, text in sources():
        code = BytesIO(text.encode())
        options = {"encoding": "utf-8"}
        for _line, found, _notes, context in extract(
            "python", code, KEYWORDS, options=options
        ):
            msgid = found[0] if isinstance(found, tuple) else found
            yield context, msgid, str(path)


def marked_calls(text):
    """The words given to gettext and its kin, as syntax."""
    for node in ast.walk(ast.parse(text)):
        name = getattr(getattr(node, "func", None), "id", None)
        if name in KEYWORDS:
            yield from node.args[: len(KEYWORDS[name] or "1")]


def french_texts(entry):
    return [*entry.msgstr_plural.values(), entry.msgstr]


def placeholders(text):
    return sorted(re.findall(r"%\(\w+\)[sd]|%[sd]|{\w+}|#[a-z]\b", text))


@pytest.fixture(scope="module")
def french():
    return polib.pofile(str(CATALOGUE / "django.po"))


def test_every_string_of_the_interface_is_translated(french):
    known = {(e.msgctxt, e.msgid) for e in french if e.translated() and not e.obsolete}

    missing = [m for m in messages() if m[1] and m[:2] not in known]

    assert missing == []


def test_words_are_written_where_they_are_marked():
    # A constant in their place would hide them from every collector.
    hidden = [
        (str(path), node.lineno)
        for path, text in modules()
        for node in marked_calls(text)
        if not isinstance(node, ast.Constant)
    ]

    assert hidden == []


def test_no_translation_is_a_guess(french):
    assert [entry.msgid for entry in french if entry.fuzzy] == []


def test_placeholders_survive_translation(french):
    changed = [
        entry.msgid
        for entry in french
        for text in french_texts(entry)
        if text and placeholders(entry.msgid) != placeholders(text)
    ]

    assert changed == []


def test_french_wears_french_typography(french):
    texts = [text for entry in french for text in french_texts(entry)]

    assert [text for text in texts if tidy(text, "fr") != text or "'" in text] == []


def test_compiled_catalogue_is_the_written_one(french):
    compiled = polib.mofile(str(CATALOGUE / "django.mo"))

    written = {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in french}
    assert {
        (e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in compiled
    } == written


@pytest.mark.parametrize(
    ("word", "plain", "context", "other"),
    [
        ("position", "rang", "of a player", "poste"),
        ("role", "rôle", "in a club", "fonction"),
        ("Preview", "Avant-match", "page", "Aperçu"),
    ],
)
def test_context_tells_two_meanings_apart(word, plain, context, other):
    with override("fr"):
        assert (gettext(word), pgettext(context, word)) == (plain, other)


@pytest.mark.parametrize(("count", "noun"), [(0, "match"), (1, "match"), (2, "matchs")])
def test_french_counts_none_as_singular(count, noun):
    with override("fr"):
        text = ngettext("%d match is open.", "%d matches are open.", count)

    assert (text % count).split()[:2] == [str(count), noun]
