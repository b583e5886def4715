"""Hours of the day: 21 h, 20h45, 21 heures, 21:00, 9pm, 8.45 p.m., 9 o’clock, midi."""

import re

from .figure import Reader, figure
from .spelling_out import CARDINALS

DAY = 24 * 60
WORDS = {"midi": 720, "minuit": 0, "noon": 720, "midday": 720, "midnight": 0}
NAMED = re.compile(r"\b(midi|minuit|noon|midday|midnight)\b", re.IGNORECASE)
FRENCH = re.compile(r"(?<![\d.,:+-])([01]?\d|2[0-4]) ?h(?:(?: ?([0-5]\d))?)(?!\w)")
HEURES = re.compile(
    r"\b(?:(?:à|vers|dès|avant|après|jusqu’à|de|et) )?(\d\d?) heures(?: (\d\d))?\b",
    re.IGNORECASE,
)
COLON = re.compile(r"(?<![\d:.,-])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")
TWELVE = re.compile(
    r"(?<![\d.,:+-])(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?([ap])(?:\.m\.|m\b)",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b(1[0-2]|[1-9]) o’clock\b", re.IGNORECASE)
POINT = re.compile(
    r"\b(?:at|from|until|around|before|after) ([01]?\d|2[0-3])\.([0-5]\d)(?![\d%])"
    r"|(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?= (?:BST|GMT|CES?T|local|UK|kick-?off))"
)
TWELVES = list(CARDINALS["en"])[1:13]
PAST = re.compile(
    rf"\b(half past|quarter past|quarter to) ({'|'.join(TWELVES)})\b", re.IGNORECASE
)
SHIFT = {"half past": 30, "quarter past": 15, "quarter to": -15}


def read_hours(reader: Reader) -> None:
    """Either language's ways are read in both: a wrong one is for typography."""
    reader.read(TWELVE, twelve)
    reader.read(COLON, hour)
    reader.read(FRENCH, french)
    reader.read(HEURES, heures)
    reader.read(CLOCK, lambda m: [either(m, int(m[1]) * 60)])
    reader.read(POINT, point)
    reader.read(PAST, past)
    reader.read(NAMED, lambda m: [at(m, WORDS[m[1].lower()])])


def at(match, *minutes, **told):
    return figure(match, "hour", *(("hour", one % DAY) for one in minutes), **told)


def either(match, minutes):
    """Before or after noon, the words do not say."""
    return at(match, minutes, minutes + DAY // 2)


def hour(match):
    return [at(match, int(match[1]) * 60 + int(match[2] or 0))]


def heures(match):
    """“21 heures”, “à 9 heures”; “48 heures” and “9 heures” alone are how long."""
    is_told = " heures" in match.group() and not match.group()[0].isdecimal()
    is_late = 12 < int(match[1]) < 24
    return hour(match) if is_late or (is_told and int(match[1]) < 24) else []


def french(match):
    """“2 h”, “1 h 30” may as well be how long it took."""
    minutes = int(match[1]) * 60 + int(match[2] or 0)
    return [at(match, minutes, is_soft=minutes < 7 * 60)]


def twelve(match):
    minutes = int(match[1]) % 12 * 60 + int(match[2] or 0)
    return [at(match, minutes + (DAY // 2 if match[3] in "pP" else 0))]


def point(match):
    first, second = (group for group in match.groups() if group)
    minutes = int(first) * 60 + int(second)
    return [either(match, minutes) if minutes < DAY // 2 else at(match, minutes)]


def past(match):
    minutes = CARDINALS["en"][match[2].lower()] * 60 + SHIFT[match[1].lower()]
    return [either(match, minutes)]
