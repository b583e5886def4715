from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .team import Team


class Score(NamedTuple):
    home: int
    away: int

    def __str__(self):
        return f"{self.home}-{self.away}"


def goals(label):
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


class Scored(models.Model):
    """What a match ended in, and how: its scores by period, its award."""

    class ResultMode(models.TextChoices):
        REGULATION = "regulation", _("After 90 minutes")
        EXTRA_TIME = "extra_time", _("After extra time")
        PENALTIES = "penalties", _("After a shoot-out")
        AWARDED = "awarded", _("Awarded")
        WALKOVER = "walkover", _("Walkover")

    half_time_home = goals(_("half-time, home"))
    half_time_away = goals(_("half-time, away"))
    full_time_home = goals(_("90 minutes, home"))
    full_time_away = goals(_("90 minutes, away"))
    extra_time_home = goals(_("120 minutes, home"))
    extra_time_away = goals(_("120 minutes, away"))
    shootout_home = goals(_("shoot-out, home"))
    shootout_away = goals(_("shoot-out, away"))
    awarded_to = models.ForeignKey(
        Team,
        models.PROTECT,
        verbose_name=pgettext_lazy("a match", "awarded to"),
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Only when an authority decided the match."),
    )
    is_walkover = models.BooleanField(
        _("walkover"), default=False, help_text=_("Awarded, and never kicked off.")
    )
    awarded_reason = models.CharField(
        _("reason of the award"), max_length=200, blank=True
    )
    decided_note = models.CharField(_("note on the result"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def score(self, period):
        home = getattr(self, f"{period}_home")
        away = getattr(self, f"{period}_away")
        return None if home is None or away is None else Score(home, away)

    @property
    def half_time(self):
        return self.score("half_time")

    @property
    def full_time(self):
        return self.score("full_time")

    @property
    def extra_time(self):
        return self.score("extra_time")

    @property
    def shootout(self):
        return self.score("shootout")

    @property
    def final_score(self):
        """Goals after 120 minutes where they were played, else after 90."""
        return self.extra_time or self.full_time

    @property
    def is_finished(self):
        return self.status in {self.Status.FINISHED, self.Status.AWARDED}

    @property
    def shootout_winner_id(self):
        return self.home_id if self.shootout.home > self.shootout.away else self.away_id

    @property
    def winner_id(self):
        """The team that won this match, by its shoot-out if need be; None of a draw."""
        if self.awarded_to_id:
            return self.awarded_to_id
        if not (self.is_finished and self.final_score):
            return None
        score = self.shootout or self.final_score
        if score.home == score.away:
            return None
        return self.home_id if score.home > score.away else self.away_id

    def goals_of(self, team_id):
        """Goals without the shoot-out; 0 for a team that did not play."""
        sides = {
            self.home_id: self.final_score.home,
            self.away_id: self.final_score.away,
        }
        return sides.get(team_id, 0)

    @property
    def result_mode(self):
        """How it was decided; empty until it is."""
        modes = self.ResultMode
        if self.status == self.Status.AWARDED:
            return modes.WALKOVER if self.is_walkover else modes.AWARDED
        if not self.is_finished:
            return ""
        if self.shootout:
            return modes.PENALTIES
        return modes.EXTRA_TIME if self.extra_time else modes.REGULATION
