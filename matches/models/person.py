from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .team import Team
from .versioned import Versioned


class Person(Versioned):
    slug = models.SlugField(_("slug"), unique=True)
    full_name = models.CharField(_("full name"), max_length=80)
    known_as = models.CharField(
        _("known as"), max_length=40, blank=True, help_text=_("Gasset, Éderson…")
    )
    sort_name = models.CharField(_("sorted as"), max_length=80, blank=True)
    aliases = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One a line, accents left out or not."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_name", "full_name"]

    def __str__(self):
        return self.full_name

    def save(self, *args, **kwargs):
        self.sort_name = self.sort_name or " ".join(reversed(self.split_name))
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("person", args=[self.slug])

    @property
    def split_name(self):
        """First names and last name, as far as the spelling tells."""
        first, _space, last = self.full_name.partition(" ")
        return [first, last] if last else [first]

    @property
    def label(self):
        """The name in a line-up or a timeline."""
        return self.known_as or self.split_name[-1]


class MembershipQuerySet(models.QuerySet):
    def valid_on(self, day):
        started = models.Q(started_on=None) | models.Q(started_on__lte=day)
        still = models.Q(ended_on=None) | models.Q(ended_on__gte=day)
        return self.filter(started & still)


class Membership(Versioned):
    class Role(models.TextChoices):
        PLAYER = "player", _("player")
        HEAD_COACH = "head_coach", _("head coach")
        ASSISTANT_COACH = "assistant_coach", _("assistant coach")
        SPORTING_DIRECTOR = "sporting_director", _("sporting director")
        PRESIDENT = "president", _("president")
        SPOKESPERSON = "spokesperson", _("spokesperson")

    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("person"), related_name="memberships"
    )
    team = models.ForeignKey(
        Team, models.PROTECT, verbose_name=_("team"), related_name="memberships"
    )
    role = models.CharField(
        pgettext_lazy("in a club", "role"), max_length=20, choices=Role.choices
    )
    started_on = models.DateField(_("from"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    shirt_number = models.PositiveSmallIntegerField(
        _("shirt number"), null=True, blank=True
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["person", "-started_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on__gte=models.F("started_on"))
                | models.Q(started_on=None)
                | models.Q(ended_on=None),
                name="membership_ends_after_it_starts",
                violation_error_message=_("It ends before it starts."),
            )
        ]

    def __str__(self):
        return f"{self.person}, {self.get_role_display()}, {self.team}"

    def is_valid_on(self, day):
        return (not self.started_on or self.started_on <= day) and (
            not self.ended_on or day <= self.ended_on
        )
