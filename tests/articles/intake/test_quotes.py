import pytest

from articles.intake import propose
from tests.articles.intake.desk import ENGLISH_LEAD, FRENCH_LEAD, make_clubs
from tests.articles.intake.quote_variants import ENGLISH, FRENCH
from tests.articles.intake.shown import marked, spans, told_of_quote, unmarked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clubs():
    make_clubs()


def read(shown, *, language="fr"):
    """The quotes of the copy, and those expected: where they stand."""
    lead = {"fr": FRENCH_LEAD, "en": ENGLISH_LEAD}[language]
    copy = f"{lead}\n{shown}"
    return propose(unmarked(copy), language=language).quotes, marked(copy)


@pytest.mark.parametrize("variant", FRENCH)
def test_quote_in_french_copy(variant):
    shown, told = FRENCH[variant]

    quotes, places = read(shown)

    assert [told_of_quote(quote) for quote in quotes] == told
    assert spans(quotes) == places


@pytest.mark.parametrize("variant", ENGLISH)
def test_quote_in_english_copy(variant):
    shown, told = ENGLISH[variant]

    quotes, places = read(shown, language="en")

    assert [told_of_quote(quote) for quote in quotes] == told
    assert spans(quotes) == places


def test_words_are_kept_without_the_incise_within_them():
    shown = "Lestrade souriait. « On a tenu, a-t-il ajouté, et on y croit encore »."

    [quote], _places = read(shown)

    assert quote.text == "On a tenu, et on y croit encore"


def test_words_are_kept_when_the_incise_follows_a_question():
    [quote], _places = read("« Et alors ? a lancé Lestrade, on est là pour gagner. »")

    assert quote.text == "Et alors ? on est là pour gagner."


@pytest.mark.parametrize(
    ("language", "variants", "text"),
    [
        ("fr", FRENCH, "On y va.\nOn y est.\nOn y reste"),
        ("en", ENGLISH, "We dug in.\nWe got there.\nWe stay,"),
    ],
)
def test_paragraphs_are_kept_without_the_marks_before_them(language, variants, text):
    shown, _told = variants["paragraphs that open again"]

    [quote], _places = read(shown, language=language)

    assert quote.text == text


def test_quotes_of_one_person_in_a_row_continue():
    shown = (
        "« On y croit », a dit Lestrade. « On ira là-bas », a-t-il ajouté.\n"
        "« On verra bien », a répondu Talmont.\n« On est prêts », a repris Lestrade."
    )

    quotes, _places = read(shown)

    assert [quote.continues for quote in quotes] == [None, 0, None, None]


@pytest.mark.parametrize(
    ("language", "shown", "spoken"),
    [
        ("fr", "“We dug in and the boys got there in the end”, dixit Lestrade.", "en"),
        ("en", "“On a souffert et les gars sont là pour la suite,” said Pell.", "fr"),
        ("fr", "“Forza, andiamo tutti alla festa con il nostro cuore”, dixit X.", "fr"),
        ("fr", "“We are here”, dixit Lestrade.", "fr"),
    ],
)
def test_only_long_words_have_a_language_of_their_own(language, shown, spoken):
    [quote], _places = read(shown, language=language)

    assert quote.language == spoken


def test_tag_goes_out_of_the_prose_with_a_full_quote():
    shown = "« On y croit », a dit Lestrade. Le public est resté."

    [quote], _places = read(shown)

    copy = f"{FRENCH_LEAD}\n{shown}"
    assert copy[slice(*quote.passage)] == "« On y croit », a dit Lestrade."


def test_part_of_a_sentence_stays_in_the_prose():
    [quote], _places = read("Lestrade estime que « tout reste à faire » au retour.")

    assert quote.passage is None


def test_headline_with_a_quote_is_told_to_be_one():
    copy = f"Lestrade : « Il nous a manqué de l’air »\n{FRENCH_LEAD}"

    [quote] = propose(copy).quotes

    assert quote.is_headline
    assert told_of_quote(quote) == "Hugo Lestrade · head_coach · full"
