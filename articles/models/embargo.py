from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from matches.models import Match

from .written import Written


class Embargoed(Written):
    """Words agreed to be kept until an hour, until a moment of a match, or both.

    `embargo_moment` is the match's moment that `public_from` was derived from. Readers
    see nothing while it is not what the match says: a moment that is corrected or taken
    back hides the words at once, whoever wrote it (docs/decisions.md).
    """

    class Event(models.TextChoices):
        LINE_UPS = "lineups", _("Line-ups out")
        HALF_TIME = "half_time", _("Half-time")
        FULL_TIME = "full_time", pgettext_lazy("embargo", "Full time")

    MOMENTS = {
        Event.LINE_UPS: "lineups_at",
        Event.HALF_TIME: "half_time_at",
        Event.FULL_TIME: "full_time_at",
    }

    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    embargo_match = models.ForeignKey(
        Match,
        models.PROTECT,
        verbose_name=_("embargo until a moment of"),
        related_name="embargoed",
        null=True,
        blank=True,
    )
    embargo_event = models.CharField(
        _("which moment"), max_length=10, choices=Event.choices, blank=True
    )
    embargo_minutes = models.PositiveSmallIntegerField(
        _("minutes after it"), default=0, blank=True
    )
    embargo_moment = models.DateTimeField(null=True, editable=False)
    embargo_source = models.CharField(
        _("embargo agreed with"), max_length=120, blank=True
    )
    embargo_note = models.CharField(_("embargo note"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.embargo_moment = self.match_moment
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if bool(self.embargo_match_id) != bool(self.embargo_event):
            said = _("Say both: the match, and which of its moments.")
            raise ValidationError({"embargo_event": said})

    @property
    def match_moment(self) -> datetime | None:
        """When what the embargo waits for happened, as the match has it now."""
        if not (self.embargo_match_id and self.embargo_event):
            return None
        return getattr(self.embargo_match, self.MOMENTS[self.embargo_event])

    @property
    def is_waiting_for_match(self) -> bool:
        """The moment is not on record, or is not what `public_from` was made of."""
        if not self.embargo_match_id:
            return False
        return self.match_moment is None or self.embargo_moment != self.match_moment

    @property
    def embargo_ends(self) -> list[datetime]:
        """The hours that are known; one that a match still owes is not."""
        moment, after = self.match_moment, timedelta(minutes=self.embargo_minutes or 0)
        ends = (self.embargo_until, moment and moment + after)
        return [end for end in ends if end]

    def is_under_embargo(self, *, at: datetime | None = None) -> bool:
        if self.embargo_match_id and self.match_moment is None:
            return True
        return any(end > (at or timezone.now()) for end in self.embargo_ends)


def moment_of(event):
    return f"embargo_match__{Embargoed.MOMENTS[event]}"


def is_resolved() -> Q:
    """The match has its moment, and `public_from` was derived from it."""
    resolved = Q()
    for event in Embargoed.Event:
        same = Q(**{moment_of(event): F("embargo_moment")})
        resolved |= Q(embargo_event=event) & same
    return resolved


def has_strayed() -> Q:
    """`public_from` was derived from another moment than the match has."""
    strayed = Q()
    for event in Embargoed.Event:
        name = moment_of(event)
        differs = Q(**{f"{name}__gt": F("embargo_moment")})
        differs |= Q(**{f"{name}__lt": F("embargo_moment")})
        differs |= Q(**{f"{name}__isnull": True}, embargo_moment__isnull=False)
        differs |= Q(**{f"{name}__isnull": False}, embargo_moment__isnull=True)
        strayed |= Q(embargo_event=event) & differs
    return strayed
