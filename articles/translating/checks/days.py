"""Days, months, weekdays, years of a season and hours, as each language writes them."""

import re

from .figure import Figure, Reader, figure

MONTHS = {
    "fr": "janvier|janv,février|févr,mars,avril|avr,mai,juin,juillet|juil,août,"
    "septembre|sept,octobre|oct,novembre|nov,décembre|déc",
    "en": "January|Jan,February|Feb,March|Mar,April|Apr,May,June|Jun,July|Jul,"
    "August|Aug,September|Sept|Sep,October|Oct,November|Nov,December|Dec",
}
WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
NUMBER_OF = {
    name.lower(): number
    for names in MONTHS.values()
    for number, spelt in enumerate(names.split(","), 1)
    for name in spelt.split("|")
}
DAY_OF = {
    name.lower(): number
    for names in WEEKDAYS.values()
    for number, name in enumerate(names.split())
}
MONTH = {code: f"({names.replace(',', '|')})" for code, names in MONTHS.items()}
TH = "(?:st|nd|rd|th)?"
YEAR = r"(?:,? ((?:19|20)\d\d)\b)?"
DAY_FIRST = {
    "fr": re.compile(
        rf"(?<![\d.,-])(?:(\d{{1,2}})(?:er)?\s?(?:,|et|au|ou|-|–)\s?(?:le )?)?"
        rf"(\d{{1,2}})(?:er)? {MONTH['fr']}\b\.?{YEAR}",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"(?<![\d.,-])(?:(\d{{1,2}}){TH}\s?(?:and|to|or|,|-|–)\s?(?:the )?)?"
        rf"(\d{{1,2}}){TH}(?: of)? {MONTH['en']}\b\.?{YEAR}"
    ),
}
MONTH_FIRST = re.compile(
    rf"\b{MONTH['en']}\b\.? (\d{{1,2}}){TH}"
    rf"(?:\s?(?:and|to|or|-|–)\s?(\d{{1,2}}){TH})?(?![\w-]){YEAR}"
)
ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)?\d\d)(?![\d/])")
SEASON = re.compile(r"(?<![\d-])((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)(?![\d-])")
# Whole names: “sept” is a number, “May” and “March” begin many a sentence.
WHOLE = {
    code: "|".join(spelt.split("|")[0] for spelt in names.split(","))
    for code, names in MONTHS.items()
}
MONTH_ALONE = {
    "fr": re.compile(rf"\b({WHOLE['fr']})\b", re.IGNORECASE),
    "en": re.compile(rf"\b(?!May\b|March\b)({WHOLE['en']})\b|\b[Ii]n (May|March)\b"),
}
WEEKDAY = {
    "fr": re.compile(rf"\b({WEEKDAYS['fr'].replace(' ', '|')})s?\b", re.IGNORECASE),
    "en": re.compile(rf"\b({WEEKDAYS['en'].replace(' ', '|')})s?\b"),
}


def read_days(reader: Reader, language: str) -> None:
    reader.read(ISO, lambda m: [dated(m, m[3], m[2], m[1])])
    reader.read(SLASHED, slashed)
    reader.read(SEASON, season)
    for pattern in DAY_FIRST.values():
        reader.read(pattern, lambda m: days(m, (m[1], m[2]), m[3], m[4]))
    reader.read(MONTH_FIRST, lambda m: days(m, (m[2], m[3]), m[1], m[4]))
    reader.read(WEEKDAY[language], weekday)
    reader.read(MONTH_ALONE[language], month)


def dated(match, day, month, year="") -> Figure:
    value = ("date", int(day), int(month))
    end = match.start() + len(match.group().rstrip("."))
    label = str(year or "")
    return Figure(match.start(), end, "date", frozenset([value]), label)


def days(match, numbers, name, year):
    """A figure for each of the days before, or behind, one month."""
    month = NUMBER_OF[name.lower()]
    known = [int(one) for one in numbers if one]
    if all(1 <= day <= 31 for day in known):
        return [dated(match, day, month, year) for day in known]
    return []


def slashed(match):
    """2/5/2024 may be a day of May, or of February."""
    first, second, year = match.groups()
    year = year if len(year) == 4 else f"20{year}"
    values = [("date", int(first), int(second)), ("date", int(second), int(first))]
    return [figure(match, "date", *values, label=year)]


def season(match):
    """2023-2024, 2023/24, 2023-24; other pairs of years are two years."""
    first, second = int(match[1]), int(match[2])
    if second % 100 != (first + 1) % 100:
        return []
    also = ("n", first), ("n", first + 1)
    return [figure(match, "season", ("season", first), *also, label=str(first))]


def weekday(match):
    value = ("weekday", DAY_OF[match[1].lower()])
    return [figure(match, "weekday", value, is_soft=True)]


def month(match):
    name = next(group for group in match.groups() if group)
    value = ("month", NUMBER_OF[name.lower()])
    return [figure(match, "month", value, is_soft=True)]
