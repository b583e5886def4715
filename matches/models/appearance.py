from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .match import Match
from .person import Person
from .team import Team
from .versioned import Versioned


class AppearanceQuerySet(models.QuerySet):
    def starters(self):
        return self.filter(part=Appearance.Part.STARTER)


class Appearance(Versioned):
    class Part(models.TextChoices):
        STARTER = "starter", _("Starter")
        BENCH = "bench", _("Substitute")
        COACH = "coach", _("Head coach")
        REFEREE = "referee", _("Referee")
        ASSISTANT_1 = "assistant_1", _("Assistant referee 1")
        ASSISTANT_2 = "assistant_2", _("Assistant referee 2")
        FOURTH = "fourth", _("Fourth official")
        VAR = "var", _("Video assistant referee")
        AVAR = "avar", _("Assistant video assistant referee")

    TEAM_PARTS = (Part.STARTER, Part.BENCH, Part.COACH)

    match = models.ForeignKey(
        Match, models.CASCADE, verbose_name=_("match"), related_name="appearances"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("person"), related_name="appearances"
    )
    team = models.ForeignKey(
        Team,
        models.PROTECT,
        verbose_name=_("team"),
        related_name="+",
        null=True,
        blank=True,
        help_text=_("None for officials."),
    )
    part = models.CharField(_("part"), max_length=12, choices=Part.choices)
    shirt_number = models.PositiveSmallIntegerField(
        _("shirt number"), null=True, blank=True
    )
    position = models.CharField(
        pgettext_lazy("of a player", "position"), max_length=20, blank=True
    )
    is_captain = models.BooleanField(_("captain"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("line-ups and officials")
        ordering = ["match", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["match", "person", "part"], name="appearance_once"
            ),
            models.CheckConstraint(
                condition=Q(part__in=("starter", "bench", "coach"), team__isnull=False)
                | (~Q(part__in=("starter", "bench", "coach")) & Q(team=None)),
                name="appearance_has_a_team_unless_official",
                violation_error_message=_(
                    "Players and coaches have a team; officials none."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.person} ({self.get_part_display()}) · {self.match}"
