import pytest

from articles.models import Quote
from tests.articles.translating.checks.desk import said

FRENCH = "On a manqué de tout ce soir, et surtout de courage"
ENGLISH = "We lacked everything tonight, and courage above all"


def quote(**told):
    return Quote(**{"pk": 4, "language": "fr", "text": FRENCH, **told})


def found(source, target, *quotes, to="en"):
    told = said(source, target, to=to, desk=(None, quotes))
    return [words for kind, words in told if kind == "quote"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (ENGLISH, []),
        ("courage above all", []),
        ("We lacked everything tonight, most of all courage", 1),
        ("There was nothing from us this evening, and no bravery", 1),
    ],
)
def test_words_on_record_are_not_put_into_english_anew(words, expected):
    told = found(
        f"« {FRENCH} », dit-il.",
        f"“{words}”, he said.",
        quote(translation_en=ENGLISH),
    )

    assert told == ([words] if expected else [])


def test_words_on_record_without_a_translation_ask_for_one():
    told = found(f"« {FRENCH} »", "“No courage tonight, none at all”", quote())

    assert told == ["No courage tonight, none at all"]


def test_words_spoken_in_french_are_not_translated_back():
    record = quote(translation_en=ENGLISH)

    told = found(
        f"“{ENGLISH}”", "« Il nous manquait tout, le courage d’abord »", record, to="fr"
    )

    assert told == ["Il nous manquait tout, le courage d’abord"]
    assert found(f"“{ENGLISH}”", f"« {FRENCH} »", record, to="fr") == []


def test_words_on_record_are_known_without_the_source():
    record = quote(translation_en=ENGLISH)
    words = "We lacked everything tonight, most of all courage"

    assert found("Il a dénoncé un manque de courage.", f"“{words}”", record) == [words]


def test_other_words_between_marks_are_nobodys():
    record = quote(translation_en=ENGLISH)

    assert found("« Allez les bleus, allez »", "“Come on you blues”", record) == []
