from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .match import Match
from .tidied import Tidied


class MatchMoveQuerySet(models.QuerySet):
    def standing(self):
        """Those nobody took back, the last one first."""
        return self.filter(undone_at=None).order_by("-at", "-pk")

    def by_people(self):
        """Those of the desk; an import has nobody's name."""
        return self.standing().filter(by__isnull=False)


class MatchMove(Tidied):
    """A match went from one status or phase to another: who said so, and when.

    `act` is made by the client: the same act sent twice is one move.
    """

    match = models.ForeignKey(
        Match, models.CASCADE, verbose_name=_("match"), related_name="moves"
    )
    status_before = models.CharField(max_length=10, choices=Match.Status.choices)
    phase_before = models.CharField(
        max_length=20, choices=Match.Phase.choices, blank=True
    )
    phase_started_before = models.DateTimeField(null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Match.Status.choices)
    phase = models.CharField(
        _("phase"), max_length=20, choices=Match.Phase.choices, blank=True
    )
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("who"),
        related_name="+",
        null=True,
        blank=True,
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    is_override = models.BooleanField(_("against the rules"), default=False)
    act = models.UUIDField(null=True, blank=True, unique=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = MatchMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.status_before} → {self.status}"
