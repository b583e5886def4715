from articles.translating.alignment import align
from articles.translating.units import Unit, body_units

A = "<p>Marseille ouvre le score dès la onzième minute sur une frappe.</p>"
B = "<p>Les Bergamasques égalisent sur corner avant la pause.</p>"
C = "<p>Le retour se jouera jeudi prochain en Italie.</p>"
QUOTE = '<newsroom-embed data-type="quote" data-id="12"></newsroom-embed>'
OTHER = QUOTE.replace("12", "13")


def aligned(before, after):
    return align(body_units("".join(before)), body_units("".join(after)))


def test_what_did_not_change_is_itself():
    assert aligned([A, QUOTE, B], [A, QUOTE, B]) == {0: 0, 1: 1, 2: 2}


def test_added_and_removed_paragraphs_shift_the_rest():
    new = "<p>Un paragraphe entièrement nouveau sur les tribunes.</p>"

    assert aligned([A, B, C], [new, A, C]) == {1: 0, 2: 2}


def test_a_paragraph_with_other_words_is_the_same_paragraph():
    assert aligned([A, B], [A, B.replace("sur corner", "de la tête")]) == {0: 0, 1: 1}


def test_a_moved_paragraph_is_found():
    assert aligned([A, B, C], [C, A, B]) == {0: 2, 1: 0, 2: 1}


def test_a_moved_and_edited_paragraph_is_found():
    edited = C.replace("jeudi prochain", "jeudi soir")

    assert aligned([A, B, C], [edited, A, B]) == {0: 2, 1: 0, 2: 1}


def test_the_longer_part_of_a_split_paragraph_is_the_paragraph():
    whole = "<p>Le retour se jouera jeudi prochain en Italie. Gasset y croit.</p>"

    assert aligned([A, whole], [A, C, "<p>Gasset y croit.</p>"]) == {0: 0, 1: 1}


def test_the_longer_of_two_merged_paragraphs_is_the_paragraph():
    short = "<p>Gasset y croit.</p>"
    merged = "<p>Gasset y croit. Le retour se jouera jeudi prochain en Italie.</p>"

    assert aligned([A, short, C], [A, merged]) == {0: 0, 1: 2}


def test_a_paragraph_replaced_between_its_neighbours_is_the_paragraph():
    assert aligned([A, B, C], [A, "<p>Rien à voir.</p>", C]) == {0: 0, 1: 1, 2: 2}


def test_a_heading_is_not_replaced_by_a_paragraph():
    assert aligned([A, "<h2>Pause</h2>", C], [A, "<p>Rien.</p>", C]) == {0: 0, 2: 2}


def test_a_record_is_only_itself():
    assert aligned([A, QUOTE], [A, OTHER]) == {0: 0}


def test_a_title_is_the_title_whatever_it_says():
    assert align([Unit("title", "Un nul")], [Unit("title", "L’exploit")]) == {0: 0}


def test_equal_paragraphs_are_taken_in_order():
    assert aligned([A, B, A], [A, C, A]) == {0: 0, 1: 1, 2: 2}
