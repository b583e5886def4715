"""Whether what is due is done: the light on the desk's front page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import HousekeepingRun, Undone

WHAT = {
    "arrivals logged": _("to say in the log that it appeared"),
    "embargoes followed": _("to follow the match of its embargo"),
    "translations remembered": _("to remember its translation"),
}
LATE = timedelta(minutes=2)
MOST = 12


@dataclass(frozen=True)
class Failure:
    """`what` should have been done, in words."""

    undone: Undone
    what: Promise


@dataclass(frozen=True)
class Light:
    """`last_at` is None when housekeeping never ran."""

    last_at: datetime | None
    is_late: bool
    failures: list[Failure]

    @property
    def is_on(self) -> bool:
        return self.is_late or bool(self.failures)


def light(*, at: datetime) -> Light:
    last = HousekeepingRun.objects.values_list("ended_at", flat=True).first()
    is_late = last is None or at - last > LATE
    failures = [
        Failure(one, WHAT.get(one.task, _("to clear up")))
        for one in Undone.objects.all()[:MOST]
    ]
    return Light(last, is_late, failures)
