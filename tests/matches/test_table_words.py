from datetime import date

import pytest

from matches import table_words
from matches.models import StandingAdjustment, Team

FRENCH_HEADS = ["J", "G", "N", "P", "BP", "BC", "Diff.", "Pts"]
ENGLISH_HEADS = ["P", "W", "D", "L", "GF", "GA", "GD", "Pts"]


def told(language, **more):
    adjustment = StandingAdjustment(
        team=Team(slug="montpellier", name_fr="Montpellier", name_en="Montpellier"),
        reason_fr="pétard",
        reason_en="firecracker",
        **more,
    )
    return table_words.footnote(adjustment, language=language)


@pytest.mark.parametrize(
    ("language", "heads"), [("fr", FRENCH_HEADS), ("en", ENGLISH_HEADS)]
)
def test_columns_are_headed_as_the_press_does(language, heads):
    columns = table_words.HEADS.values()

    assert [table_words.short(words, language=language) for words in columns] == heads


@pytest.mark.parametrize(("language", "marks"), [("fr", "VND"), ("en", "WDL")])
def test_form_is_marked_in_each_language(language, marks):
    words = table_words.FORM.values()

    assert "".join(table_words.short(w, language=language) for w in words) == marks


@pytest.mark.parametrize(("number", "text"), [(48, "+48"), (0, "0"), (-23, "−23")])
def test_goal_difference_has_its_sign(number, text):
    assert table_words.signed(number) == text


@pytest.mark.parametrize(
    ("position", "french", "english"),
    [
        (1, "1er", "1st"),
        (2, "2e", "2nd"),
        (3, "3e", "3rd"),
        (8, "8e", "8th"),
        (11, "11e", "11th"),
        (12, "12e", "12th"),
        (21, "21e", "21st"),
    ],
)
def test_place_is_an_ordinal(position, french, english):
    assert table_words.place(position, language="fr") == french
    assert table_words.place(position, language="en") == english


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Montpellier\xa0: 1\xa0point retiré, 1\xa0autre avec sursis (pétard).",
        ),
        ("en", "Montpellier: 1 point deducted, 1 more suspended (firecracker)."),
    ],
)
def test_footnote_says_what_was_taken_and_what_is_suspended(language, sentence):
    assert told(language, points=-1, suspended_points=1) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Montpellier\xa0: 3\xa0points ajoutés (pétard, 1er\xa0mars 2024).",
        ),
        ("en", "Montpellier: 3 points added (firecracker, 1\xa0March 2024)."),
    ],
)
def test_footnote_says_points_added_and_the_day(language, sentence):
    assert told(language, points=3, decided_on=date(2024, 3, 1)) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Montpellier\xa0: 2\xa0points avec sursis (pétard)."),
        ("en", "Montpellier: 2 points suspended (firecracker)."),
    ],
)
def test_footnote_says_points_all_suspended(language, sentence):
    assert told(language, suspended_points=2) == sentence
