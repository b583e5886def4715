"""Taking a picture down in one act: its files go, and nothing brings them back."""

from datetime import datetime
from functools import partial

from django.contrib.auth.models import AbstractUser
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import AuditEntry, Edition, Embed, Photo
from .publishing import Refused
from .takedown import Place, decided, gathered, standing


def places(photo: Photo, *, at: datetime | None = None) -> list[Place]:
    """Every article that shows `photo`, above its words or in them."""
    embeds = Embed.objects.showing([photo], kind="photo").with_editions()
    return gathered([*leading(photo), *map(standing, embeds)], at=at)


def leading(photo):
    """As `standing`: a lead picture belongs to every language of its article."""
    for edition in Edition.objects.led_by(photo):
        yield edition.article, edition.language, edition
    for article in photo.leads.prefetch_related("editions"):
        for edition in article.editions.all():
            yield article, edition.language, None


@transaction.atomic
def take_down(photo: Photo, *, by: AbstractUser, reason: str, at=None) -> Photo:
    """Gone at once, for readers and on the desk; the row keeps what was said of it.

    Raises PermissionDenied, or Refused with the reasons.
    """
    reason = decided(reason, by=by)
    if photo.is_taken_down:
        raise Refused(_("This picture was taken down already."))
    photo.taken_down_at, photo.taken_down_by = at or timezone.now(), by
    photo.taken_down_reason = reason[:200]
    photo.save()
    fields = {"image": [photo.image.name, None]}
    AuditEntry.objects.record(
        "take_down", photo, by=by, at=at, fields=fields, reason=reason
    )
    names = Photo.objects.filter(pk=photo.pk).all_file_names()
    transaction.on_commit(partial(remove, names))
    return photo


def remove(names):
    """What a crash leaves of them, `articles.reaping` takes within the hour."""
    for name in names:
        default_storage.delete(name)
        caches["pages"].delete(f"small:{name}")
