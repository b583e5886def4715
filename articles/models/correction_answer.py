from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .edition import Edition
from .release import AppendOnly, Release


class CorrectionAnswerQuerySet(models.QuerySet):
    def of(self, editions):
        return self.filter(edition__in=editions)

    def update(self, **kwargs):
        raise AppendOnly("Answers to corrections are never changed.")

    def delete(self):
        raise AppendOnly("Answers to corrections are never deleted.")


class CorrectionAnswer(models.Model):
    """What an edition did about a correction made in the other language.

    It said so in a release of its own, or did not have to, for a reason.
    """

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="correction_answers"
    )
    correction = models.ForeignKey(Release, models.PROTECT, related_name="answers")
    release = models.ForeignKey(
        Release, models.PROTECT, related_name="answering", null=True
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    answered_at = models.DateTimeField(_("answered at"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    objects = CorrectionAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a correction")
        verbose_name_plural = _("answers to corrections")
        ordering = ["answered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "correction"], name="correction_answered_once"
            ),
            models.CheckConstraint(
                condition=Q(release__isnull=False, reason="")
                | Q(release__isnull=True) & ~Q(reason=""),
                name="correction_answer_with_release_or_reason",
            ),
        ]

    def __str__(self):
        return f"{self.answered_at:%Y-%m-%d %H:%M} · {self.edition}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Answers to corrections are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("Answers to corrections are never deleted.")
