from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

FOR_GOOD = timedelta(days=30)
CLOSED_FOR = timedelta(days=1)


class AutosaveQuerySet(models.QuerySet):
    def unsaved(self, user):
        """What `user` typed and neither saved nor discarded, the newest first."""
        mine = self.filter(user=user, closed_at=None)
        return mine.exclude(fields={}).order_by("-kept_at", "-pk")

    def of_form(self, model, object_id):
        """Of the form that changes `object_id`; empty: that adds one."""
        return self.filter(model=model, object_id=object_id)

    def of_model(self, model):
        return self.filter(model=model._meta.label)

    def beside(self, tab):
        return self.exclude(tab=tab)

    def outdated(self, *, at: datetime):
        """Older than 30 days, or closed for a day."""
        return self.filter(
            models.Q(kept_at__lt=at - FOR_GOOD)
            | models.Q(closed_at__lt=at - CLOSED_FOR)
        )


class Autosave(models.Model):
    """What someone typed in a form and has not saved: theirs alone to see.

    `tab` is made anew each time a form is opened, so the same person in two tabs is
    two editors. `fields` holds the controls that differ from what was opened, as the
    browser would send them; `turn` counts the copies, the last one stays.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="autosaves"
    )
    model = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40, blank=True)
    tab = models.CharField(max_length=36)
    turn = models.PositiveIntegerField(default=0)
    seen_version = models.PositiveIntegerField(default=0)
    label = models.CharField(max_length=200, blank=True)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = AutosaveQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = _("unsaved work")
        verbose_name_plural = _("unsaved work")
        ordering = ["-kept_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "model", "object_id", "tab"],
                name="autosave_once_per_tab",
            )
        ]
        indexes = [models.Index(fields=["user", "-kept_at"], name="autosaves_of_user")]

    def __str__(self):
        return self.label or str(_("Without a title"))

    def get_absolute_url(self):
        """The form that offers it back; it is its owner's alone."""
        page = "change" if self.object_id else "add"
        name = f"admin:{self.model.lower().replace('.', '_')}_{page}"
        return reverse(name, args=[self.object_id] if self.object_id else [])
