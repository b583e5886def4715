from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.characters import storable

from .release import AppendOnly


class AuditQuerySet(models.QuerySet):
    def record(self, action, about, *, by, at=None, address="", **details):
        """Logs that `by` (None: the system) did `action` to the object `about`."""
        return self.create(
            at=at or timezone.now(),
            user=by,
            action=action,
            model=about._meta.label,
            object_id=str(about.pk),
            label=str(about)[:200],
            address=address,
            details=kept(details),
        )

    def about(self, instance):
        return self.filter(model=instance._meta.label, object_id=str(instance.pk))

    def acts(self, actions):
        """The entries of `actions`, with who did them."""
        return self.filter(action__in=actions).select_related("user")

    def update(self, **kwargs):
        raise AppendOnly("The log is never changed.")

    def delete(self):
        raise AppendOnly("The log is never deleted.")


def kept(details):
    """`details` with texts that every database can hold."""
    if isinstance(details, dict):
        return {name: kept(value) for name, value in details.items()}
    if isinstance(details, list | tuple):
        return [kept(value) for value in details]
    return storable(details) if isinstance(details, str) else details


class AuditEntry(models.Model):
    """Who did what, when (UTC): one log for every act on the desk."""

    at = models.DateTimeField(_("at"), db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("who"),
        related_name="+",
        null=True,
    )
    action = models.CharField(_("act"), max_length=40)
    model = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    label = models.CharField(_("about"), max_length=200)
    address = models.CharField(_("address"), max_length=45, blank=True)
    details = models.JSONField(_("details"), default=dict)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["model", "object_id"], name="log_of_object")]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.user} {self.action} {self.label}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("The log is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("The log is never deleted.")
