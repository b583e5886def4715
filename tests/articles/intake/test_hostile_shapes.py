import pytest

from articles.intake import Refused, propose
from articles.intake.proposing import LONGEST
from tests.articles.intake.desk import make_clubs
from tests.articles.intake.hostile_shapes import SHAPES

pytestmark = pytest.mark.django_db
TOO_LONG = "The copy is longer than 100,000 characters: send it in parts."


@pytest.fixture(autouse=True)
def _clubs():
    make_clubs()


@pytest.mark.parametrize("name", SHAPES)
def test_shape_as_long_as_the_limit_ends_in_a_whole_answer(name):
    text = SHAPES[name](LONGEST)

    proposal = propose(text, language="fr")

    assert proposal.language == "fr"
    assert proposal.as_json()["body_text"] == proposal.body_text


@pytest.mark.parametrize("name", SHAPES)
def test_shape_beyond_the_limit_is_refused_in_one_sentence(name):
    text = SHAPES[name](LONGEST + 20)

    with pytest.raises(Refused) as refused:
        propose(text)

    assert str(refused.value) == TOO_LONG


def test_megabyte_is_refused():
    with pytest.raises(Refused, match="^The copy is longer than"):
        propose(SHAPES["one line of prose"](1024 * 1024))


def test_fifty_thousand_marks_are_no_quotes():
    assert propose(SHAPES["quotes of one letter"](LONGEST), language="fr").quotes == []


def test_every_quote_of_a_long_line_is_found():
    length = 30 * len("« A b c d e », a dit Lestrade. ")

    found = propose(SHAPES["quotes with their tags"](length), language="fr").quotes

    assert [quote.text for quote in found] == ["A b c d e"] * 30
