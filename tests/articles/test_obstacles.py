import pytest
from django.utils import translation

from articles.models import Article, Quote
from articles.obstacles import obstacles
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_match,
    make_photo,
    make_post,
    make_quote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def of(language="fr", **words):
    """The obstacles of an edition, each cut at its colon."""
    edition = make_edition(article=make_article(**words), language=language)
    return [reason.partition(":")[0] for reason in obstacles(edition)]


def showing(record, language="fr", **words):
    return of(language, **{f"body_{language}": f"<p>Texte.</p>{embed(record)}"} | words)


def test_a_story_with_title_and_text_has_none():
    assert of(standfirst_fr="", social_title_fr="") == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"title_fr": ""}, "The title is missing."),
        ({"title_fr": " \u200b"}, "The title is missing."),
        ({"body_fr": ""}, "The text is missing."),
        ({"body_fr": "<p>&nbsp;</p><hr>"}, "The text is missing."),
    ],
)
def test_words_that_are_missing(words, reason):
    assert of(**words) == [reason]


def test_the_other_language_is_no_obstacle():
    assert of("fr", title_en="", body_en="") == []


def test_records_alone_are_no_text():
    assert of(body_fr=embed(make_match())) == ["The text is missing."]


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ({}, None),
        ({"verification": "checked"}, None),
        ({"verification": "unverified"}, "A quote is not checked yet"),
        ({"verification": "disputed"}, "A quote is disputed"),
        ({"is_off_record": True}, "A quote is off the record"),
    ],
)
def test_a_quote_is_vouched_for(quote, reason):
    assert showing(make_quote(**quote)) == [reason] * bool(reason)


@pytest.mark.parametrize(
    ("spoken", "shown", "reasons"),
    [
        ("fr", "fr", []),
        ("fr", "en", ["A quote has no translation"]),
        ("it", "fr", ["A quote has no translation"]),
    ],
)
def test_a_quote_has_words_for_its_readers(spoken, shown, reasons):
    quote = make_quote(language=spoken, translation_en="", translation_fr="")

    assert showing(quote, shown) == reasons


@pytest.mark.parametrize(
    ("state", "reasons"),
    [
        ("live", []),
        ("edited", []),
        ("deleted", []),
        ("withheld", ["A club post is withheld"]),
    ],
)
def test_a_post_is_not_withheld(state, reasons):
    assert showing(make_post(state=state)) == reasons


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_picture_has_a_credit_and_its_alternative_text(language):
    photo = make_photo(credit="", **{f"alt_{language}": ""})
    reasons = [
        "A picture has no credit",
        "A picture has no alternative text in this language",
    ]

    assert showing(photo, language) == reasons
    assert of(language, lead_photo=photo) == reasons


def test_one_record_shown_twice_is_said_once():
    quote = make_quote(verification="disputed")

    assert showing(quote, body_fr=f"<p>a</p>{embed(quote) * 2}") == [
        "A quote is disputed"
    ]


def test_restored_words_keep_the_place_of_a_record_deleted_since():
    quote = make_quote()
    words = f"<p>Texte.</p>\n{embed(quote)}"
    article = make_article(body_fr=words)
    article.body_fr = "<p>Sans.</p>"
    article.save()
    Quote.objects.filter(pk=quote.pk).delete()

    article.body_fr = words
    article.save()

    assert Article.objects.get().body_fr == words
    assert obstacles(make_edition(article=article)) == [
        "The text shows a record that no longer exists."
    ]
