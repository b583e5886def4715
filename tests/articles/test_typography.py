import random

import pytest

from articles.typography import quoted, tidy

N, W = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "« Quel match ! » dit-il : l'OM...",
            f"«{N}Quel match{N}!{N}» dit-il{W}: l’OM…",
        ),
        ("Quoi ?! Non!!!", f"Quoi{N}?! Non{N}!!!"),
        ("Gasset: «oui»;", f"Gasset{W}: «{N}oui{N}»{N};"),
        ('Il dit "oui".', f"Il dit «{N}oui{N}»."),
        ("@OM_Officiel ! #OM ?", f"@OM_Officiel{N}! #OM{N}?"),
        ("64 475 spectateurs", f"64{N}475 spectateurs"),
        ("9 M€, 50 %, 20 h 45", f"9{W}M€, 50{W}%, 20{W}h{W}45"),
        ("11' aujourd'hui, l'« OM »", f"11’ aujourd’hui, l’«{N}OM{N}»"),
    ],
)
def test_french_is_spaced_as_it_is_printed(text, printed):
    assert tidy(text, "fr") == printed


@pytest.mark.parametrize(
    "text",
    [
        "http://x.fr/a?b",
        "à 20:45",
        "1-1",
        "a@b.fr",
        "#OM",
        "16:9",
        "en 2024 306",
        "Oui.",
    ],
)
def test_french_leaves_addresses_times_and_scores_alone(text):
    assert tidy(text, "fr") == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('"It\'s over," he said...', "“It’s over,” he said…"),
        ("the players' ball", "the players’ ball"),
        ("\"He said 'no'\" in the '90s", "“He said ‘no’” in the ’90s"),
        ('("one") — "two"', "(“one”) — “two”"),
        ("Why? 1-1; yes!", "Why? 1-1; yes!"),
    ],
)
def test_english_quotes_are_curled(text, printed):
    assert tidy(text, "en") == printed


def test_another_language_is_left_as_it_is():
    assert tidy('¿Qué tal? "sí" ...', "es") == '¿Qué tal? "sí" ...'


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [
        ("Oui", "fr", f"«{N}Oui{N}»"),
        ("Il dit « oui »", "fr", f"«{N}Il dit “oui”{N}»"),
        ('Il dit "oui"', "fr", f"«{N}Il dit “oui”{N}»"),
        ('He said "yes"', "en", "“He said ‘yes’”"),
        ("Ciao", "it", "“Ciao”"),
    ],
)
def test_quotation_marks_never_stand_in_their_like(text, language, printed):
    assert quoted(text, language) == printed


@pytest.mark.parametrize("language", ["fr", "en"])
def test_typography_is_the_same_twice(language):
    pieces = [
        *f" {N}{W}'\"«»“”’.…;:!?%€hM1a2é()-\n@#\ufdd0",
        "...",
        "http://a.b/?d",
        "1 234",
    ]
    dice = random.Random(1905)

    for _round in range(5000):
        text = "".join(dice.choices(pieces, k=12))
        assert tidy(tidy(text, language), language) == tidy(text, language)


@pytest.mark.parametrize(
    ("name", "language"), [("fr-reaction.txt", "fr"), ("en-report.txt", "en")]
)
def test_real_copy_loses_no_word_and_comes_out_stable(real_copy, name, language):
    text = (real_copy / name).read_text(encoding="utf-8")

    printed = tidy(text, language)

    assert tidy(printed, language) == printed
    assert printed.replace("’", "'").split() == text.replace("’", "'").split()
