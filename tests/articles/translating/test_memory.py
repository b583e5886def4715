import time
from datetime import timedelta

import pytest
from django.db.models import ProtectedError

from articles import publishing
from articles.models import RememberedSentence, SentenceTrace
from articles.translating.memory import recall, remember
from tests.factories import NOON, make_article, make_edition, make_user, publish

FRENCH = "Un nul au Vélodrome. Tout reste à faire jeudi prochain à Bergame."
ENGLISH = "A draw at the Vélodrome. It is all to play for in Bergamo next Thursday."
CLOSE = "Tout reste à faire jeudi soir à Bergame."
LATER = NOON + timedelta(days=1)
pytestmark = pytest.mark.django_db


def story(french=FRENCH, english=ENGLISH, **overrides):
    bodies = {"body_fr": f"<p>{french}</p>", "body_en": f"<p>{english}</p>"}
    return make_article(**bodies | overrides)


def translated(french=FRENCH, english=ENGLISH, *, at=NOON, **overrides):
    """The English edition of a story that is public in both languages."""
    article = story(french, english, **overrides)
    publish(article, "fr", at=at)
    return publish(article, "en", at=at)


def told(sentence, source="fr", target="en", **options):
    (found,) = recall([sentence], source=source, target=target, **options)
    return [(one.score, one.target) for one in found]


def test_sentences_are_remembered_with_their_translations():
    edition = translated()

    assert remember(edition, [(FRENCH, ENGLISH)], at=NOON) == 2
    assert told("Un nul au Vélodrome.") == [(100, "A draw at the Vélodrome.")]
    assert told("Un  nul au Vélodrome .") == [(100, "A draw at the Vélodrome.")]


def test_a_pair_serves_both_directions():
    remember(translated(), [(FRENCH, ENGLISH)], at=NOON)

    found = told("A draw at the Velodrome.", "en", "fr")

    assert found == [(95, "Un nul au Vélodrome.")]


def test_close_sentences_are_recalled_with_how_close_they_are():
    remember(translated(), [(FRENCH, ENGLISH)], at=NOON)

    assert told(CLOSE) == [(90, "It is all to play for in Bergamo next Thursday.")]


@pytest.mark.parametrize(
    "sentence", ["Le gardien a tout sauvé.", "Un nul.", "Vélodrome", "", "!", "😀"]
)
def test_other_sentences_recall_nothing(sentence):
    remember(translated(), [(FRENCH, ENGLISH)], at=NOON)

    assert told(sentence) == []


def test_what_is_recalled_tells_where_it_was_used():
    edition = translated(title_en="One apiece")
    remember(edition, [(FRENCH, ENGLISH)], at=NOON)

    ((found,),) = recall(["Un nul au Vélodrome."], source="fr", target="en")

    assert (found.source, found.title) == ("Un nul au Vélodrome.", "One apiece")
    assert found.address == f"/admin/articles/article/{edition.article_id}/change/"
    assert found.used_at == NOON


def test_each_translation_is_told_once_the_newest_first():
    for number, english in enumerate(["A draw.", "A tie.", "A draw."]):
        edition = translated("Un nul.", english, at=NOON + timedelta(hours=number))
        remember(edition, [("Un nul.", english)], at=LATER + timedelta(hours=number))

    found = recall(["Un nul."], source="fr", target="en")[0]

    assert [(one.score, one.target) for one in found] == [
        (100, "A draw."),
        (100, "A tie."),
    ]
    assert found[0].used_at == LATER + timedelta(hours=2)


def test_at_most_as_many_are_told_as_were_asked_for():
    for english in ("A draw.", "A tie.", "Level.", "All square."):
        remember(translated("Un nul.", english), [("Un nul.", english)], at=NOON)

    assert told("Un nul.", limit=2) == [(100, "All square."), (100, "Level.")]
    assert len(told("Un nul.")) == 3


def test_remembering_again_replaces_what_was_known():
    edition = translated()
    remember(edition, [(FRENCH, ENGLISH)], at=NOON)
    remember(edition, [(FRENCH, ENGLISH)], at=NOON)

    assert edition.remembered.count() == 2
    assert remember(edition, [], at=NOON) == 0
    assert not SentenceTrace.objects.exists()


@pytest.mark.parametrize("hidden", ["fr", "en"])
def test_nothing_is_remembered_that_readers_may_not_read_in_both_languages(hidden):
    article = story()
    editions = {code: publish(article, code) for code in ("fr", "en")}
    editions[hidden].embargo_until = LATER
    editions[hidden].save()

    assert remember(editions["en"], [(FRENCH, ENGLISH)], at=NOON) == 0
    assert remember(editions["en"], [(FRENCH, ENGLISH)], at=LATER) == 2


def test_a_draft_is_not_remembered():
    article = story()
    publish(article, "fr")

    edition = make_edition(article=article, language="en")

    assert remember(edition, [(FRENCH, ENGLISH)], at=NOON) == 0


def test_words_that_were_never_published_are_not_remembered():
    edition = translated()

    assert remember(edition, [("Un secret.", ENGLISH)], at=NOON) == 0
    assert remember(edition, [(FRENCH, "A secret. Another.")], at=NOON) == 0


def test_what_was_public_stays_remembered_once_withdrawn():
    edition = translated()
    remember(edition, [(FRENCH, ENGLISH)], at=NOON)
    chief = make_user(is_superuser=True)
    publishing.withdraw(edition, by=chief, reason="Wrong match.", at=LATER)

    assert remember(edition, [(FRENCH, ENGLISH)], at=LATER) == 0
    assert told("Un nul au Vélodrome.") == [(100, "A draw at the Vélodrome.")]


def test_speech_is_not_remembered_for_quotes_are_records():
    french = "Il parle : « Il y a un petit goût amer. » Le « Classique » attend."
    english = "He said: “There is a slightly bitter taste.” The “Classique” awaits."

    assert remember(translated(french, english), [(french, english)], at=NOON) == 1
    assert told("Le « Classique » attend.")[0][0] == 100


def test_a_sentence_of_a_thousand_characters_is_not_remembered():
    french, english = f"Un {'très ' * 250}long nul.", "A long draw."

    assert remember(translated(french, english), [(french, english)], at=NOON) == 0


def test_memory_goes_with_its_edition():
    edition = make_edition(language="en")
    pair = {"text_fr": "Un.", "text_en": "One.", "key_fr": 1, "key_en": 2}
    sentence = RememberedSentence.objects.create(
        edition=edition, source_language="fr", **pair
    )
    SentenceTrace.objects.create(sentence=sentence, trace=3)
    edition.delete()

    assert not RememberedSentence.objects.exists()
    assert not SentenceTrace.objects.exists()


def test_an_edition_that_was_published_is_kept_with_its_memory():
    with pytest.raises(ProtectedError):
        translated().delete()


def test_a_whole_article_costs_five_queries(django_assert_num_queries):
    remember(translated(), [(FRENCH, ENGLISH)], at=NOON)
    sentences = ["Un nul au Vélodrome.", CLOSE] * 100

    with django_assert_num_queries(5):
        found = recall(sentences, source="fr", target="en")
    assert [len(each) for each in found] == [1] * 200


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "un nul " * 40_000,
        "\u202eUn\u2066 nul. " * 20_000,
        "é\u0301" * 100_000,
    ],
    ids=["one word", "words", "bidi", "accents"],
)
def test_a_hostile_sentence_recalls_nothing_in_seconds(text):
    remember(translated(), [(FRENCH, ENGLISH)], at=NOON)
    start = time.process_time()

    assert told(text) == []
    assert time.process_time() - start < 8
