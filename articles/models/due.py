from django.db import models
from django.utils.translation import gettext_lazy as _


class HousekeepingRun(models.Model):
    """When housekeeping last came to its end: one row."""

    ended_at = models.DateTimeField(_("ended"))

    class Meta:
        verbose_name = _("housekeeping run")
        verbose_name_plural = _("housekeeping runs")

    def __str__(self):
        return f"{self.ended_at:%Y-%m-%d %H:%M:%S}"


class Undone(models.Model):
    """An item of housekeeping that was due and failed; gone once it is done."""

    task = models.CharField(_("what"), max_length=60)
    item = models.CharField(_("about"), max_length=80)
    label = models.CharField(max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    since = models.DateTimeField(_("since"))
    last_at = models.DateTimeField(_("last tried"))

    class Meta:
        verbose_name = _("due but not done")
        verbose_name_plural = _("due but not done")
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["task", "item"], name="undone_once")
        ]

    def __str__(self):
        return f"{self.task}: {self.label or self.item}"
