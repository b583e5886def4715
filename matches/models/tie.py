from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Greatest, Least
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from matches.ties import outcome

from .competition import Stage
from .team import Team
from .versioned import Versioned


class TieQuerySet(models.QuerySet):
    def of_season(self, season):
        """With teams, stage and legs, in the order they were drawn."""
        ties = self.filter(stage__season=season).select_related(
            "stage__season", "team_a", "team_b"
        )
        return ties.prefetch_related("matches")


class Tie(Versioned):
    """Two teams of whom one goes through. The winner is derived from the legs."""

    stage = models.ForeignKey(
        Stage, models.PROTECT, verbose_name=_("stage"), related_name="ties"
    )
    team_a = models.ForeignKey(
        Team, models.PROTECT, verbose_name=_("home team of leg 1"), related_name="+"
    )
    team_b = models.ForeignKey(
        Team, models.PROTECT, verbose_name=_("home team of leg 2"), related_name="+"
    )
    legs = models.PositiveSmallIntegerField(
        _("legs"), default=2, choices=[(1, "1"), (2, "2")]
    )
    away_goals_rule = models.BooleanField(
        _("away goals rule"), null=True, blank=True, help_text=_("Empty: the season’s.")
    )
    awarded_to = models.ForeignKey(
        Team,
        models.PROTECT,
        verbose_name=_("awarded to"),
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Only when an authority decided the tie."),
    )

    objects = TieQuerySet.as_manager()

    class Meta:
        verbose_name = _("tie")
        verbose_name_plural = _("ties")
        ordering = ["stage", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(team_a=models.F("team_b")),
                name="tie_between_two_teams",
                violation_error_message=_("A team does not play itself."),
            ),
            models.CheckConstraint(
                condition=models.Q(legs__in=(1, 2)), name="tie_of_one_or_two_legs"
            ),
            models.UniqueConstraint(
                "stage",
                Least("team_a", "team_b"),
                Greatest("team_a", "team_b"),
                name="tie_once_per_stage",
                violation_error_message=_("These teams already meet in this stage."),
            ),
        ]

    def __str__(self):
        return f"{self.team_a} – {self.team_b} ({self.stage.label})"

    def clean(self):
        sides = {self.team_a_id, self.team_b_id}
        if self.awarded_to_id and self.awarded_to_id not in sides:
            raise ValidationError(
                {"awarded_to": _("Only one of the two teams can be awarded the tie.")}
            )

    @property
    def applies_away_goals(self):
        if self.away_goals_rule is None:
            return self.stage.season.away_goals_rule
        return self.away_goals_rule

    @cached_property
    def outcome(self):
        """See `matches.ties.outcome`; reads `matches`, prefetched in lists."""
        return outcome(
            team_a=self.team_a_id,
            team_b=self.team_b_id,
            legs=self.counted,
            planned_legs=self.legs,
            away_goals_rule=self.applies_away_goals,
            awarded_to=self.awarded_to_id,
        )

    @property
    def counted(self):
        """Its matches; one that was played again counts by its replay alone."""
        replayed = {match.replay_of_id for match in self.matches.all()}
        return [match for match in self.matches.all() if match.pk not in replayed]

    def leg(self, number):
        return next((m for m in self.counted if m.leg == number), None)
