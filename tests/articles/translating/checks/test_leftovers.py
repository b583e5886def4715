import pytest

from articles.translating.checks import Severity
from tests.articles.translating.checks.desk import checked, said

FRENCH = "Le gardien a repoussé deux frappes avant la pause."
ENGLISH = "The keeper saved two shots before the break."


@pytest.mark.parametrize(
    ("to", "source", "target", "found"),
    [
        ("en", FRENCH, FRENCH, [("leftover", FRENCH)]),
        ("fr", ENGLISH, ENGLISH, [("leftover", ENGLISH)]),
        ("en", FRENCH, FRENCH.replace("deux", "les"), "leftover"),
        ("en", FRENCH, "Il n’y a pas de but et c’est tout pour ce soir.", "language"),
        ("en", "Trois choses à regarder", "Trois choses à regarder", "leftover"),
        ("en", FRENCH, "…", "leftover"),
        ("en", "Solvanne 2-0 Valmeuse", "Solvanne 2-0 Valmeuse", []),
        ("en", "Luis de la Fuente", "Luis de la Fuente", []),
        ("en", "Fair-play", "Fair-play", []),
        ("en", FRENCH, ENGLISH, []),
        ("fr", ENGLISH, FRENCH, []),
    ],
)
def test_words_of_the_source_do_not_stay(to, source, target, found):
    raised = said(source, target, to=to)

    assert raised == found or [kind for kind, _words in raised] == [found]


def test_only_the_sentence_that_stayed_is_pointed_at():
    source = "Le public chante. Personne ne part avant la fin."
    target = "The crowd sing. Personne ne part avant la fin."

    (found,) = checked({"source": source, "target": target}, source="fr", target="en")

    assert (found.start, found.words) == (16, "Personne ne part avant la fin.")
    assert found.severity == Severity.BLOCK


def test_words_quoted_as_they_were_said_are_not_left_over():
    target = "“C’est ce que je leur ai dit et c’est tout”, he told the press."

    assert said("Voilà ses mots.", target) == []


def test_a_passage_set_apart_as_it_was_said_only_warns():
    block = (
        "<blockquote><p>C’est ce que je leur ai dit dans le vestiaire.</p></blockquote>"
    )

    (found,) = checked({"source": block, "target": block}, source="fr", target="en")

    assert found.severity == Severity.WARN
