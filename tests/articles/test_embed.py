import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import translation

from articles.models import ClubPost, Embed, Photo, Quote
from matches.models import Match, Person
from tests.factories import (
    embed,
    make_article,
    make_match,
    make_photo,
    make_post,
    make_quote,
    publish,
)

MAKERS = {
    Quote: make_quote,
    ClubPost: make_post,
    Photo: make_photo,
    Match: make_match,
}

pytestmark = pytest.mark.django_db


def places(owner, language):
    rows = owner.embeds.in_language(language).order_by("position")
    return [(row.position, row.kind, row.record) for row in rows]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_places_follow_the_body_of_each_language(language):
    quote, post = make_quote(), make_post()
    other = {"fr": "en", "en": "fr"}[language]
    article = make_article(
        **{f"body_{language}": f"{embed(post)}<p>a</p>{embed(quote)}{embed(post)}"}
    )

    found = [(0, "post", post), (1, "quote", quote), (2, "post", post)]
    assert places(article, language) == found
    assert places(article, other) == []


def test_places_follow_when_records_move_or_leave():
    first, second = make_quote(), make_quote()
    article = make_article(body_fr=embed(first) + embed(second))

    article.body_fr = embed(second)
    article.save()

    assert places(article, "fr") == [(0, "quote", second)]


def test_places_stay_as_they_are_when_only_words_change():
    article = make_article(body_fr=f"<p>a</p>{embed(make_quote())}")
    before = article.embeds.get().pk

    article.body_fr = article.body_fr.replace("<p>a", "<p>b")
    article.save()

    assert article.embeds.get().pk == before


def test_a_record_that_is_not_there_has_no_place():
    quote = make_quote()
    missing = embed(quote).replace(f'"{quote.pk}"', '"999999999999"')

    assert places(make_article(body_fr=missing + embed(quote)), "fr") == [
        (0, "quote", quote)
    ]


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("is_public", [False, True], ids=["draft", "published"])
def test_a_record_in_a_text_is_not_deleted(model, is_public):
    record = MAKERS[model]()
    article = make_article(body_fr=f"<p>Texte.</p>{embed(record)}")
    if is_public:
        publish(article)

    with pytest.raises(ProtectedError) as refused:
        record.delete()
    with pytest.raises(ProtectedError):
        model.objects.filter(pk=record.pk).delete()

    assert len(refused.value.protected_objects) == 1 + is_public


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
@pytest.mark.django_db(transaction=True)
def test_the_database_itself_keeps_a_record_in_a_text(model):
    record = MAKERS[model]()
    make_article(body_fr=f"<p>Texte.</p>{embed(record)}")

    with pytest.raises(IntegrityError), transaction.atomic():
        raw_delete(record)

    assert model.objects.filter(pk=record.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_the_database_itself_keeps_who_was_quoted():
    speaker = make_quote().speaker

    with pytest.raises(IntegrityError), transaction.atomic():
        raw_delete(speaker)

    assert Person.objects.get() == speaker


def raw_delete(record):
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {record._meta.db_table} WHERE id = %s", [record.pk]
        )


def test_who_was_quoted_is_not_deleted():
    quote = make_quote()

    with pytest.raises(ProtectedError):
        quote.speaker.delete()
    with pytest.raises(ProtectedError):
        Person.objects.all().delete()


def test_a_lead_picture_is_not_deleted():
    photo = make_photo()
    make_article(lead_photo=photo)

    with pytest.raises(ProtectedError):
        photo.delete()


def test_a_linked_match_is_not_deleted():
    match = make_match()
    make_article(match=match)

    with pytest.raises(ProtectedError):
        match.delete()


def test_what_no_text_shows_can_be_deleted():
    quote = make_quote()
    article = make_article(body_fr=f"<p>Texte.</p>{embed(quote)}")
    article.body_fr = "<p>Texte.</p>"
    article.save()

    quote.delete()

    assert Quote.objects.count() == 0


@pytest.mark.parametrize(
    "columns", [{}, {"quote": True, "post": True}], ids=["none", "two"]
)
def test_the_database_refuses_a_place_of_no_record_or_of_two(columns):
    records = {"quote": make_quote, "post": make_post}
    shown = {name: records[name]() for name in columns}

    with pytest.raises(IntegrityError), transaction.atomic():
        Embed.objects.create(article=make_article(), language="fr", position=9, **shown)


def test_the_database_refuses_a_place_in_two_texts():
    edition = publish(make_article())

    with pytest.raises(IntegrityError), transaction.atomic():
        Embed.objects.create(
            article=edition.article,
            release=edition.release,
            language="fr",
            position=0,
            quote=make_quote(),
        )


def test_a_place_says_where_it_is():
    quote = make_quote()
    publish(make_article(title_fr="Un", body_fr=f"<p>a</p>{embed(quote)}"))

    with translation.override("en"):
        places = [str(place) for place in quote.embeds.order_by("pk")]

    assert places == ["in the French text of “Un”", "in release 1 of “Un”"]
