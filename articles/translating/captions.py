"""What pictures say in words: kept with each, once for every article that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.before_after import pair
from articles.characters import one_line
from articles.models import AuditEntry, Language, Photo
from articles.refused import Refused

NAMES = ("alt", "caption")


class Taken(Exception):
    """Someone else wrote it meanwhile: `target` is what they wrote."""

    def __init__(self, target: str):
        super().__init__(_("Someone else changed this passage meanwhile."))
        self.target = target


@dataclass(frozen=True)
class Caption:
    """The alternative text or the caption of a picture, for readers of `language`."""

    photo: Photo
    name: str
    language: str

    @property
    def source(self) -> str:
        return said(self.photo, self.name, Language(self.language).other)

    @property
    def target(self) -> str:
        return said(self.photo, self.name, self.language)

    @property
    def is_lacking(self) -> bool:
        """An alternative text is owed to readers even where the source has none."""
        return not self.target and (self.name == "alt" or bool(self.source))


def said(photo, name, language) -> str:
    return getattr(photo, f"{name}_{language}") or ""


def captions(photos: Iterable[Photo], *, language: str) -> list[Caption]:
    """Of each picture once; a caption where either language has one."""
    each = {photo.pk: photo for photo in photos}.values()
    found = [Caption(photo, name, language) for photo in each for name in NAMES]
    return [one for one in found if one.is_lacking or one.target]


@transaction.atomic
def write_caption(
    photo: int, name: str, text: str, *, before: str, language: str, by: AbstractUser
) -> Photo:
    """Keeps `text` where `before`, as its writer read it, stands.

    Raises PermissionDenied, Taken, and Refused where it does not fit.
    """
    if not policy.may_translate_record(by, Photo, language):
        raise PermissionDenied(_("Your role does not allow this."))
    known = Photo.objects.select_for_update().filter(pk=photo).first()
    if known is None:
        raise Refused(_("This picture no longer exists."))
    column, text, now = (
        f"{name}_{language}",
        one_line(text),
        said(known, name, language),
    )
    if now not in {before, text, ""}:
        raise Taken(escape(now))
    refuse_too_long(column, text)
    if text != now:
        setattr(known, column, text)
        known._history_user = by
        known.save()
        fields = {column: pair(now, text)}
        AuditEntry.objects.record("change", known, by=by, fields=fields)
    return known


def refuse_too_long(column, text):
    most = Photo._meta.get_field(column).max_length
    if len(text) > most:
        said = _("At most %(most)s characters: these are %(count)s.")
        raise Refused(said % {"most": most, "count": len(text)})
