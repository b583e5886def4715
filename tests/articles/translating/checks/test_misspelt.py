import pytest

from tests.articles.translating.checks.desk import checked, make_desk


def found(*targets, desk=None):
    told = {
        "source": [
            "<p>Marseille et Liverpool jouent au Vélodrome.</p>",
            "<p>Marseille attaque, Ounahi tire.</p>",
        ],
        "target": [f"<p>{target}</p>" for target in targets],
    }
    raised = checked(told, source="fr", target="en", desk=desk)
    return [(one.pair, one.words, one.expected) for one in raised]


FIRST = "Marseille and Liverpool meet at the Vélodrome."


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Mareille attack, Ounahi shoots.", [(1, "Mareille", "Marseille")]),
        ("Marseille attack, Ounahi shoots, Ounhi misses.", [(1, "Ounhi", "Ounahi")]),
        ("The Marseillaise attack, Ounahi shoots.", []),
        ("The Marseilleses attack, Ounahi shoots.", []),
    ],
)
def test_a_name_written_right_elsewhere_is_not_misspelt_here(second, expected):
    assert found(FIRST, second) == expected


def test_what_no_side_confirms_may_be_the_languages_own_form():
    assert found("They meet in Marseile.", "Ounahi shoots.") == []


@pytest.mark.django_db
def test_a_club_on_record_is_known_without_being_right_elsewhere():
    told = {"source": "Hallowby a gagné.", "target": "Halowby won."}

    (raised,) = checked(told, source="fr", target="en", desk=make_desk())

    assert (raised.words, raised.expected) == ("Halowby", "Hallowby")
