from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.acting import acting
from articles.characters import storable

from .release import AppendOnly


class AuditQuerySet(models.QuerySet):
    def record(self, action, about, *, by, at=None, address=None, label="", **details):
        """Logs that `by` (None: nobody who is signed in) did `action` to `about`.

        Where the act has no object, `about` is None and `label` tells what it was.
        Door and address are those of the request or command under way.
        """
        origin = acting()
        return self.create(
            at=at or timezone.now(),
            user=by if by and by.pk else None,
            action=action,
            model=about._meta.label if about else "",
            object_id=str(about.pk) if about else "",
            label=storable(label or str(about or ""))[:200],
            door=origin.door,
            address=origin.address if address is None else address,
            details=kept(origin.details | details),
        )

    def about(self, instance):
        return self.filter(model=instance._meta.label, object_id=str(instance.pk))

    def matching(
        self,
        *,
        who=None,
        act="",
        kind="",
        number="",
        since=None,
        until=None,
        words="",
        address="",
        door="",
    ):
        """Of one person, act, record…; what is empty does not narrow.

        `since` and `until` are aware, the second left out; `address` is its beginning,
        `words` stand in the label.
        """
        asked = {
            "user": who,
            "action": act,
            "model": kind,
            "object_id": number,
            "at__gte": since,
            "at__lt": until,
            "label__icontains": words,
            "address__startswith": address,
            "door": door,
        }
        return self.filter(**{name: value for name, value in asked.items() if value})

    def before(self, entry):
        """Those that stand after `entry` in a list, which has the newest first."""
        older = self.filter(at__lte=entry.at)
        return older.exclude(at=entry.at, pk__gte=entry.pk)

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
    """Who did what, when (UTC), from where: one log for every act on the desk."""

    class Door(models.TextChoices):
        FORM = "form", pgettext_lazy("log", "Form")
        ACTION = "action", pgettext_lazy("log", "List")
        PAGE = "page", pgettext_lazy("log", "Page")
        JSON = "json", pgettext_lazy("log", "Page, as one types")
        COMMAND = "command", pgettext_lazy("log", "Command")

    at = models.DateTimeField(_("at"))
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
    door = models.CharField(_("door"), max_length=10, choices=Door.choices, blank=True)
    address = models.CharField(_("address"), max_length=45, blank=True)
    details = models.JSONField(_("details"), default=dict)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="log_newest"),
            models.Index(fields=["action", "-at", "-id"], name="log_of_act"),
            models.Index(fields=["model", "object_id"], name="log_of_object"),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.user} {self.action} {self.label}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("The log is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("The log is never deleted.")
