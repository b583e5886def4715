import time

import pytest

from articles.translating.sentences import sentence_pairs, sentences_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un nul. Deux buts !", ["Un nul.", "Deux buts !"]),
        ("M. Roy rit.\nIl sort.", ["M. Roy rit.", "Il sort."]),
        ("“No.” He left.", ["“No.”", "He left."]),
        ("90+2’ : 1-1", ["90+2’ : 1-1"]),
        ("", []),
        (" \u202f", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text, expected):
    assert sentences_of(text) == expected


def test_as_many_sentences_are_paired_one_by_one():
    pairs = sentence_pairs("Un nul. Deux buts ! Fin.", "A draw. Two goals! Over.")

    assert pairs == [
        ("Un nul.", "A draw."),
        ("Deux buts !", "Two goals!"),
        ("Fin.", "Over."),
    ]


SHORT_FR, SHORT_EN = "Il sort.", "He left."
LONG_FR = "Les deux équipes se sont quittées sur un score de parité au Vélodrome."
LONG_EN = "The two sides could not be separated on a long night at the Vélodrome."
HALVES_EN = "The two sides could not be separated. It was a long night in Marseille."


def test_a_sentence_made_two_is_paired_with_both():
    pairs = sentence_pairs(f"{SHORT_FR} {LONG_FR}", f"{SHORT_EN} {HALVES_EN}")

    assert pairs == [(SHORT_FR, SHORT_EN), (LONG_FR, HALVES_EN)]


def test_two_sentences_made_one_are_paired_with_it():
    source, target = f"{HALVES_EN} {SHORT_EN}", f"{LONG_FR} {SHORT_FR}"

    assert sentence_pairs(source, target) == [
        (HALVES_EN, LONG_FR),
        (SHORT_EN, SHORT_FR),
    ]


def test_a_sentence_left_out_is_paired_with_nothing():
    extra = (
        f"Le capitaine, {'blessé, remplacé, revenu puis reparti, ' * 4}n’a rien dit."
    )

    pairs = sentence_pairs(f"{LONG_FR} {extra} {LONG_FR}", f"{LONG_EN} {LONG_EN}")

    assert pairs == [(LONG_FR, LONG_EN)] * 2


@pytest.mark.parametrize(("source", "target"), [("", "A."), ("Un.", ""), ("", "")])
def test_an_empty_side_gives_no_pair(source, target):
    assert sentence_pairs(source, target) == []


def test_very_many_sentences_are_kept_together():
    source, target = "Un but. " * 61, "One goal. " * 70

    assert sentence_pairs(source, target) == [(source.strip(), target.strip())]


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, ". " * 500_000, "A. " * 300_000, "»" * 1_000_000]
)
def test_hostile_texts_take_seconds_at_most(text):
    start = time.process_time()
    sentence_pairs(text, "One. Two.")

    assert time.process_time() - start < 8
