import pytest

from articles.intake.lines import Copy
from articles.intake.marks import find_marked


def words(text):
    copy = Copy(text)
    return [[copy[part] for part in one.parts] for one in find_marked(copy)]


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u202f", "\u2009"], ids=ascii)
@pytest.mark.parametrize(
    ("opening", "closing"),
    [("«", "»"), ("<<", ">>"), ("“", "”"), ("„", "“"), ("„", "”"), ("‘", "’")],
)
def test_words_between_marks_are_found(opening, closing, space):
    text = f"Il dit {opening}{space}On y va{space}{closing} puis part."

    is_single_with_space = opening == "‘" and space
    assert words(text) == ([] if is_single_with_space else [["On y va"]])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "we go", then left.', [["we go"]]),
        ("He said 'we go', then left.", [["we go"]]),
        ('"We go," he said. "Now."', [["We go,"], ["Now."]]),
        ("« Un », dit-il, « deux »", [["Un"], ["deux"]]),
        ('un écran de 6" et 7"', []),
        ("the players' bus wasn't late", []),
        ("l'équipe n'est pas d'accord", []),
        ("rock ’n’ roll", []),
        ("« »", []),
    ],
)
def test_marks_are_told_from_apostrophes_and_inches(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« Il a dit “non” hier »", "Il a dit “non” hier"),
        ("« Il a dit « non » hier »", "Il a dit « non » hier"),
        ("“He said ‘no’ to us”", "He said ‘no’ to us"),
        ("\"He said 'no' to us\"", "He said 'no' to us"),
        ("‘He said “no” to us’", "He said “no” to us"),
        ("‘It is the players’ job’ he said", "It is the players’ job"),
    ],
)
def test_quote_within_a_quote_stays_in_it(text, found):
    assert words(text) == [[found]]


@pytest.mark.parametrize(
    ("first", "again", "last"),
    [("«", "«", "»"), ("«", "»", "»"), ("“", "“", "”"), ('"', '"', '"')],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"], ids=ascii)
def test_paragraphs_that_open_the_marks_again_are_one_quote(first, again, last, gap):
    text = f"{first}On y va.{gap}{again}On y est.{gap}{again}On y reste.{last} Fin."

    assert words(text) == [["On y va.", "On y est.", "On y reste."]]


def test_quote_that_never_closes_is_none():
    assert words("« On y va.\nLe match est fini.") == []


def test_what_follows_a_quote_that_never_closes_is_still_found():
    assert words("« On y va.\nLe match est fini. « Oui », dit-il.") == [["Oui"]]


def test_quote_has_at_most_eight_paragraphs():
    eight = ["« Oui."] * 7 + ["« Oui. »"]

    assert words("\n".join(eight)) == [["Oui."] * 8]
    assert words("\n".join(["« Oui.", *eight])) == [["Oui."] * 8]


def test_marks_tell_where_they_stand():
    [found] = find_marked(Copy("Il dit «\u202fOui\u202f» !"))

    assert (found.start, found.end) == (9, 12)
    assert (found.outer.start, found.outer.end) == (7, 14)
