"""Days and hours as each language writes them (domain: house typography)."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import override

SPACE = "\u00a0"


@lru_cache(maxsize=512)  # a page of quotes says the same day a hundred times
def day(moment: date, *, language: str, weekday: bool = False) -> str:
    """“jeudi 2 mai 2024”, “Thursday 2 May 2024”; in French only the 1st is ordinal."""
    with override(language):
        number = "1er" if language == "fr" and moment.day == 1 else str(moment.day)
        text = f"{number}{SPACE}{MONTHS[moment.month]} {moment.year}"
        return f"{WEEKDAYS[moment.weekday()]} {text}" if weekday else text


def hour(moment: datetime, *, language: str, zone: ZoneInfo) -> str:
    """“21 h”, “20 h 45” in French, “21:00” in English, in `zone`."""
    local = moment.astimezone(zone)
    if language != "fr":
        return f"{local:%H:%M}"
    minutes = f"{SPACE}{local:%M}" if local.minute else ""
    return f"{local.hour}{SPACE}h{minutes}"


def day_and_hour(moment: datetime, *, language: str, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    joint = " à " if language == "fr" else ", "
    written = hour(moment, language=language, zone=zone)
    return f"{day(local, language=language)}{joint}{written}"


def kickoff(match, *, language: str) -> str:
    """Day and hour on the venue's clock, then on the readers' where it differs.

    Both places are named then: “20:00 in Dublin (21:00 in Paris)”.
    """
    if match.kickoff_on is None:
        return ""
    written = day(match.kickoff_on, language=language, weekday=True)
    if match.kickoff_at is None:
        return written
    there = hour(match.kickoff_at, language=language, zone=match.zone)
    readers = ZoneInfo(settings.EDITION_TIME_ZONES[language])
    here = hour(match.kickoff_at, language=language, zone=readers)
    other_day = match.kickoff_at.astimezone(readers).date()
    if here == there and other_day == match.kickoff_on:
        return f"{written}, {there}"
    joint = "à" if language == "fr" else "in"
    here = f"{here} {joint} {city(readers)}"
    if other_day != match.kickoff_on:
        here = f"{here}, {day(other_day, language=language, weekday=True)}"
    return f"{written}, {there} {joint} {place(match)} ({here})"


def place(match):
    """Whose clock the venue's is: its city, else the city that names its zone."""
    return (match.venue and match.venue.city) or city(match.zone)


def city(zone):
    return zone.key.rpartition("/")[2].replace("_", " ")
