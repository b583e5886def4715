from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .quote import Quote
from .release import AppendOnly


class QuoteCorrection(models.Model):
    """Approved words that were wrong: what stood there, what stands now, and why."""

    quote = models.ForeignKey(Quote, models.PROTECT, related_name="corrections")
    before = models.TextField(_("before"))
    after = models.TextField(_("after"))
    reason = models.TextField(_("reason"))
    corrected_at = models.DateTimeField(_("corrected at"))
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("correction of a quote")
        verbose_name_plural = _("corrections of quotes")
        ordering = ["-corrected_at", "-pk"]

    def __str__(self):
        return f"{self.corrected_at:%Y-%m-%d %H:%M} · {self.reason[:60]}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Corrections are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("Corrections are never deleted.")
