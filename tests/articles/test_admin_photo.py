import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models import Photo
from tests.factories import make_picture

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/photo/add/"
REFUSED = [
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    b"\xef\xbb\xbf<?xml version='1.0'?><svg/>",
    "<svg/>".encode("utf-16"),
    b"\x1f\x8b<svgz>",
    b"GIF89a" + b"\0" * 100,
    make_picture(form="PNG", size=(9000, 9000), mode="1").read(),
    make_picture(form="JPEG", size=(300, 300)).read()[:900],
    make_picture(form="TIFF").read(),
    b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
]


def sent(data, name="picture.png", **typed):
    """What the form sends with a file, as a browser that says it is a PNG."""
    file = SimpleUploadedFile(name, data, content_type="image/png")
    focal = {"focal_x": "50", "focal_y": "50"}
    return focal | {"image": file, "credit": "Tribune"} | typed


def told(response):
    return dict(response.context["adminform"].form.errors)


@pytest.mark.parametrize("data", REFUSED)
def test_what_is_no_picture_is_refused_and_what_was_typed_kept(editor_client, data):
    answer = editor_client.post(ADD, sent(data, alt_fr="Le virage sud."))

    assert answer.status_code == 200
    assert list(told(answer)) == ["image"]
    assert len(told(answer)["image"]) == 1
    assert 'value="Le virage sud."' in answer.text
    assert Photo.objects.count() == 0


def test_a_picture_is_taken_whatever_its_name(editor_client):
    name = '"><img src=x onerror=alert(1)>\u202egnp.svg'

    answer = editor_client.post(ADD, sent(make_picture().read(), name))

    assert answer.status_code == 302
    assert Photo.objects.get().image.name.endswith(".webp")


def with_words():
    exif = Image.Exif()
    exif[0x013B], exif[0x8298], exif[0x010E] = "Sam Petit", "(c) AFP", "Le virage sud"
    return make_picture(form="JPEG", exif=exif).read()


def test_what_the_file_says_fills_what_is_empty(editor_client):
    answer = editor_client.post(ADD, sent(with_words(), credit=""), follow=True)

    photo = Photo.objects.get()
    assert (photo.credit, photo.rights) == ("Sam Petit", "(c) AFP")
    assert (photo.caption_fr, photo.caption_en or "") == ("Le virage sud", "")
    assert len(answer.context["messages"]) == 2


def test_what_a_person_typed_stands(editor_client):
    typed = {"credit": "Tribune", "rights": "Cédés", "caption_en": "The south stand"}

    editor_client.post(ADD, sent(with_words(), **typed))

    photo = Photo.objects.get()
    assert (photo.credit, photo.rights) == ("Tribune", "Cédés")
    assert (photo.caption_fr or "", photo.caption_en) == ("", "The south stand")


def test_a_photo_needs_a_credit_from_someone(editor_client):
    answer = editor_client.post(ADD, sent(make_picture().read(), credit=""))

    assert list(told(answer)) == ["credit"]


def test_a_file_too_heavy_is_refused_with_the_rest_kept(editor_client):
    heavy = make_picture().read() + bytes(13 * 1024 * 1024)

    answer = editor_client.post(ADD, sent(heavy, alt_en="The south stand."))

    assert list(told(answer)) == ["image"]
    assert 'value="The south stand."' in answer.text
