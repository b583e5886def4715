from django.db import models
from django.utils.translation import gettext_lazy as _

from .match import Match
from .person import Person


class ExternalNumber(models.Model):
    """What a provider calls one of our rows; written by imports only."""

    provider = models.CharField(_("provider"), max_length=20)
    number = models.CharField(_("number"), max_length=40)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.provider} {self.number}"


class MatchNumber(ExternalNumber):
    match = models.ForeignKey(
        Match, models.CASCADE, verbose_name=_("match"), related_name="numbers"
    )
    changed_at = models.DateTimeField(_("changed there"), null=True, blank=True)

    class Meta:
        verbose_name = _("match at a provider’s")
        verbose_name_plural = _("matches at providers’")
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "number"], name="match_number_once"
            )
        ]


class PersonNumber(ExternalNumber):
    person = models.ForeignKey(
        Person, models.CASCADE, verbose_name=_("person"), related_name="numbers"
    )

    class Meta:
        verbose_name = _("person at a provider’s")
        verbose_name_plural = _("people at providers’")
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "number"], name="person_number_once"
            )
        ]
