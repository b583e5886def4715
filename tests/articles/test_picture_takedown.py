from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone, translation

from articles import cards, records
from articles.models import AuditEntry, Photo, PreviewLink
from articles.obstacles import obstacles
from articles.picture_takedown import places, take_down
from articles.pictures import RefusedPicture
from articles.publishing import Refused
from articles.reaping import GRACE, reap_pictures
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_edition,
    make_member,
    make_photo,
    make_picture,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

PHOTO = "/admin/articles/photo/"


@pytest.fixture
def chief():
    return make_user(is_superuser=True)


@pytest.fixture
def photo():
    return make_photo(caption_fr="Le virage.", caption_en="The stand.")


@pytest.fixture
def take(chief, django_capture_on_commit_callbacks):
    def taken(photo, reason="Droits retirés", **more):
        with django_capture_on_commit_callbacks(execute=True):
            return take_down(photo, by=chief, reason=reason, **more)

    return taken


def shown(photo):
    """Pages that show the picture: of a lead in French, of a body in English."""
    body = f"<p>Un texte.</p>{embed(photo)}"
    editions = [
        publish(make_article(lead_photo=photo), "fr"),
        publish(make_article(body_en=body), "en"),
    ]
    own = [edition.get_absolute_url() for edition in editions]
    return [*own, "/fr/articles/", "/fr/"]


def holding(client, pages, *texts):
    found = {page: client.get(page, follow=True).text for page in pages}
    return [page for page, html in found.items() if any(text in html for text in texts)]


def test_a_picture_taken_down_is_gone_from_every_page_at_once(client, photo, take):
    pages = shown(photo)
    texts = (photo.image.name, "Le virage.", "The stand.", 'alt="Un stade."')
    assert holding(client, pages, *texts) == pages

    take(photo)

    assert holding(client, pages, *texts, "<figure") == []
    assert {client.get(page).status_code for page in pages} == {200}


@pytest.mark.parametrize("act", ["get", "head"])
def test_its_address_is_not_found_at_once_for_anybody(client, photo, take, act):
    shown(photo)
    mark = f'"{photo.image.name[len("photos/") : -len(".webp")]}"'
    assert getattr(client, act)(photo.image.url).status_code == 200

    take(photo)
    asked = {"if-none-match": mark}

    assert client.get(photo.image.url, headers=asked).status_code == 404
    assert getattr(client, act)(photo.image.url).status_code == 404
    assert list(Photo.objects.public()) == []
    client.force_login(make_member("desk chief"))
    assert getattr(client, act)(photo.image.url).status_code == 404
    assert client.get(photo.image.url, headers=asked).status_code == 404


def test_its_files_are_removed_former_ones_too(photo, take):
    former = photo.image.name
    photo.image = make_picture()
    photo.save()
    names = [former, photo.image.name]
    assert [default_storage.exists(name) for name in names] == [True, True]

    take(photo)

    assert [default_storage.exists(name) for name in names] == [False, False]


def test_a_takedown_rolled_back_loses_no_file(photo, chief):
    take_down(photo, by=chief, reason="Erreur")  # not committed here

    assert default_storage.exists(photo.image.name)


def test_files_that_a_crash_left_are_reaped(photo, chief):
    take_down(photo, by=chief, reason="Erreur")  # the process ends before the commit

    reap_pictures(at=timezone.now() + GRACE + timedelta(minutes=1))

    assert not default_storage.exists(photo.image.name)


def test_the_small_copy_of_the_desk_is_gone_too(editor_client, photo, take):
    address = cards.small_url(photo)
    assert editor_client.get(address).status_code == 200

    take(photo)

    assert editor_client.get(address).status_code == 404
    assert cards.small_url(photo) == ""


def test_the_log_and_the_history_keep_who_why_and_what(photo, chief, take):
    name = photo.image.name

    take(photo, at=NOON)
    entry = AuditEntry.objects.about(photo).get(action="take_down")

    assert (entry.user, entry.at) == (chief, NOON)
    told = {"fields": {"image": [name, None]}, "reason": "Droits retirés"}
    assert entry.details == told
    assert photo.history.first().taken_down_reason == "Droits retirés"


def test_it_is_done_once_and_with_a_reason(photo, take):
    with pytest.raises(Refused):
        take(photo, reason=" \u200b")
    assert Photo.objects.standing().get() == photo
    take(photo)

    with pytest.raises(Refused):
        take(photo)


@pytest.mark.parametrize("role", ["reporter", "translator", "sub-editor"])
def test_only_who_publishes_takes_a_picture_down(client, photo, role):
    member = make_member(role)
    client.force_login(member)

    with pytest.raises(PermissionDenied):
        take_down(photo, by=member, reason="Erreur")
    assert client.get(f"{PHOTO}{photo.pk}/take-down/").status_code == 403
    sent = {"reason": "Erreur"}
    assert client.post(f"{PHOTO}{photo.pk}/take-down/", sent).status_code == 403
    assert Photo.objects.standing().get() == photo


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_card_and_the_desk_preview_say_that_it_was_taken_down(
    editor_client, photo, take, language
):
    article = make_article(**{f"body_{language}": f"<p>A</p>{embed(photo)}"})
    make_edition(article=article, language=language)
    take(photo)
    preview = f"/admin/articles/article/{article.pk}/{language}/preview/"

    card = cards.cards("photo", Photo.objects.get())[language]

    assert card["warnings"] == [
        translation.gettext("Taken down: readers no longer see it")
    ]
    assert card["image"] == ""
    assert photo.image.name not in editor_client.get(preview).text


@pytest.mark.parametrize("place", ["lead_photo", "body_fr"])
def test_a_preview_link_lends_it_no_more(client, photo, take, place):
    given = photo if place == "lead_photo" else f"<p>Texte.</p>{embed(photo)}"
    article = make_article(**{place: given})
    _link, token = PreviewLink.objects.make(article, "fr", by=make_user())
    page = client.get(f"/fr/preview/{token}/").text
    address = "/media/" + page.split('src="/media/')[1].split('"')[0]
    assert client.get(address).status_code == 200

    take(photo)

    assert "/media/" not in client.get(f"/fr/preview/{token}/").text
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("place", ["lead_photo", "body_fr"])
def test_a_story_that_shows_it_is_not_published_again(photo, take, place):
    given = photo if place == "lead_photo" else f"<p>Texte.</p>{embed(photo)}"
    edition = make_edition(article=make_article(**{place: given}))
    assert obstacles(edition) == []

    take(photo)
    edition.refresh_from_db()

    with translation.override("en"):
        assert obstacles(edition) == [f"A picture is no longer there: {photo}"]


def test_the_picker_offers_it_no_more(photo, take):
    other = make_photo()

    take(photo)

    assert list(records.found("photo", "")) == [other]
    assert list(records.known("photo", [str(photo.pk)])) == [photo]


def test_no_door_gives_it_another_file(photo, take):
    take(photo)
    photo.image = make_picture()

    with pytest.raises(ValidationError):
        photo.clean()
    with pytest.raises(RefusedPicture):
        photo.save()


def test_every_story_that_shows_it_is_named_with_its_languages(photo):
    article = make_article(lead_photo=photo)
    publish(article, "fr")
    make_edition(article=article, language="en")
    draft = make_article(body_en=f"<p>A</p>{embed(photo)}")

    told = [(one.article, one.published, one.drafted) for one in places(photo)]

    assert told == [(article, ["fr"], ["en", "fr"]), (draft, [], ["en"])]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_asks_names_every_place_and_takes_down(
    editor_client, photo, language, django_capture_on_commit_callbacks
):
    address = f"{PHOTO}{photo.pk}/take-down/"
    publish(make_article(lead_photo=photo, title_fr="Le virage chante"))
    with translation.override(language):
        asked = editor_client.get(address)
        refused = editor_client.post(address, {"reason": " "})
        editor_client.post(address, {"reason": "Droits"})
        form = editor_client.get(f"{PHOTO}{photo.pk}/change/").text

    assert "Le virage chante" in asked.text
    assert 'class="errornote" role="alert"' in refused.text
    assert Photo.objects.get().taken_down_reason == "Droits"
    assert 'name="image"' not in form
    assert "take-down" not in form


def test_the_words_of_one_that_was_taken_down_are_still_corrected(
    editor_client, photo, take
):
    take(photo)
    sent = {"caption_fr": "Le virage sud.", "credit": "AFP", "image": make_picture()}

    answer = editor_client.post(
        f"{PHOTO}{photo.pk}/change/", sent | {"seen_version": photo.version}
    )

    kept = Photo.objects.get()
    assert answer.status_code == 302
    assert (kept.caption_fr, kept.image.name) == ("Le virage sud.", photo.image.name)
