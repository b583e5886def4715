import pytest

from articles import pull_quotes
from tests.factories import make_quote

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kind", "reasons"), [("full", 0), ("partial", 1)])
def test_part_of_a_sentence_is_refused(kind, reasons):
    assert len(pull_quotes.refusals(make_quote(kind=kind))) == reasons


@pytest.mark.parametrize(("length", "warned"), [(120, 0), (121, 1)])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_long_words_are_warned_of_in_the_language_they_are_long_in(
    length, warned, language
):
    quote = make_quote(text="a", translation_en="b")
    column = "text" if language == "fr" else "translation_en"
    setattr(quote, column, "x" * length)

    assert len(pull_quotes.warnings(quote, language)) == warned
    other = "en" if language == "fr" else "fr"
    assert pull_quotes.warnings(quote, other) == []


def test_words_that_are_not_translated_are_not_measured():
    quote = make_quote(text="x" * 200, translation_en="")

    assert pull_quotes.warnings(quote, "en") == []
