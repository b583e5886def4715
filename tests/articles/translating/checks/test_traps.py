import pytest

from articles.translating.checks.traps import traps
from tests.articles.translating.checks.desk import said


@pytest.mark.parametrize(
    ("to", "source", "target", "found"),
    [
        ("en", "Dans le temps additionnel.", "In extra time.", ["extra time"]),
        ("en", "Après prolongation et temps additionnel.", "In extra time.", []),
        ("en", "Au match aller.", "In the away game.", ["away game"]),
        ("en", "Au match aller, à l’extérieur.", "In the away game.", []),
        ("en", "Aux tirs au but.", "With shots at goal.", ["shots at goal"]),
        ("en", "Un match nul.", "A null match.", ["null"]),
        ("en", "Une belle occasion.", "A fine occasion.", ["occasion"]),
        ("en", "Il est blessé.", "He is blessed.", ["blessed"]),
        ("en", "Une affluence record.", "A record affluence.", ["affluence"]),
        ("en", "Un coup de pied de but.", "A penalty kick.", ["penalty kick"]),
        ("en", "La journée de championnat.", "The league day.", ["league day"]),
        ("fr", "In extra time.", "Dans le temps additionnel.", ["temps additionnel"]),
        ("fr", "In stoppage time.", "En prolongation.", ["prolongation"]),
        ("fr", "They drew.", "Il y a eu tirage au sort.", ["tirage au sort"]),
        ("fr", "The draw for the cup.", "Le tirage au sort de la coupe.", []),
        ("fr", "He is actually fit.", "Il est actuellement apte.", ["actuellement"]),
        ("fr", "A record attendance.", "Une assistance record.", ["assistance"]),
        ("fr", "A clean sheet.", "Une feuille blanche.", ["feuille blanche"]),
        ("fr", "A handball.", "Un handball.", ["handball"]),
    ],
)
def test_a_false_friend_needs_evidence_on_both_sides(to, source, target, found):
    traps_found = [
        words for kind, words in said(source, target, to=to) if kind == "trap"
    ]

    assert traps_found == found


@pytest.mark.parametrize("direction", [("fr", "en"), ("en", "fr")])
def test_what_should_be_written_is_no_trap(direction):
    wrong = [
        trap.right
        for trap in traps(*direction)
        for right in trap.right.split(", ")
        if trap.wrong.fullmatch(right)
    ]

    assert wrong == []


def test_other_directions_have_no_traps():
    assert traps("fr", "it") == []
