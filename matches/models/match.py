from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from matches import dates
from matches.names import slug

from . import match_constraints
from .competition import Group, Season, Stage
from .match_queryset import MatchQuerySet
from .match_scores import Scored
from .team import Team
from .tie import Tie
from .venue import Venue
from .versioned import Versioned


class Match(Scored, Versioned):
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
        EXTRA_TIME_HALF_TIME = "extra_time_half_time", _("Half-time of extra time")
        EXTRA_TIME_SECOND = "extra_time_second", _("Extra time, second half")
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
    original_kickoff_at = models.DateTimeField(
        _("first kick-off"), null=True, blank=True, editable=False
    )
    original_kickoff_on = models.DateField(
        _("first day"), null=True, blank=True, editable=False
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
    phase_started_at = models.DateTimeField(
        _("phase since"), null=True, blank=True, editable=False
    )
    lineups_at = models.DateTimeField(_("line-ups out"), null=True, blank=True)
    half_time_at = models.DateTimeField(
        _("half-time at"), null=True, blank=True, editable=False
    )
    full_time_at = models.DateTimeField(
        _("full time at"), null=True, blank=True, editable=False
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
        permissions = [
            ("override_match_status", "Can move a match against the rules"),
        ]

    def __str__(self):
        said = [f"{self.home} {self.final_score or '–'} {self.away}"]
        if self.kickoff_on:
            said.append(dates.day(self.kickoff_on, language=get_language()))
        return ", ".join([*said, self.season.competition.label])

    @transaction.atomic
    def save(self, *args, **kwargs):
        if self.kickoff_at:
            self.kickoff_on = self.kickoff_at.astimezone(self.zone).date()
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if not is_new:
            self.embargoed.follow()

    def get_absolute_url(self):
        return reverse("matches:detail", args=[self.pk, self.slug])

    def clean(self):
        if self.shootout and self.tie_id and self.leg == 2:
            first = self.tie.leg(1)
            if first and first.final_score and not self.is_tie_level(first):
                raise ValidationError(_("The tie was not level: no shoot-out was due."))

    @property
    def may_go_beyond_90(self):
        """Whether extra time may follow: it is a knock-out match, and not leg 1."""
        return self.stage.is_knock_out and self.leg != 1

    @property
    def is_undecided(self):
        """Whether the score, with that of leg 1, leaves extra time or kicks due.

        An unknown score decides nothing.
        """
        if not self.final_score:
            return True
        first = self.tie.leg(1) if self.tie_id and self.leg == 2 else None
        if first is None:
            return self.leg == 2 or self.final_score.home == self.final_score.away
        if not first.final_score:
            return True
        return self.is_tie_level(first) and not self.is_won_on_away_goals(first)

    def is_won_on_away_goals(self, first):
        if not self.tie.applies_away_goals:
            return False
        return self.final_score.away != first.final_score.away

    def is_tie_level(self, first):
        return self.goals_of(self.home_id) + first.goals_of(
            self.home_id
        ) == self.goals_of(self.away_id) + first.goals_of(self.away_id)

    @property
    def kickoff_precision(self):
        """ "datetime", "date" or "tbc": how much of the kick-off is known."""
        if self.kickoff_at:
            return "datetime"
        return "date" if self.kickoff_on else "tbc"

    @property
    def is_rescheduled(self):
        """It was postponed, and has a new date."""
        first = self.original_kickoff_at or self.original_kickoff_on
        now = self.kickoff_at if self.original_kickoff_at else self.kickoff_on
        return bool(first) and first != now and self.status != self.Status.POSTPONED

    @property
    def slug(self):
        """The address part in the active language; the id decides."""
        return slug(f"{self.home.label}-{self.away.label}") or "match"

    @property
    def other_leg(self):
        """The other match of a tie of two legs, or None."""
        legs = self.tie.counted if self.tie_id else ()
        same = {self.pk, self.replay_of_id}
        others = [leg for leg in legs if leg.pk not in same]
        return next((leg for leg in others if not leg.leg or leg.leg != self.leg), None)

    @property
    def zone(self):
        """The venue's time zone, else the competition's."""
        if self.venue_id:
            return self.venue.zone
        return self.season.competition.zone
