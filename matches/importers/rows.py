"""What every import format is read into."""

from dataclasses import dataclass
from datetime import date, time


class Refused(Exception):
    """The file cannot be taken as it is; `reasons` name the row and the field."""

    def __init__(self, *reasons: str):
        super().__init__("\n".join(reasons))
        self.reasons = list(reasons)


@dataclass(frozen=True)
class Row:
    """One match as a file tells it: names as spelled there, times without a zone.

    Scores are running scores (home, away) after 45, 90 and 120 minutes; the shoot-out
    counts its own kicks. None and "" mean that the file does not say.
    """

    place: str
    round: str
    day: date
    home: str
    away: str
    hour: time | None = None
    half_time: tuple[int, int] | None = None
    full_time: tuple[int, int] | None = None
    extra_time: tuple[int, int] | None = None
    shootout: tuple[int, int] | None = None
    status: str = ""

    @property
    def final_score(self):
        return self.extra_time or self.full_time
