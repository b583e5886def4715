import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from PIL import Image

from articles.models import Photo
from articles.pictures import EncodedPicture, RefusedPicture
from tests.factories import make_photo, make_picture

pytestmark = pytest.mark.django_db


def test_a_photo_is_stored_as_webp_under_a_name_nobody_guesses():
    photo, other = make_photo(), make_photo()

    assert re.fullmatch(r"photos/[0-9a-f]{32}\.webp", photo.image.name)
    assert photo.image.name != other.image.name
    with Image.open(photo.image.path) as picture:
        assert picture.format == "WEBP"


def test_size_is_that_of_the_picture_as_it_stands():
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = make_photo(image=make_picture(form="JPEG", size=(40, 20), exif=exif))

    stored = Photo.objects.get(pk=photo.pk)

    assert (stored.width, stored.height) == (20, 40)


def test_a_hostile_name_leaves_no_trace():
    picture = make_picture()
    picture.name = "../../<img src=x onerror=alert(1)>.svg"

    assert re.fullmatch(
        r"photos/[0-9a-f]{32}\.webp", make_photo(image=picture).image.name
    )


def test_a_form_is_told_why_a_file_is_no_photo():
    photo = Photo(image=ContentFile(b"<svg/>", name="a.png"), credit="Tribune")

    with pytest.raises(ValidationError) as refused:
        photo.clean()

    assert list(refused.value.message_dict) == ["image"]


def test_no_other_door_stores_what_is_no_picture():
    with pytest.raises(RefusedPicture):
        make_photo(image=ContentFile(b"<svg/>", name="a.png"))

    assert Photo.objects.count() == 0


def test_a_checked_picture_is_not_encoded_again():
    photo = Photo(image=make_picture(), credit="Tribune")
    photo.clean()
    checked = photo.image.file

    photo.save()

    assert isinstance(checked, EncodedPicture)
    with open(photo.image.path, "rb") as stored:
        assert stored.read() == checked.open().read()


def test_saving_the_caption_leaves_the_file():
    photo = Photo.objects.get(pk=make_photo().pk)
    name = photo.image.name

    photo.caption_fr = "Le virage."
    photo.save()

    assert Photo.objects.get(pk=photo.pk).image.name == name


def test_focal_point_lies_inside():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_photo(focal_x=101)
