import re
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract
from django.utils.translation.template import templatize

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
}


def sources():
    for app in APPS:
        for path in Path(app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path, path.read_text(encoding="utf-8")
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


@pytest.fixture(scope="module")
def french():
    return polib.pofile(str(CATALOGUE / "django.po"))


def test_every_string_of_the_interface_is_translated(french):
    known = {(e.msgctxt, e.msgid) for e in french if e.translated() and not e.obsolete}

    missing = [m for m in messages() if m[1] and m[:2] not in known]

    assert missing == []


def test_no_translation_is_a_guess(french):
    assert [entry.msgid for entry in french if entry.fuzzy] == []


def test_placeholders_survive_translation(french):
    def names(text):
        return sorted(re.findall(r"%\(\w+\)[sd]|%[sd]", text))

    changed = [
        entry.msgid
        for entry in french
        if not entry.obsolete
        and entry.msgstr
        and names(entry.msgid) != names(entry.msgstr)
    ]

    assert changed == []


def test_compiled_catalogue_is_the_written_one(french):
    compiled = polib.mofile(str(CATALOGUE / "django.mo"))

    written = {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in french}
    assert {
        (e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in compiled
    } == written
