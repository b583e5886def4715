import re
import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .versioned import Versioned


def validate_zone(name):
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is no time zone."), params={"name": name})


class Competition(Versioned):
    class Kind(models.TextChoices):
        LEAGUE = "league", _("League")
        CUP = "cup", _("Cup")
        FRIENDLY = "friendly", _("Friendly")

    key = models.SlugField(
        _("key"), unique=True, help_text=_("The address of its pages: europa-league.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    area = models.CharField(
        _("area"), max_length=60, blank=True, help_text=_("Country or continent.")
    )
    timezone = models.CharField(
        _("time zone"),
        max_length=40,
        default="Europe/Paris",
        validators=[validate_zone],
        help_text=_("Imported times without a zone are read in this one."),
    )
    name = models.CharField(_("name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    aliases = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One a line, accents left out or not."),
    )

    class Meta:
        verbose_name = _("competition")
        verbose_name_plural = _("competitions")
        ordering = ["key"]

    def __str__(self):
        return self.name or self.key

    @property
    def label(self):
        return self.short_name or self.name

    @property
    def zone(self):
        return zoneinfo.ZoneInfo(self.timezone)


class SeasonQuerySet(models.QuerySet):
    def newest(self):
        """The latest season of each competition."""
        newer = Season.objects.filter(
            competition=models.OuterRef("competition"),
            label__gt=models.OuterRef("label"),
        )
        return self.exclude(models.Exists(newer)).select_related("competition")


class Season(Versioned):
    TIEBREAKERS = (
        "goal_difference",
        "goals",
        "away_goals",
        "head_to_head_points",
        "head_to_head_goal_difference",
        "head_to_head_goals",
        "head_to_head_away_goals",
        "wins",
        "away_wins",
        "discipline",
        "coefficient",
        "play_off",
        "lots",
    )

    competition = models.ForeignKey(
        Competition,
        models.PROTECT,
        verbose_name=_("competition"),
        related_name="seasons",
    )
    label = models.CharField(_("label"), max_length=20, help_text=_("2023/24"))
    slug = models.SlugField(_("slug"), max_length=20, editable=False)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    away_goals_rule = models.BooleanField(
        _("away goals rule"),
        default=False,
        help_text=_("UEFA's club competitions used it until 2020/21."),
    )
    points_for_win = models.PositiveSmallIntegerField(_("points for a win"), default=3)
    points_for_draw = models.PositiveSmallIntegerField(
        _("points for a draw"), default=1
    )
    goals_of_an_award = models.PositiveSmallIntegerField(
        _("goals of an award"),
        default=3,
        help_text=_("3 for an awarded match scored 3-0."),
    )
    tiebreakers = models.JSONField(
        _("tie-breakers"),
        default=list,
        blank=True,
        help_text=_("In order: goal_difference, head_to_head_points…"),
    )

    objects = SeasonQuerySet.as_manager()

    class Meta:
        verbose_name = _("season")
        verbose_name_plural = _("seasons")
        ordering = ["-label", "competition"]
        constraints = [
            models.UniqueConstraint(
                fields=["competition", "slug"], name="season_once_per_competition"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on"))
                | models.Q(starts_on=None)
                | models.Q(ends_on=None),
                name="season_ends_after_it_starts",
            ),
        ]

    def __str__(self):
        return f"{self.competition} {self.label}"

    def save(self, *args, **kwargs):
        self.slug = self.label.replace("/", "-")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("competition", args=[self.competition.key, self.slug])

    def clean(self):
        if not re.fullmatch(r"\d{4}(/\d{2})?", self.label, re.ASCII):
            raise ValidationError({"label": _("Write a season as 2023/24, or 2024.")})
        same = Season.objects.filter(
            competition=self.competition_id, slug=self.label.replace("/", "-")
        )
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"label": _("This season already exists.")})
        self.clean_tiebreakers()

    def clean_tiebreakers(self):
        self.tiebreakers = self.tiebreakers or []
        keys = self.tiebreakers if isinstance(self.tiebreakers, list) else ["?"]
        if not all(key in self.TIEBREAKERS for key in keys):
            known = ", ".join(self.TIEBREAKERS)
            message = _("Write a list of some of these: %(known)s.")
            raise ValidationError({"tiebreakers": message % {"known": known}})


class Stage(Versioned):
    class Kind(models.TextChoices):
        QUALIFYING = "qualifying", _("Qualifying round")
        REGULAR_SEASON = "regular_season", _("Regular season")
        GROUP_STAGE = "group_stage", _("Group stage")
        LEAGUE_PHASE = "league_phase", _("League phase")
        PLAY_OFFS = "play_offs", _("Play-off round")
        ROUND_OF_64 = "round_of_64", _("Round of 64")
        ROUND_OF_32 = "round_of_32", _("Round of 32")
        ROUND_OF_16 = "round_of_16", _("Round of 16")
        QUARTER_FINALS = "quarter_finals", _("Quarter-finals")
        SEMI_FINALS = "semi_finals", _("Semi-finals")
        THIRD_PLACE = "third_place", _("Third-place play-off")
        FINAL = "final", _("Final")

    IN_TABLES = (Kind.REGULAR_SEASON, Kind.GROUP_STAGE, Kind.LEAGUE_PHASE)

    season = models.ForeignKey(
        Season, models.PROTECT, verbose_name=_("season"), related_name="stages"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    name = models.CharField(
        _("name"),
        max_length=60,
        blank=True,
        help_text=_("Only where the usual name of this kind of stage does not do."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        ordering = ["season", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["season", "kind", "order"], name="stage_once_per_season"
            )
        ]

    def __str__(self):
        return f"{self.season} · {self.label}"

    @property
    def label(self):
        return self.name or self.get_kind_display()

    @property
    def is_knock_out(self):
        return self.kind not in self.IN_TABLES


class Group(Versioned):
    stage = models.ForeignKey(
        Stage, models.PROTECT, verbose_name=_("stage"), related_name="groups"
    )
    label = models.CharField(_("label"), max_length=20, help_text=_("B"))

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["stage", "label"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "label"], name="group_once_per_stage"
            )
        ]

    def __str__(self):
        return _("Group %(label)s") % {"label": self.label}
