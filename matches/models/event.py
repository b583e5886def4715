from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .match import Match
from .person import Person
from .team import Team
from .versioned import Versioned


class Period(models.TextChoices):
    FIRST_HALF = "1H", _("First half")
    SECOND_HALF = "2H", _("Second half")
    EXTRA_TIME_FIRST = "ET1", _("Extra time, first half")
    EXTRA_TIME_SECOND = "ET2", _("Extra time, second half")
    SHOOTOUT = "PSO", _("Penalty shoot-out")


MINUTES = {"1H": (1, 45), "2H": (46, 90), "ET1": (91, 105), "ET2": (106, 120)}


def minute_within_period():
    """The conditions on (period, minute, added): FIFA's running minute, capped.

    A CHECK passes on NULL, hence `minute__isnull`.
    """
    within = Q(period="PSO", minute=None, added=None)
    for period, (first, last) in MINUTES.items():
        known = Q(period=period, minute__isnull=False)
        within |= known & Q(minute__range=(first, last), added=None)
        within |= known & Q(minute=last, added__gt=0)
    return within


class MatchEventQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody took back."""
        return self.filter(cancelled_by="")

    def goals(self):
        return self.standing().filter(type__in=MatchEvent.GOALS)

    def with_people(self):
        return self.select_related("person", "second_person", "team")

    def counted_in(self, stage, group):
        """(match, team, type) of a table's events, from which its cards are read."""
        found = self.standing().filter(match__stage=stage, match__group=group)
        return found.values_list("match_id", "team_id", "type")

    def in_order(self):
        """As they happened: 45 < 45+2 < 46, then the order they were entered in."""
        order = [
            models.When(period=p, then=models.Value(i))
            for i, p in enumerate(Period.values)
        ]
        return self.order_by(
            models.Case(*order, output_field=models.SmallIntegerField()),
            F("minute").asc(nulls_last=True),
            F("added").asc(nulls_first=True),
            "sequence",
            "pk",
        )


class MatchEvent(Versioned):
    class Type(models.TextChoices):
        GOAL = "goal", _("Goal")
        OWN_GOAL = "own_goal", _("Own goal")
        PENALTY_GOAL = "penalty_goal", _("Penalty scored")
        PENALTY_MISSED = "penalty_missed", _("Penalty missed")
        PENALTY_SAVED = "penalty_saved", _("Penalty saved")
        YELLOW_CARD = "yellow_card", _("Yellow card")
        SECOND_YELLOW = "second_yellow", _("Second yellow card")
        RED_CARD = "red_card", _("Red card")
        SUBSTITUTION = "substitution", _("Substitution")
        GOAL_DISALLOWED = "goal_disallowed", _("Goal disallowed")
        VAR_CHECK = "var_check", _("VAR check")
        WOODWORK = "woodwork", _("Woodwork")
        BIG_CHANCE = "big_chance", _("Big chance")
        SAVE = "save", pgettext_lazy("of a goalkeeper", "Save")
        INJURY = "injury", _("Injury")
        STAFF_CARD = "staff_card", _("Card for the staff")
        ADDED_TIME = "added_time", _("Added time")
        PERIOD_START = "period_start", _("Start of the period")
        PERIOD_END = "period_end", _("End of the period")
        NOTE = "note", _("Note")
        SHOOTOUT_SCORED = "shootout_scored", _("Shoot-out: scored")
        SHOOTOUT_MISSED = "shootout_missed", _("Shoot-out: missed")
        SHOOTOUT_SAVED = "shootout_saved", _("Shoot-out: saved")
        SHOOTOUT_POST = "shootout_post", _("Shoot-out: woodwork")

    class Reason(models.TextChoices):
        OFFSIDE = "offside", _("offside")
        FOUL = "foul", _("foul")
        HANDBALL = "handball", _("handball")
        BALL_OUT = "ball_out", _("ball out of play")
        INJURY = "injury", _("injury")
        TACTICAL = "tactical", _("tactical change")
        CONCUSSION = "concussion", _("concussion")
        GOAL = "goal", _("check of a goal")
        PENALTY = "penalty", _("check of a penalty")
        RED_CARD = "red_card", _("check of a red card")
        IDENTITY = "identity", _("check of an identity")

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        OVERTURNED = "overturned", _("overturned")
        NO_ACTION = "no_action", _("no action")

    class CancelledBy(models.TextChoices):
        VAR = "var", _("by the VAR")
        REFEREE = "referee", _("by the referee")

    GOALS = (Type.GOAL, Type.OWN_GOAL, Type.PENALTY_GOAL)
    ASIDES = (
        Type.BIG_CHANCE,
        Type.NOTE,
        Type.SAVE,
        Type.INJURY,
        Type.ADDED_TIME,
        Type.PERIOD_START,
        Type.PERIOD_END,
    )
    CARDS = (Type.YELLOW_CARD, Type.SECOND_YELLOW, Type.RED_CARD)

    match = models.ForeignKey(
        Match, models.CASCADE, verbose_name=_("match"), related_name="events"
    )
    team = models.ForeignKey(
        Team,
        models.PROTECT,
        verbose_name=_("team"),
        related_name="+",
        null=True,
        blank=True,
        help_text=_("For an own goal: the side that gains by it."),
    )
    type = models.CharField(_("type"), max_length=20, choices=Type.choices)
    period = models.CharField(_("period"), max_length=3, choices=Period.choices)
    minute = models.PositiveSmallIntegerField(_("minute"), null=True, blank=True)
    added = models.PositiveSmallIntegerField(
        _("added"), null=True, blank=True, help_text=_("The 2 of 45+2.")
    )
    sequence = models.PositiveSmallIntegerField(_("order"), default=0)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        verbose_name=_("person"),
        related_name="events",
        null=True,
        blank=True,
        help_text=_("For a substitution: who goes off."),
    )
    second_person = models.ForeignKey(
        Person,
        models.PROTECT,
        verbose_name=_("second person"),
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Who assisted, or who comes on."),
    )
    reason = models.CharField(
        _("reason"), max_length=80, blank=True, choices=Reason.choices
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=10,
        blank=True,
        choices=Outcome.choices,
        help_text=_("Of a VAR check."),
    )
    cancelled_by = models.CharField(
        _("cancelled"),
        max_length=10,
        blank=True,
        choices=CancelledBy.choices,
        help_text=_("Given, then taken back: it stays on file and counts no more."),
    )
    announced = models.PositiveSmallIntegerField(
        _("minutes announced"), null=True, blank=True, help_text=_("Of added time.")
    )
    act = models.UUIDField(_("act"), null=True, blank=True, unique=True, editable=False)
    recorded_at = models.DateTimeField(
        _("entered at"), null=True, blank=True, editable=False
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=80, blank=True)

    objects = MatchEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["match", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=minute_within_period(),
                name="event_minute_within_its_period",
                violation_error_message=_(
                    "The minute does not fall in this period, or has added time "
                    "before the period’s last minute."
                ),
            )
        ]

    def __str__(self):
        what = [self.clock, self.get_type_display(), str(self.person or "")]
        return f"{' '.join(filter(None, what))} · {self.match}"

    @property
    def clock(self):
        """11, 45+2; empty in a shoot-out."""
        if self.minute is None:
            return ""
        return f"{self.minute}+{self.added}" if self.added else str(self.minute)

    @property
    def moment(self):
        """Sorts as time passes, whatever the period."""
        return Period.values.index(self.period), self.minute or 0, self.added or 0

    @property
    def is_in_timeline(self):
        return not self.is_shootout_kick and self.type not in self.ASIDES

    @property
    def is_goal(self):
        return self.type in self.GOALS and not self.cancelled_by

    @property
    def is_card(self):
        return self.type in self.CARDS and not self.cancelled_by

    @property
    def is_scored_kick(self):
        """Of a shoot-out."""
        return self.type == self.Type.SHOOTOUT_SCORED and not self.cancelled_by

    @property
    def is_shootout_kick(self):
        return self.period == Period.SHOOTOUT
