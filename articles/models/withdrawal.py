from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.characters import tidy

from .edition import Edition
from .release import AppendOnly


class WithdrawalQuerySet(models.QuerySet):
    def last_of(self, edition):
        return self.filter(edition=edition).last()

    def update(self, **kwargs):
        raise AppendOnly("Withdrawals are never changed.")

    def delete(self):
        raise AppendOnly("Withdrawals are never deleted.")


class Withdrawal(models.Model):
    """What readers are told of an edition that was taken out of publication.

    The reason for the desk is in the log. `words` are in the edition's language.
    """

    class Kind(models.TextChoices):
        ERROR = "error", _("Its facts were wrong")
        DUPLICATE = "duplicate", _("It was published twice")
        REQUEST = "request", _("At the request of someone it concerns")
        LEGAL = "legal", _("For legal reasons")

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="withdrawals")
    kind = models.CharField(
        _("reason for readers"), max_length=10, choices=Kind.choices, blank=True
    )
    words = models.CharField(_("sentence for readers"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["withdrawn_at", "pk"]

    def __str__(self):
        return f"{self.withdrawn_at:%Y-%m-%d %H:%M} · {self.edition}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Withdrawals are never changed.")
        self.words = " ".join(tidy(self.words).split())
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("Withdrawals are never deleted.")
