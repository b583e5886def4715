"""Who else has a form open, in sentences. Advice: nothing is locked."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.characters import storable
from articles.keeping import tab_key
from articles.models import Language, Presence


def others(
    obj: models.Model, told: dict, *, by: AbstractUser, at: datetime | None = None
) -> list[str]:
    """Notes what a page tells ({tab, field, leaving}); says who else is there."""
    at = at or timezone.now()
    tab = tab_key(told.get("tab"))
    note(obj, told, tab=tab, by=by, at=at)
    there = Presence.objects.of_object(obj).fresh(at=at).beside(tab)
    said = {}
    for presence in there.select_related("user"):
        if presence.field or presence.user_id not in said:
            said[presence.user_id] = sentence(presence, obj, reader=by)
    return list(said.values())


def note(obj, told, *, tab, by, at):
    if told.get("leaving"):
        Presence.objects.of_object(obj).of_tab(by, tab).delete()
        return
    seen = {"field": storable(str(told.get("field", "")))[:60], "seen_at": at}
    mine = {"model": obj._meta.label, "object_id": str(obj.pk), "user": by, "tab": tab}
    Presence.objects.update_or_create(**mine, defaults=seen)


def sentence(presence: Presence, obj: models.Model, *, reader: AbstractUser) -> str:
    if presence.user_id == reader.pk:
        return _("You have this open in another tab.")
    who = presence.user.get_full_name() or presence.user.get_username()
    field = column(obj, presence.field)
    if field is None:
        return _("%(who)s has this open.") % {"who": who}
    name = getattr(field, "translated_field", field).verbose_name
    return writing(field) % {"who": who, "field": name}


def writing(field):
    language = getattr(field, "language", None)
    if language == Language.FRENCH:
        return _("%(who)s is writing in French: %(field)s.")
    if language == Language.ENGLISH:
        return _("%(who)s is writing in English: %(field)s.")
    return _("%(who)s is changing: %(field)s.")


def column(obj, name):
    try:
        return obj._meta.get_field(name)
    except FieldDoesNotExist:
        return None
