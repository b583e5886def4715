import pytest

from tests.articles.translating.checks.desk import said


@pytest.mark.parametrize(
    ("to", "text", "found"),
    [
        ("fr", "L'équipe gagne.", "'"),
        ("fr", 'Il dit "non".', '"'),
        ("fr", "Il dit “non”.", "“"),
        ("fr", "Quel match!", "!"),
        ("fr", "Quel match !", " !"),
        ("fr", "«\u202fQuel “match”, dit-il\u202f»", None),
        ("fr", "« Quel match\u202f»", "«"),
        ("fr", "Il est clair: non.", ":"),
        ("fr", "À 20:45, sur https://club.example/a?b=c", None),
        ("fr", "Il a 50% du ballon.", "%"),
        ("fr", "Devant 64,475 personnes.", "64,475"),
        ("fr", "Pour 1.5 million.", "1.5"),
        ("fr", "À 9 p.m. précises.", "9 p.m"),
        ("fr", "La 11th minute.", "11th"),
        ("fr", "La 2ème minute.", "2ème"),
        ("fr", "Quel match\u202f! Il dit\u00a0: «\u202fnon\u202f». 50\u00a0%.", None),
        ("en", "L'équipe.", "'"),
        ("en", 'He said "no".', '"'),
        ("en", "He said « no ».", "«"),
        ("en", "What a match\u202f!", "\u202f!"),
        ("en", "It is clear : no.", " :"),
        ("en", "They had 50 % of it.", " %"),
        ("en", "In front of 64 475 people.", "64 475"),
        ("en", "Over 1,5 million.", "1,5"),
        ("en", "At 21 h sharp.", "21 h"),
        ("en", "In the 11e minute.", "11e"),
        ("en", "It cost 50 M€.", "0 M€"),
        ("en", "“No!” he said: 50%, £1.5m, 64,475, at 9pm in the 11th.", None),
    ],
)
def test_marks_and_spaces_are_those_of_the_language(to, text, found):
    raised = [words for kind, words in said("…", text, to=to) if kind == "typography"]

    assert raised == ([found] if found else [])


def test_a_rule_is_told_once_in_a_unit():
    assert len(said("…", "Quoi! Non! Si!", to="fr")) == 1
