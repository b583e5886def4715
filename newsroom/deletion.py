"""Deleting what is in use is refused, with the list of where it is used."""

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class Protected:
    def get_deleted_objects(self, objs, request):
        *found, protected = super().get_deleted_objects(objs, request)
        if protected:
            protected = [where(user) for user in users_of(objs)]
        return (*found, list(dict.fromkeys(protected)))


def users_of(objs):
    """What the database would refuse to lose, in a stable order."""
    collector = NestedObjects(using=router.db_for_write(objs[0]._meta.model))
    collector.collect(objs)
    return sorted(collector.protected, key=lambda obj: (obj._meta.label, obj.pk))


def where(user):
    """One line on the place `user`, linked to the page where it can be changed."""
    article = article_of(user)
    kind = capfirst(user._meta.verbose_name)
    label = _("%(kind)s: %(name)s") % {"kind": kind, "name": user}
    if article and article != user:
        label = f"{label} – {article}" if str(article) not in label else label
    return linked(article or user, label)


def article_of(user):
    release = getattr(user, "release", None) if hasattr(user, "position") else None
    edition = getattr(release or user, "edition", None)
    return getattr(edition or user, "article", None)


def linked(target, label):
    opts = target._meta
    try:
        address = reverse(
            f"admin:{opts.app_label}_{opts.model_name}_change", args=[target.pk]
        )
    except NoReverseMatch:
        return label
    return format_html('<a href="{}">{}</a>', address, label)
