from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from matches import dates
from matches.names import slug

from . import match_constraints
from .competition import Group, Season, Stage
from .match_queryset import MatchQuerySet
from .team import Team
from .tie import Tie
from .venue import Venue
from .versioned import Versioned


class Score(NamedTuple):
    home: int
    away: int

    def __str__(self):
        return f"{self.home}-{self.away}"


def goals(label):
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


class Match(Versioned):
    class Status(models.TextChoices):
        SCHEDULED = "scheduled", _("Upcoming")
        DELAYED = "delayed", _("Kick-off delayed")
        LIVE = "live", _("Live")
        SUSPENDED = "suspended", _("Suspended")
        FINISHED = "finished", _("Full time")
        POSTPONED = "postponed", _("Postponed")
        ABANDONED = "abandoned", _("Abandoned")
        CANCELLED = "cancelled", _("Cancelled")
        AWARDED = "awarded", _("Awarded")

    class Phase(models.TextChoices):
        FIRST_HALF = "first_half", _("First half")
        HALF_TIME = "half_time", _("Half-time")
        SECOND_HALF = "second_half", _("Second half")
        EXTRA_TIME_BREAK = "extra_time_break", _("Before extra time")
        EXTRA_TIME = "extra_time", _("Extra time")
        SHOOTOUT = "shootout", _("Penalty shoot-out")

    class Spectators(models.TextChoices):
        OPEN = "open", _("Open")
        LIMITED = "limited", _("Limited")
        CLOSED_DOORS = "closed_doors", _("Behind closed doors")

    season = models.ForeignKey(
        Season, models.PROTECT, verbose_name=_("season"), related_name="matches"
    )
    stage = models.ForeignKey(
        Stage, models.PROTECT, verbose_name=_("stage"), related_name="matches"
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        verbose_name=_("group"),
        related_name="matches",
        null=True,
        blank=True,
    )
    tie = models.ForeignKey(
        Tie,
        models.PROTECT,
        verbose_name=_("tie"),
        related_name="matches",
        null=True,
        blank=True,
    )
    leg = models.PositiveSmallIntegerField(
        _("leg"),
        null=True,
        blank=True,
        choices=[(1, _("First leg")), (2, _("Second leg"))],
    )
    matchday = models.PositiveSmallIntegerField(_("matchday"), null=True, blank=True)
    home = models.ForeignKey(
        Team, models.PROTECT, verbose_name=_("home"), related_name="home_matches"
    )
    away = models.ForeignKey(
        Team, models.PROTECT, verbose_name=_("away"), related_name="away_matches"
    )
    is_neutral = models.BooleanField(_("neutral ground"), default=False)
    replay_of = models.OneToOneField(
        "self",
        models.PROTECT,
        verbose_name=_("replay of"),
        related_name="replayed_as",
        null=True,
        blank=True,
    )
    kickoff_at = models.DateTimeField(_("kick-off"), null=True, blank=True)
    kickoff_on = models.DateField(
        _("day"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("The venue’s day; follows the kick-off where its hour is known."),
    )
    venue = models.ForeignKey(
        Venue,
        models.PROTECT,
        verbose_name=_("venue"),
        related_name="matches",
        null=True,
        blank=True,
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.SCHEDULED
    )
    phase = models.CharField(
        _("phase"), max_length=20, choices=Phase.choices, blank=True
    )
    half_time_home = goals(_("half-time, home"))
    half_time_away = goals(_("half-time, away"))
    full_time_home = goals(_("90 minutes, home"))
    full_time_away = goals(_("90 minutes, away"))
    extra_time_home = goals(_("120 minutes, home"))
    extra_time_away = goals(_("120 minutes, away"))
    shootout_home = goals(_("shoot-out, home"))
    shootout_away = goals(_("shoot-out, away"))
    awarded_reason = models.CharField(
        _("reason of the award"), max_length=200, blank=True
    )
    home_formation = models.CharField(_("home formation"), max_length=12, blank=True)
    away_formation = models.CharField(_("away formation"), max_length=12, blank=True)
    attendance = models.PositiveIntegerField(_("attendance"), null=True, blank=True)
    attendance_source = models.CharField(
        _("source of the attendance"), max_length=80, blank=True
    )
    spectators = models.CharField(
        _("spectators"),
        max_length=12,
        choices=Spectators.choices,
        default=Spectators.OPEN,
    )
    locked_fields = models.JSONField(
        _("corrected by hand"), default=list, blank=True, editable=False
    )

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ["kickoff_on", "kickoff_at", "pk"]
        indexes = [
            models.Index(fields=["season", "kickoff_on"], name="match_of_season")
        ]
        constraints = match_constraints.ALL

    def __str__(self):
        said = [f"{self.home} {self.final_score or '–'} {self.away}"]
        if self.kickoff_on:
            said.append(dates.day(self.kickoff_on, language=get_language()))
        return ", ".join([*said, self.season.competition.label])

    def save(self, *args, **kwargs):
        if self.kickoff_at:
            self.kickoff_on = self.kickoff_at.astimezone(self.zone).date()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("matches:detail", args=[self.pk, self.slug])

    def clean(self):
        if self.shootout and self.tie_id and self.leg == 2:
            first = self.tie.leg(1)
            if first and first.final_score and not self.is_tie_level(first):
                raise ValidationError(_("The tie was not level: no shoot-out was due."))

    def is_tie_level(self, first):
        return self.goals_of(self.home_id) + first.goals_of(
            self.home_id
        ) == self.goals_of(self.away_id) + first.goals_of(self.away_id)

    @property
    def slug(self):
        """The address part in the active language; the id decides."""
        return slug(f"{self.home.label}-{self.away.label}") or "match"

    @property
    def other_leg(self):
        """The other match of a tie of two legs, or None."""
        legs = self.tie.matches.all() if self.tie_id else ()
        return next((leg for leg in legs if leg.pk != self.pk), None)

    @property
    def zone(self):
        """The venue's time zone, else the competition's."""
        if self.venue_id:
            return self.venue.zone
        return self.season.competition.zone

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
