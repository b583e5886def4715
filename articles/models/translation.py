from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .edition import Edition


class Translation(models.Model):
    """How far an edition made from the other language has come.

    `digest` is that of the source words it was made from (`units.digest`): once it
    was completed, it is stale exactly while they are no longer the source's.
    """

    edition = models.OneToOneField(
        Edition, models.CASCADE, verbose_name=_("edition"), related_name="translation"
    )
    digest = models.CharField(max_length=32, default="", editable=False)
    begun_at = models.DateTimeField(_("begun"), default=timezone.now)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("begun by"),
        null=True,
    )
    completed_at = models.DateTimeField(_("completed"), null=True)

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")

    def __str__(self):
        return str(self.edition)


class TranslatedUnit(models.Model):
    """A unit of the source as it was when someone wrote this for it.

    `source` and `target` are the HTML of `Unit`; a record's target is its place.
    """

    class Answer(models.TextChoices):
        OPEN = "open", _("To be done")
        TRANSLATED = "translated", _("Done")
        STILL_RIGHT = "still_right", _("Still right")
        LEFT_OUT = "left_out", _("Left out")

    translation = models.ForeignKey(Translation, models.CASCADE, related_name="units")
    position = models.PositiveIntegerField()
    field = models.CharField(max_length=20)
    source = models.TextField()
    target = models.TextField(blank=True)
    answer = models.CharField(
        _("answer"), max_length=12, choices=Answer.choices, default=Answer.OPEN
    )
    is_machine = models.BooleanField(_("machine text"), default=False)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
        null=True,
    )

    class Meta:
        verbose_name = _("translated passage")
        verbose_name_plural = _("translated passages")
        ordering = ["translation", "position", "pk"]

    def __str__(self):
        return f"{self.position}: {self.target[:60]}"

    @property
    def is_answered(self):
        return self.answer != self.Answer.OPEN
