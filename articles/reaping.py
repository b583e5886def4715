"""Files that no photo has: of a save that was rolled back, of a photo deleted."""

from datetime import datetime, timedelta

from django.core.files.storage import default_storage

from .models import Photo

FOLDER = "photos"
GRACE = timedelta(hours=1)  # a save may still be under way


def reap_pictures(*, at: datetime) -> int:
    """Removes the files that no row of a photo has, now or in its history; how many."""
    orphans = [
        name for name in stored() - Photo.objects.file_names() if is_old(name, at)
    ]
    for name in orphans:
        default_storage.delete(name)
    return len(orphans)


def stored():
    try:
        _folders, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return set()
    return {f"{FOLDER}/{name}" for name in names}


def is_old(name, at):
    return default_storage.get_modified_time(name) < at - GRACE
