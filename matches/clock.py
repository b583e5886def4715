"""What the clock of a live match says, from its phase and since when that runs."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from .minutes import LONGEST, Minute
from .models import Match, Period

Phase = Match.Phase
RUNNING = {
    Phase.FIRST_HALF: (Period.FIRST_HALF, 0, 45),
    Phase.SECOND_HALF: (Period.SECOND_HALF, 45, 90),
    Phase.EXTRA_TIME: (Period.EXTRA_TIME_FIRST, 90, 105),
    Phase.EXTRA_TIME_SECOND: (Period.EXTRA_TIME_SECOND, 105, 120),
}
# By the plural categories of Unicode for ordinals: the browser picks from the same.
WORDS = {
    "fr": {
        "one": "{minute}re minute",
        "other": "{minute}e minute",
        "added": "{minute}e+{added}",
        "spoken": "{minute}e minute, plus {added}",
    },
    "en": {
        "one": "{minute}st minute",
        "two": "{minute}nd minute",
        "few": "{minute}rd minute",
        "other": "{minute}th minute",
        "added": "{minute}+{added}",
        "spoken": "{minute}th minute, plus {added}",
    },
}
ENGLISH = {1: "one", 2: "two", 3: "few"}


@dataclass(frozen=True)
class Clock:
    """A running clock: what the browser needs to let it tick on."""

    since: datetime
    before: int
    last: int
    period: str

    def minute(self, *, at: datetime) -> Minute | None:
        """The minute in course: 10:30 is in the 11th; None when it ran too long."""
        played = max(at - self.since, timedelta()) // timedelta(minutes=1)
        minute = self.before + played + 1
        if minute <= self.last:
            return Minute(self.period, minute)
        added = minute - self.last
        return Minute(self.period, self.last, added) if added <= LONGEST else None


def clock_of(match: Match) -> Clock | None:
    """The clock of `match`; None of a match that stands still or is not timed."""
    is_running = match.status == Match.Status.LIVE and match.phase in RUNNING
    if not is_running or match.phase_started_at is None:
        return None
    period, before, last = RUNNING[match.phase]
    return Clock(match.phase_started_at, before, last, period)


def minute_words(minute: int, added: int | None = None, *, language: str) -> str:
    """“33e minute”, “33rd minute”; “45e+2”, “45+2” in added time."""
    words = WORDS[language]
    if added:
        return words["added"].format(minute=minute, added=added)
    return words[ordinal(minute, language=language)].format(minute=minute)


def spoken_minute(minute: int, added: int | None = None, *, language: str) -> str:
    """The same for the ear: “45th minute, plus 2”."""
    if not added:
        return minute_words(minute, language=language)
    return WORDS[language]["spoken"].format(minute=minute, added=added)


def ordinal(number, *, language):
    if language == "fr":
        return "one" if number == 1 else "other"
    if number % 100 in {11, 12, 13}:
        return "other"
    return ENGLISH.get(number % 10, "other")


def clock_words(match: Match, *, language: str, at: datetime) -> str:
    """“33rd minute”, “90+4”; empty while no clock runs."""
    clock = clock_of(match)
    now = clock and clock.minute(at=at)
    return minute_words(now.minute, now.added, language=language) if now else ""
