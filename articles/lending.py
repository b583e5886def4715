"""Pictures of unpublished words, for whoever holds the preview link that shows them."""

from datetime import datetime

from django.utils.crypto import constant_time_compare, salted_hmac

from .models import Photo, PreviewLink


def lend(photo: Photo, link: PreviewLink) -> Photo:
    """The copy in memory, with an address that works as long as the link does."""
    photo.key = f"{link.pk}-{seal(photo.image.name, link)}"
    return photo


def is_lent(name: str, key: str, *, at: datetime | None = None) -> bool:
    """Whether `key` opens the file `name` by a link that is still live at `at`."""
    number, _dash, given = key.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return False
    link = PreviewLink.objects.live(at=at).in_bulk([int(number)]).get(int(number))
    return link is not None and constant_time_compare(given, seal(name, link))


def seal(name, link):
    value = f"{name}\n{link.pk}\n{link.seal}"
    return salted_hmac("articles.lending", value, algorithm="sha256").hexdigest()
