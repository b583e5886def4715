"""Football.TXT's date lines: "Thu Apr/18", "[Sat Aug/19]", "2024-05-02", "18 Apr 2024".

The year is written only when it changes. A season of two years runs from July to
June; past its end (or with no season known) the nearest date to the last one is meant.
"""

import re
from dataclasses import dataclass
from datetime import date

from .rows import Refused
from .seasons import Years
from .values import shown

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun"]
MONTHS += ["jul", "aug", "sep", "oct", "nov", "dec"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
WRITTEN = re.compile(
    rf"\[?(?:(?P<weekday>{'|'.join(WEEKDAYS)})[a-z]{{0,6}}\.?,?\s+)?"
    rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<month>{MONTH})[/ ]\s?(?P<day>\d\d?)"
    rf"|(?P<day_first>\d\d?)\.?[/ ]\s?(?P<month_last>{MONTH}))"
    r"(?:,?[/ ]\s?(?P<year>[12]\d{3}))?(?![\d:.'’+/-])\]?",
    re.ASCII | re.IGNORECASE,
)


@dataclass
class Calendar:
    """Which day a date line means, after those before it."""

    season: Years = Years()
    last: date | None = None

    def day(self, written: re.Match) -> date:
        """The day of a match of WRITTEN; raises Refused."""
        year = written["year"] and int(written["year"])
        try:
            if written["iso"]:
                self.last = date.fromisoformat(written["iso"])
            else:
                self.last = self.dated(year, *month_and_day(written))
        except ValueError as error:
            raise Refused(f"{shown(written[0])} is not a day") from error
        return self.last

    def dated(self, year, month, day):
        years = [year] if year else self.years(month)
        if not years:
            raise ValueError("no year")
        return min(days_of(years, month, day), key=self.distance)

    def years(self, month):
        """The years that may be meant."""
        if self.last and not self.is_within_season(self.last):
            return [self.last.year - 1, self.last.year, self.last.year + 1]
        if self.season.is_split:
            return [self.season.first + (month < 7)]
        return [self.season.first] if self.season.first else []

    def is_within_season(self, day):
        if not self.season.is_split:
            return day.year == self.season.first
        first = self.season.first
        return (first, 7) <= (day.year, day.month) < (first + 1, 7)

    def distance(self, day):
        return abs((day - self.last).days) if self.last else 0


def days_of(years, month, day):
    """The days that exist; raises ValueError when none does."""
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError("no such day")
    return found


def month_and_day(written):
    month = (written["month"] or written["month_last"])[:3].lower()
    return MONTHS.index(month) + 1, int(written["day"] or written["day_first"])


def wrong_weekday(written: re.Match, day: date) -> str:
    """What to say when the line's weekday is not that of `day`; "" when it is."""
    told = (written["weekday"] or "").lower()
    real = WEEKDAYS[day.weekday()]
    if not told or told == real:
        return ""
    return f"{day:%Y-%m-%d} is a {real.title()}, the line says {told.title()}"
