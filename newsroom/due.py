"""Whether what is due is done: the light on the desk's front page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from articles.models import HousekeepingRun, Undone

LATE = timedelta(minutes=2)
MOST = 12


@dataclass(frozen=True)
class Light:
    """`last_at` is None when housekeeping never ran; `undone` are those that failed."""

    last_at: datetime | None
    is_late: bool
    undone: list[Undone]

    @property
    def is_on(self) -> bool:
        return self.is_late or bool(self.undone)


def light(*, at: datetime) -> Light:
    last = HousekeepingRun.objects.values_list("ended_at", flat=True).first()
    is_late = last is None or at - last > LATE
    return Light(last, is_late, list(Undone.objects.all()[:MOST]))
