from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .competition import Group, Season
from .team import Team
from .versioned import Versioned


class StandingAdjustmentQuerySet(models.QuerySet):
    def of_seasons(self, seasons):
        return self.filter(season__in=seasons).select_related("team")


class StandingAdjustment(Versioned):
    """Points an authority gave or took: a row of its own, never an edited total."""

    season = models.ForeignKey(
        Season, models.PROTECT, verbose_name=_("season"), related_name="adjustments"
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        verbose_name=_("group"),
        related_name="adjustments",
        null=True,
        blank=True,
        help_text=_("Empty: the season’s table."),
    )
    team = models.ForeignKey(
        Team, models.PROTECT, verbose_name=_("team"), related_name="adjustments"
    )
    points = models.SmallIntegerField(
        _("points"), default=0, help_text=_("−1 takes a point away.")
    )
    suspended_points = models.PositiveSmallIntegerField(
        _("suspended points"),
        default=0,
        help_text=_("Of the penalty, but not taken away: the footnote says them."),
    )
    reason = models.CharField(_("reason"), max_length=200)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)

    objects = StandingAdjustmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("points adjustment")
        verbose_name_plural = _("points adjustments")
        ordering = ["season", "decided_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(points=0, suspended_points=0),
                name="standing_adjustment_says_points",
                violation_error_message=_("Say how many points."),
            )
        ]

    def __str__(self):
        return f"{self.team} {self.points:+d} ({self.season})"

    def clean(self):
        if self.group_id and self.group.stage.season_id != self.season_id:
            raise ValidationError({"group": _("This group is of another season.")})

    def counts_in(self, scope):
        """Whether the table of `scope` (season, stage, group) counts it."""
        season, _stage, group = scope
        return self.season_id == season.pk and self.group_id in (
            None,
            group and group.pk,
        )
