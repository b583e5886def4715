import pytest

from articles.intake.lines import Copy, Span, words

BREAKS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]


def sentences(text):
    copy = Copy(text)
    return [copy[span] for span in copy.sentences(Span(0, len(text)))]


@pytest.mark.parametrize("mark", BREAKS, ids=ascii)
def test_any_line_break_ends_a_line(mark):
    copy = Copy(f"un{mark}{mark} deux ")

    assert [copy[line] for line in copy.lines] == ["un", "deux"]
    assert [copy.is_after_blank(number) for number in (0, 1)] == [True, True]


def test_lines_that_show_nothing_do_not_count():
    assert Copy(" \n\u00a0\n\t\u202f\n").lines == []


def test_every_place_has_its_line_or_the_one_before():
    copy = Copy("un\n\ndeux\n")

    assert [copy[copy.line_at(place)] for place in (0, 1, 3, 4, 8)] == [
        "un",
        "un",
        "un",
        "deux",
        "deux",
    ]


def test_what_is_taken_out_leaves_the_rest_of_its_line():
    copy = Copy("un deux trois\nquatre\ncinq")
    taken = [Span(3, 7), Span(14, 20)]

    rest = copy.without(taken)

    assert [rest[line] for line in rest.lines] == ["un", "trois", "cinq"]
    assert rest.text == copy.text


def test_what_is_taken_out_may_span_lines():
    copy = Copy("un deux\ntrois\nquatre cinq")

    rest = copy.without([Span(3, 20)])

    assert [rest[line] for line in rest.lines] == ["un", "cinq"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Un but. Puis deux ! Et… Rien ?", ["Un but.", "Puis deux !", "Et…", "Rien ?"]),
        ("Hier, M. Roy est venu. Il part.", ["Hier, M. Roy est venu.", "Il part."]),
        ("Mr. Roy came. He left.", ["Mr. Roy came.", "He left."]),
        ("Ici, J. Roy est là. Bien.", ["Ici, J. Roy est là.", "Bien."]),
        ("Il a dit « non. » Puis rien.", ["Il a dit « non. »", "Puis rien."]),
        ("Fin. « Oui », dit-il.", ["Fin.", "« Oui », dit-il."]),
        ("à 2.5 km. et puis", ["à 2.5 km. et puis"]),
        ("Fin. 11 joueurs.", ["Fin.", "11 joueurs."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, cut):
    assert sentences(text) == cut


def test_words_are_folded_as_names_are():
    found = words("Évian, l’Œuvre")

    assert [word.folded for word in found] == ["evian", "l", "oeuvre"]
    assert [word.is_capital for word in found] == [True, False, True]
