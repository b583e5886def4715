import pytest

from articles.diff import MOST_COMPARISONS, printed, word_diff


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("the same", "the same", "the same"),
        ("OM won 2-1", "OM drew 1-1", None),
        ("", "new", "<ins>new</ins>"),
        ("old", "", "<del>old</del>"),
        ("a <b>", "a <i>", "a &lt;<del>b</del><ins>i</ins>&gt;"),
        ("one\ntwo", "one\n2", "one\n<del>two</del><ins>2</ins>"),
    ],
)
def test_the_words_that_differ_are_marked(before, after, expected):
    expected = (
        expected
        if expected is not None
        else ("OM <del>won</del><ins>drew</ins> <del>2</del><ins>1</ins>-1")
    )

    assert word_diff(before, after) == expected


def test_a_long_stretch_without_changes_is_cut_short():
    same = "mot " * 100

    diff = word_diff(f"{same}un", f"{same}deux")

    assert diff == f"{same[:80]} […] {same[-80:]}<del>un</del><ins>deux</ins>"


def test_texts_too_long_to_compare_differ_as_a_whole():
    long = int(MOST_COMPARISONS**0.5)
    before, after = "a " * long, "b " * long

    assert word_diff(before, after) == f"<del>{before}</del><ins>{after}</ins>"


def test_a_body_prints_a_block_a_line_and_names_its_records():
    body = '<p>Un <b>but</b>&nbsp;!</p><newsroom-embed data-type="quote" data-id="12">'

    assert printed(body) == "Un but\N{NO-BREAK SPACE}!\n[citation 12]"
