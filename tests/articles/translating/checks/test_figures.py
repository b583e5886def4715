import pytest

from articles.translating.checks import On, Severity
from tests.articles.translating.checks.desk import checked, said

BOTH = {"source": "fr", "target": "en"}


def test_a_lost_figure_is_pointed_at_in_the_source():
    (found,) = checked({"source": "Il a 34 ans.", "target": "He is back."}, **BOTH)

    assert (found.side, found.start, found.end) == (On.SOURCE, 5, 7)
    assert (found.words, found.severity) == ("34", Severity.WARN)


def test_a_changed_figure_is_pointed_at_in_the_translation():
    (found,) = checked({"source": "Il a 34 ans.", "target": "He is 43."}, **BOTH)

    assert (found.side, found.start, found.end) == (On.TARGET, 6, 8)
    assert (found.words, found.expected) == ("43", "34")


@pytest.mark.parametrize(
    ("hour", "found"),
    [("9pm", 0), ("8pm", 0), ("10pm", 0), ("7pm", 1), ("9am", 1)],
)
def test_an_hour_may_be_told_on_the_clock_beside(hour, found):
    assert len(said("Coup d’envoi à 21 h.", f"Kick-off is at {hour}.")) == found


def test_the_same_day_of_another_year_is_told():
    assert said("Le 2 mai 2024.", "On 2 May 2023.") == [("figure", "2 May 2023")]


def test_the_year_of_a_day_may_be_left_out():
    assert said("Le 2 mai 2024.", "On 2 May.") == []


def test_the_same_amount_in_another_currency_is_told():
    found = said("Il coûte 10 millions d’euros.", "He costs £10m.")

    assert found == [("figure", "£10m")]


def test_an_amount_told_in_two_currencies_needs_only_one():
    assert (
        said("It costs £43,000 (€50,000).", "Cela coûte 50 000 euros.", to="fr") == []
    )


def test_figures_within_quotation_marks_count_too():
    found = said("« On a gagné 3-1 », dit-il.", "“We won 3-2,” he said.")

    assert found == [("figure", "3-2")]


def test_a_figure_that_moved_to_the_next_paragraph_is_not_lost():
    told = {
        "source": ["<p>Il a 34 ans.</p>", "<p>Il revient.</p>"],
        "target": ["<p>He is back.</p>", "<p>He is 34.</p>"],
    }

    assert checked(told, **BOTH) == []


def test_one_of_two_equal_scores_may_not_become_another():
    found = said("1-1, mi-temps 1-1.", "1-1, half-time 1-0.")

    assert found == [("figure", "1-0")]


def test_a_distance_may_be_told_in_other_units():
    assert said("Un tir de 25 mètres.", "A shot from 27 yards.") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il a marqué deux fois.", "He scored a brace."),
        ("Un doublé en un quart d’heure.", "Two goals in 15 minutes."),
        ("Dans une dizaine de jours.", "In ten days or so."),
        ("Les deux équipes ont souffert.", "Both sides suffered."),
        ("Le premier but est venu tôt.", "The opener came early."),
        ("Il sera absent quinze jours.", "He is out for a fortnight."),
    ],
)
def test_words_that_stand_for_a_number_are_understood(source, target):
    assert said(source, target) == []
