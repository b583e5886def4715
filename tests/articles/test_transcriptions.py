import pytest

from articles.models import QuoteVariant
from articles.transcriptions import Difference, comparisons, differences
from tests.factories import make_quote

pytestmark = pytest.mark.django_db


def noted(quote, text, **columns):
    return QuoteVariant.objects.create(
        quote=quote, text=text, source_name="Un journal", **columns
    )


def test_two_meanings_of_one_sentence_leap_to_the_eye():
    quote = make_quote(text="Les détails étaient en notre défaveur.")
    noted(quote, "Ils ont été en notre faveur.")

    found = comparisons(quote)[0]
    assert found.is_reversal
    assert found.differences[-1] == Difference("défaveur", "faveur")
    assert "<del>défaveur</del><ins>faveur</ins>" in found.marked


@pytest.mark.parametrize(
    ("ours", "theirs", "is_reversal"),
    [
        ("défaveur", "faveur", True),
        ("possible", "impossible", True),
        ("c’est fini", "ce n’est pas fini", True),
        ("it is over", "it isn’t over", True),
        ("on a gagné", "on n’a jamais gagné", True),
        ("fair", "unfair", True),
        ("petit truc", "petit détail", False),
        ("ce soir", "hier soir", False),
        ("venir", "revenir", False),
        ("a-t-il", "ont-ils", False),
        ("on", "don", False),
    ],
)
def test_a_contrary_is_told_from_another_word(ours, theirs, is_reversal):
    assert Difference(ours, theirs).is_reversal is is_reversal
    assert Difference(theirs, ours).is_reversal is is_reversal


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Un petit truc.", "Un petit truc.", []),
        ("Un petit truc.", "« Un petit truc »", []),
        ("Un petit truc", "Un grand truc", [("petit", "grand")]),
        ("C’est un stade", "C’est vraiment un stade", [("", "vraiment")]),
        ("a b c d", "a x y d", [("b c", "x y")]),
    ],
)
def test_differences_are_told_word_by_word(ours, theirs, expected):
    assert differences(ours, theirs) == [Difference(*pair) for pair in expected]


def test_words_of_two_languages_are_not_compared():
    quote = make_quote()
    noted(quote, "A bitter taste.", language="en")

    found = comparisons(quote)[0]
    assert (found.marked, found.is_reversal) == ("A bitter taste.", False)


def test_markup_in_a_transcription_is_text():
    quote = make_quote()
    noted(quote, "<script>alert(1)</script>")

    assert "<script>" not in comparisons(quote)[0].marked


def test_a_transcription_in_another_language_is_escaped_as_well():
    quote = make_quote()
    noted(quote, "<b>Bitter</b>", language="en")

    assert not hasattr(comparisons(quote)[0].marked, "__html__")


def test_a_transcription_has_its_history():
    variant = noted(make_quote(), "Un.")
    variant.text = "Deux."
    variant.save()

    texts = variant.history.order_by("history_id").values_list("text", flat=True)
    assert list(texts) == ["Un.", "Deux."]
