import zoneinfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from .competition import validate_zone
from .versioned import Versioned


class Venue(Versioned):
    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    aliases = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One a line; UEFA uses names without sponsors."),
    )
    city = models.CharField(_("city"), max_length=60, blank=True)
    country = models.CharField(_("country"), max_length=3, blank=True)
    timezone = models.CharField(
        _("time zone"),
        max_length=40,
        default="Europe/Paris",
        validators=[validate_zone],
    )
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["slug"]

    def __str__(self):
        return f"{self.name}, {self.city}" if self.city else self.name

    @property
    def zone(self):
        return zoneinfo.ZoneInfo(self.timezone)
