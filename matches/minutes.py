"""The minute of an event, as sources write it: 11', 45e+2, 90'+9, 27' st, 92.

The minute is capped at the last of its period; what comes after is `added`. A clock at
10:30 is in its 11th minute.
"""

import re
from typing import NamedTuple

from .models import MatchEvent, Period
from .models.event import MINUTES

ORDER = {period: number for number, period in enumerate(Period.values)}
HALVES = {"pt": Period.FIRST_HALF, "st": Period.SECOND_HALF}
LONGEST = 30
MARKS = "'’′"
WRITTEN = re.compile(
    rf"(?P<minute>\d{{1,3}})(?:st|nd|rd|th|re|er|ème|eme|e)?[{MARKS}]?"
    rf"(?:\+(?P<added>\d{{1,2}})[{MARKS}]?)?"
    r"(?:\s+(?P<half>pt|st))?"
)
TYPE = re.compile(rf"(?<=[\d{MARKS}])\s*(?:og|pen\.?|p)$|^\((.*)\)$")


class Minute(NamedTuple):
    period: str
    minute: int
    added: int | None = None

    @property
    def place(self):
        """What sorts 45 < 45+2 < 46 and 90+4 < 91."""
        return ORDER[self.period], self.minute, self.added or 0


def parse_minute(
    text: str, *, extra_time: bool = False, period: str | None = None
) -> Minute:
    """The minute that `text` writes; raises ValueError when it writes none.

    Past 90 the clock is in extra time when `extra_time`, else in time added to the
    second half. `period` settles what the figure alone leaves open.
    """
    bare = TYPE.sub(r"\1", text.strip().casefold()).strip()
    written = WRITTEN.fullmatch(TYPE.sub(r"\1", bare).strip())
    if not written:
        raise ValueError(f"“{text}” is not a minute")
    minute = int(written["minute"])
    if written["half"]:
        period = HALVES[written["half"]]
        minute += MINUTES[period][0] - 1
    period = period or period_of(minute, extra_time=extra_time)
    added = int(written["added"]) if written["added"] else None
    return within(period, minute, added, text)


def period_of(minute, *, extra_time):
    """The period in which the clock shows `minute`; 90 and more is still the second."""
    last = 120 if extra_time else 90
    for period, (first, final) in MINUTES.items():
        if first <= minute <= min(final, last):
            return period
    return Period.EXTRA_TIME_SECOND if extra_time else Period.SECOND_HALF


def within(period, minute, added, text):
    """Minutes past the end of the period become added time; raises ValueError."""
    first, last = MINUTES.get(period, (1, 0))
    beyond = minute - last
    if beyond > 0 and added is None:
        minute, added = last, beyond
    is_whole = added is None or (minute == last and 0 < added <= LONGEST)
    if not first <= minute <= last or not is_whole:
        raise ValueError(f"“{text}” is not a minute of this period")
    return Minute(period, minute, added)


def minute_of(event: MatchEvent) -> Minute:
    return Minute(event.period, event.minute, event.added)
