from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

# A page tells that it is open every 15 s, and forgets what it was told after 20 s:
# what it shows is never older than 45 s.
FRESH = timedelta(seconds=25)
GONE = timedelta(minutes=1)


class PresenceQuerySet(models.QuerySet):
    def of_object(self, instance):
        return self.filter(model=instance._meta.label, object_id=str(instance.pk))

    def of_tab(self, user, tab):
        return self.filter(user=user, tab=tab)

    def fresh(self, *, at: datetime):
        return self.filter(seen_at__gt=at - FRESH).order_by("user_id", "-seen_at")

    def beside(self, tab):
        return self.exclude(tab=tab)

    def outdated(self, *, at: datetime):
        return self.filter(seen_at__lt=at - GONE)


class Presence(models.Model):
    """Someone has a form open in a tab, and may be writing in one of its fields."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="presences"
    )
    model = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    tab = models.CharField(max_length=36)
    field = models.CharField(max_length=60, blank=True)
    seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(
                fields=["model", "object_id", "user", "tab"],
                name="presence_once_per_tab",
            )
        ]

    def __str__(self):
        return f"{self.user} {self.model} {self.object_id} {self.field}"
