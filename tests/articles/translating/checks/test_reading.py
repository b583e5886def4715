"""Figures as each language writes them mean the same."""

import pytest

from articles.translating.checks.reading import figures


def read(text, language):
    return [(one.kind, *sorted(one.values, key=str)) for one in figures(text, language)]


def words(text, language):
    return [text[one.start : one.end] for one in figures(text, language)]


@pytest.mark.parametrize(
    ("language", "texts", "hour"),
    [
        ("fr", ["21 h", "21h", "21 h 00", "21:00", "à 21 heures"], 21 * 60),
        ("en", ["9pm", "9 p.m.", "9.00pm", "21:00", "at 21.00"], 21 * 60),
        ("fr", ["20 h 45", "20h45", "20:45"], 20 * 60 + 45),
        ("en", ["8.45pm", "8:45 p.m.", "20:45"], 20 * 60 + 45),
        ("fr", ["midi", "12 h"], 12 * 60),
        ("en", ["noon", "12pm", "midday"], 12 * 60),
    ],
)
def test_an_hour_is_read_in_every_format(language, texts, hour):
    for text in texts:
        assert read(text, language) == [("hour", ("hour", hour))], text


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("fr", ["2 mai 2024", "jeudi 2 mai", "02/05/2024", "2024-05-02"]),
        ("en", ["2 May 2024", "May 2, 2024", "May 2nd", "the 2nd of May", "2/5/2024"]),
    ],
)
def test_a_day_is_read_in_every_format(language, texts):
    for text in texts:
        values = {value for one in figures(text, language) for value in one.values}

        assert ("date", 2, 5) in values, text


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("fr", "64 475", {64475}),
        ("fr", "64\u202f475", {64475}),
        ("en", "64,475", {64475, 64.475}),
        ("en", "64.475", {64475, 64.475}),
        ("fr", "1,5 million", {1_500_000}),
        ("en", "£1.5m", {1_500_000, 1.5}),
        ("fr", "90 M€", {90_000_000, 90}),
        ("en", "2bn", {2_000_000_000}),
        ("fr", "quatre-vingt-dix-neuf", {99}),
        ("fr", "vingt et un", {21}),
        ("en", "thirty-four", {34}),
        ("en", "two hundred and five", {205}),
        ("fr", "deux mille", {2000}),
    ],
)
def test_a_number_is_read_in_figures_and_in_words(language, text, numbers):
    (found,) = figures(text.replace("\u202f", " "), language)

    assert {value[1] for value in found.values} == numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "90e+2"),
        ("fr", "90'+2".replace("'", "’")),
        ("en", "90+2’"),
        ("en", "90+2nd"),
        ("en", "the second minute of stoppage time"),
        ("en", "the second added minute"),
        ("fr", "la deuxième minute du temps additionnel"),
    ],
)
def test_a_minute_of_added_time_is_read_in_every_format(language, text):
    (found,) = figures(text, language)

    assert ("added", 90, 2) in found.values


@pytest.mark.parametrize(
    ("language", "text", "score"),
    [
        ("fr", "3-0 Marseille", (3, 0)),
        ("fr", "battu 0-3", (3, 0)),
        ("en", "beaten three-nil", (3, 0)),
        ("fr", "une victoire trois buts à un", (3, 1)),
        ("en", "one-all", (1, 1)),
        ("en", "by three goals to one", (3, 1)),
    ],
)
def test_a_score_is_read_whoever_comes_first(language, text, score):
    assert read(text, language) == [("score", ("score", *score))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "https://club.example/2024/05/02?page=3"),
        ("en", "@club2024 and #OM1993"),
        ("fr", "la Ligue 1 et le Bayer 04"),
        ("en", "one of a kind, a goal, an hour"),
        ("fr", "un but, une passe"),
        ("en", "they were 1/10 favourites"),
    ],
)
def test_what_is_part_of_a_name_or_counts_nothing_is_no_figure(language, text):
    assert figures(text, language) == []


def test_a_formation_and_a_season_are_no_scores():
    found = read("en 3-5-2 depuis 2023-2024", "fr")

    assert [kind for kind, *_values in found] == ["formation", "season"]


def test_a_figure_is_placed_without_what_stands_around():
    assert words("Le 9 mai. À 21 h, 3-1 ; 12,5 %.", "fr") == [
        "9 mai",
        "21 h",
        "3-1",
        "12,5",
    ]
