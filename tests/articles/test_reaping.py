from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from articles.models import Photo
from articles.reaping import GRACE, reap_pictures
from tests.factories import make_photo, make_picture

pytestmark = pytest.mark.django_db


def later():
    return timezone.now() + GRACE + timedelta(minutes=1)


def test_the_file_of_a_save_that_was_rolled_back_is_removed():
    with transaction.atomic():
        name = make_photo().image.name
        transaction.set_rollback(True)
    assert default_storage.exists(name)

    assert reap_pictures(at=later()) == 1
    assert not default_storage.exists(name)


@pytest.mark.parametrize(
    "delete", [Photo.delete, lambda photo: Photo.objects.all().delete()]
)
def test_the_file_of_a_deleted_photo_is_removed(delete):
    photo = make_photo()
    name = photo.image.name

    delete(photo)

    assert reap_pictures(at=later()) == 1
    assert not default_storage.exists(name)


def test_the_files_of_photos_stay_former_ones_too():
    photo = make_photo()
    former = photo.image.name
    photo.image = make_picture()
    photo.save()

    assert reap_pictures(at=later()) == 0
    assert default_storage.exists(former)
    assert default_storage.exists(photo.image.name)


def test_a_save_under_way_keeps_its_file():
    name = default_storage.save("photos/new.webp", make_picture())

    assert reap_pictures(at=timezone.now()) == 0
    assert default_storage.exists(name)


def test_without_a_folder_there_is_nothing_to_remove():
    assert reap_pictures(at=later()) == 0
