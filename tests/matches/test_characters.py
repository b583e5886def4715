import unicodedata

import pytest

from matches.characters import composed, storable, tidy


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\0b", "ab"),
        ("a\x1bb\x7fc\x85d", "abcd"),
        ("\ufeffa\ufffeb\uffffc\ufdd0d", "abcd"),
        ("a\U0001ffffb\U0010fffec", "abc"),
        ("a\ud83db\ude00c", "abc"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("⏱️ 1️⃣-1️⃣ 👨‍👩‍👧 🔥", "⏱️ 1️⃣-1️⃣ 👨‍👩‍👧 🔥"),
    ],
)
def test_only_what_every_database_holds_is_stored(text, kept):
    assert storable(text) == kept


def test_text_is_composed_even_around_what_is_taken_out():
    assert composed("e\u0301te\u202a\u0301 c\0\u0327a") == "été ça"


@pytest.mark.parametrize("control", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069")
def test_controls_of_direction_are_taken_out(control):
    assert tidy(f"OM{control}gpj.exe") == "OMgpj.exe"


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "\u200b\u200d", "\u3164", "\u2800", "\ufe0f", "\U000e0041", "\xad"],
)
def test_text_that_shows_nothing_is_empty(text):
    assert tidy(text) == ""


def test_text_that_shows_something_keeps_its_joiners():
    assert tidy("co\xadop\u200b👨‍👧") == "co\xadop\u200b👨‍👧"


def test_every_character_there_is_comes_out_stable():
    for start in range(0, 0x110000, 0x1000):
        text = "".join(map(chr, range(start, start + 0x1000)))
        assert tidy(tidy(text)) == tidy(text)
        assert unicodedata.is_normalized("NFC", tidy(text))


def test_a_long_run_of_marks_is_composed_as_unicode_says():
    text = "e" + "\u0301\u0327" * 40 + " a\u0300"

    assert composed(text) == unicodedata.normalize("NFC", text)
