from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .release import AppendOnly, Release


class SecondLook(models.Model):
    """Someone read a release again, on facts that had changed, and found it right."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="looks")
    fact_marks = models.JSONField(default=dict)
    looked_at = models.DateTimeField(_("looked at"))
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("second look")
        verbose_name_plural = _("second looks")
        ordering = ["looked_at", "pk"]

    def __str__(self):
        return f"{self.looked_at:%Y-%m-%d %H:%M} · {self.release}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Second looks are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("Second looks are never deleted.")
