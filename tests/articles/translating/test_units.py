import pytest

from articles.models import Words
from articles.translating.units import body_units, digest, units

QUOTE = '<newsroom-embed data-type="quote" data-id="12"></newsroom-embed>'


def test_words_are_cut_into_lines_and_blocks():
    body = f"<p>Un <b>nul</b>.</p>\n{QUOTE}\n<h2>Suite</h2>"

    found = units(Words("Un & un", "", body, "Nul"))

    said = [(unit.field, unit.tag, unit.text) for unit in found]
    assert said == [
        ("title", "", "Un & un"),
        ("social_title", "", "Nul"),
        ("body", "p", "Un nul."),
        ("body", "quote", ""),
        ("body", "h2", "Suite"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Un nul.</p>", "<p>Un <strong>nul</strong>.</p>"),
        ("<p>L'OM tient !</p>", "<p>L’OM tient\u202f!</p>"),
        ('<p>Il dit "non" .</p>', "<p>Il dit «\u202fnon\u202f».</p>"),
        ("<p>64 475 – deux</p>", "<p>64\u202f475 - deux</p>"),
        ("<p>Fin...</p>", "<p>Fin…</p>"),
        ("<p>Un nul.</p>", "<p>Un  nul. </p>"),
    ],
)
def test_spaces_marks_and_typography_change_no_words(before, after):
    assert digest(body_units(before)) == digest(body_units(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Un nul.</p>", "<p>Un nul!</p>"),
        ("<p>Un nul.</p>", "<p>Un nul</p>"),
        ("<p>L’OM.</p>", "<p>Lom.</p>"),
        ("<p>Om.</p>", "<p>OM.</p>"),
        ("<p>Un</p><p>deux</p>", "<p>Un deux</p>"),
        ("<p>Un</p><p>deux</p>", "<p>deux</p><p>Un</p>"),
        (QUOTE, QUOTE.replace("12", "13")),
        (f"<p>Un</p>{QUOTE}", f"{QUOTE}<p>Un</p>"),
    ],
)
def test_other_words_records_and_orders_are_told_apart(before, after):
    assert digest(body_units(before)) != digest(body_units(after))
