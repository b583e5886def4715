import pytest

from articles.models import AuditEntry, ClubPost, Photo, Quote
from matches.models import Match, Person
from tests.factories import (
    embed,
    make_article,
    make_match,
    make_member,
    make_person,
    make_photo,
    make_post,
    make_quote,
    publish,
)

pytestmark = pytest.mark.django_db

MAKERS = {Quote: make_quote, ClubPost: make_post, Photo: make_photo, Match: make_match}


@pytest.fixture
def chief(client):
    chief = make_member("desk chief")
    client.force_login(chief)
    return chief


def address(model, rest=""):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/{rest}"


def delete(client, record):
    path = address(type(record), f"{record.pk}/delete/")
    return client.post(path, {"post": "yes"})


def delete_selected(client, record):
    said = {"action": "delete_selected", "_selected_action": record.pk, "post": "yes"}
    return client.post(address(type(record)), said)


@pytest.mark.parametrize("door", [delete, delete_selected])
@pytest.mark.parametrize("model", MAKERS)
def test_what_a_text_shows_is_not_deleted_and_the_text_is_named(
    client, chief, model, door
):
    record = MAKERS[model]()
    article = make_article(body_fr=f"<p>Du texte.</p>{embed(record)}")
    page = door(client, record)

    assert model.objects.filter(pk=record.pk).exists()
    (place,) = page.context["protected"]
    assert f'href="/admin/articles/article/{article.pk}/change/"' in place
    assert str(article.embeds.get()) in place.replace("&#x27;", "'")


def test_every_release_that_shows_it_is_named(client, chief):
    quote = make_quote()
    article = make_article(body_fr=f"<p>Du texte.</p>{embed(quote)}")
    publish(article)

    assert len(delete(client, quote).context["protected"]) == 2


def test_a_match_that_an_article_covers_names_the_article(client, chief):
    match = make_match()
    article = make_article(match=match)
    (place,) = delete(client, match).context["protected"]

    assert f'href="/admin/articles/article/{article.pk}/change/"' in place
    assert str(article) in place


def test_a_person_who_is_quoted_names_the_quote(client, chief):
    person = make_person()
    quote = make_quote(speaker=person)
    (place,) = delete(client, person).context["protected"]

    assert f'href="/admin/articles/quote/{quote.pk}/change/"' in place
    assert Person.objects.filter(pk=person.pk).exists()


def test_what_nothing_uses_is_deleted_and_logged(client, chief):
    quote = make_quote()
    delete(client, quote)

    assert not Quote.objects.filter(pk=quote.pk).exists()
    entry = AuditEntry.objects.get(action="delete")
    assert (entry.user, entry.model, entry.label) == (
        chief,
        "articles.Quote",
        str(quote),
    )
