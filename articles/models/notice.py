from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .written import Written


class NoticeQuerySet(models.QuerySet):
    def current(self, *, at=None):
        """The notice readers see at `at`, or None; the latest start wins."""
        at = at or timezone.now()
        ends = Q(ends_at=None) | Q(ends_at__gt=at)
        return self.filter(ends, starts_at__lte=at).order_by("-starts_at").first()


class Notice(Written):
    """The reader-support block: the site's, never part of an article."""

    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(_("text"), max_length=600)
    link = models.URLField(_("link"), blank=True)
    link_label = models.CharField(_("label of the link"), max_length=60, blank=True)
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-starts_at"]

    def __str__(self):
        return self.title

    def clean(self):
        if self.ends_at and self.starts_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It ends before it starts.")})

    def is_current(self, *, at):
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)
