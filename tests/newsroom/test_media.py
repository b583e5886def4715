from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Photo, PreviewLink
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_member,
    make_photo,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def shown_as_lead(photo):
    return make_article(lead_photo=photo)


def shown_in_the_body(photo):
    body = f"<p>Le virage.</p>{embed(photo)}"
    return make_article(body_fr=body, body_en=body)


SHOWN = [shown_as_lead, shown_in_the_body]


def status(client, photo, **headers):
    return client.get(photo.image.url, headers=headers).status_code


@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_picture_is_public_from_the_second_its_story_is(shown, language):
    photo = make_photo()
    publish(shown(photo), language, at=NOON)

    assert list(Photo.objects.public(at=NOON - timedelta(seconds=1))) == []
    assert list(Photo.objects.public(at=NOON)) == [photo]


@pytest.mark.parametrize("shown", SHOWN)
def test_a_picture_of_a_draft_is_not_there(client, shown):
    photo = make_photo()
    shown(photo)

    assert status(client, photo) == 404
    assert status(client, photo, **{"if-none-match": "*"}) == 404
    assert status(client, photo, **{"if-none-match": mark(photo)}) == 404
    assert client.head(photo.image.url).status_code == 404


def mark(photo):
    return f'"{photo.image.name[len("photos/") : -len(".webp")]}"'


@pytest.mark.parametrize("shown", SHOWN)
def test_a_picture_goes_with_its_story(client, shown):
    photo = make_photo()
    edition = publish(shown(photo))
    assert status(client, photo) == 200

    edition.status = edition.Status.WITHDRAWN
    edition.save()

    assert status(client, photo) == 404
    assert status(client, photo, **{"if-none-match": mark(photo)}) == 404


def test_a_picture_of_an_older_release_is_no_longer_public(client):
    photo = make_photo()
    article = shown_as_lead(photo)
    publish(article)
    article.refresh_from_db()
    article.lead_photo = make_photo()
    article.save()

    publish(article, at=NOON + HOUR, change="update")

    assert status(client, photo) == 404
    assert status(client, article.lead_photo) == 200


def test_a_public_picture_is_asked_for_again_after_five_seconds(client):
    photo = make_photo()
    publish(shown_as_lead(photo))

    answer = client.get(photo.image.url)

    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "public, max-age=5"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Vary"] == "Accept-Language"
    assert answer.content[8:12] == b"WEBP"


def test_who_has_a_public_picture_is_told_so(client):
    photo = make_photo()
    publish(shown_as_lead(photo))

    answer = client.get(photo.image.url, headers={"if-none-match": f"W/{mark(photo)}"})

    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("role", ["reporter", "translator", "sub-editor", "desk chief"])
def test_the_desk_sees_every_picture_and_no_cache_keeps_it(client, role):
    photo = make_photo()
    client.force_login(make_member(role))

    answer = client.get(photo.image.url)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


def test_who_may_not_read_photos_sees_no_draft_of_them(client):
    photo = make_photo()
    client.force_login(make_user("new"))

    assert status(client, photo) == 404


@pytest.fixture
def shared():
    """A draft with a picture, and the link that shows it outside."""
    photo = make_photo()
    article = shown_in_the_body(photo)
    link, token = PreviewLink.objects.make(article, "fr", by=make_user())
    return photo, link, f"/fr/preview/{token}/"


def picture_in(client, address):
    page = client.get(address).content.decode()
    return page.split('src="/media/')[1].split('"')[0]


def test_a_preview_link_shows_the_pictures_of_its_page(client, shared):
    photo, _link, address = shared

    answer = Client().get("/media/" + picture_in(client, address))

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


def test_pictures_close_with_the_link(client, shared):
    _photo, link, address = shared
    picture = "/media/" + picture_in(client, address)

    link.revoked_at = timezone.now()
    link.save()

    assert client.get(picture).status_code == 404


def test_a_preview_link_lends_no_other_picture(client, shared):
    photo, _link, address = shared
    key = picture_in(client, address).split("?")[1]

    assert client.get(f"{make_photo().image.url}?{key}").status_code == 404


@pytest.mark.parametrize("key", ["", "1", "1-", "-", "x-y", "٣-x", "9" * 40 + "-x"])
def test_a_guessed_key_opens_nothing(client, shared, key):
    assert client.get(f"{shared[0].image.url}?key={key}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["", "photos/", "../tribune.env", "photos/../x", "%2e%2e/x"],
)
def test_nothing_but_a_picture_has_an_address(editor_client, path):
    assert editor_client.get(f"/media/{path}").status_code == 404


def test_a_row_whose_file_is_gone_is_not_found(editor_client):
    photo = make_photo()
    photo.image.storage.delete(photo.image.name)

    assert status(editor_client, photo) == 404
