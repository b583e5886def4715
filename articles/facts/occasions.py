"""Day, weekday, ground and town of the match, as the words have them."""

import re
from datetime import date, timedelta
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.embed_codes import NUMBERS
from articles.intake.evidence import DAY, WEEKDAY, WEEKDAYS
from articles.models import Check
from matches import dates
from matches.models import Venue
from matches.names import fold

from .context import ENDED, Case
from .records import pair
from .scores import FIGURES

WITH_WEEKDAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?=\d|[A-Z])", re.IGNORECASE
)
OTHER_DAY = re.compile(
    r"(?:\b(?:next|last|previous|following|before|after|until|since|on to|by)\s+"
    r"|prochain|dernier|suivant|précédent|depuis |avant |dès )",
    re.IGNORECASE,
)
NEXT = re.compile(r"\s?(?:prochaine?|dernière?|suivante?|précédente?)\b", re.IGNORECASE)
IN = re.compile(
    r"\)?(?:\s[\w’]+){0,3}?\s(?:(?:in|at|à|au|aux)\b|à l’)(?:\s(?:the|le|la)\b)?\s?",
    re.IGNORECASE,
)
ANY_DAY = re.compile(r"(?:\ba|\bun|\bevery|\bchaque|\w+ion de) $", re.IGNORECASE)
NEAREST = 45  # characters between a day and “beat”, “victoire”
LONGEST_DAY = timedelta(days=8)


def check(case: Case):
    """Kind 6."""
    yield from on_dates(case)
    yield from on_weekdays(case)
    yield from on_places(case)


def days(case) -> set[date]:
    """The days on which a linked club plays, as far as the record goes."""
    matches = [sheet.match for sheet in case.records.all] + case.records.around
    return {match.kickoff_on for match in matches if match.kickoff_on}


def on_dates(case):
    """A weekday that the date does not fall on; a day on which nobody played."""
    linked = [s.match.kickoff_on for s in case.records.sheets if s.match.kickoff_on]
    if not linked:
        return
    for sentence, found in case.text.find(DAY):
        on = written(found, linked[0])
        if on is None:
            continue
        before = case.text.text[sentence.start : found.start()]
        named = re.search(WEEKDAY.pattern + r",?\s$", before, re.IGNORECASE)
        if named and WEEKDAYS[named[1].lower()] != on.weekday():
            span = sentence.start + named.start(), found.end()
            says = _("%(day)s it is.") % {"day": told(on)}
            yield case.found(Check.OCCASION, span, says.capitalize(), on)
        elif is_wrong_day(case, sentence, found, on):
            yield wrong_day(case, found.span())


def is_wrong_day(case, sentence, found, on):
    before = case.text.text[max(0, found.start() - 16) : found.start()]
    is_other = OTHER_DAY.search(before) or on in days(case)
    return case.is_of_match(sentence) and not is_other


def written(found, near: date) -> date | None:
    """The day, in the year of `near` or of a match about then where none is told."""
    groups = found.groupdict()
    number = groups["day"] or groups["day2"] or groups["day3"]
    month = groups["month"] or groups["month2"]
    month = NUMBERS[month.lower()] if month else int(groups["month3"])
    year = groups["year"] or groups["year2"] or groups["year3"]
    try:
        on = date(int(year or near.year), month, int(number))
        if not year and abs(on - near) > timedelta(days=183):
            return on.replace(year=near.year + (1 if on < near else -1))
    except ValueError:
        return None
    return on


def on_weekdays(case):
    """“drew on Friday”, of a match that no Friday about then saw."""
    linked = [s.match.kickoff_on for s in case.records.sheets if s.match.kickoff_on]
    if not linked:
        return
    near = [
        on for on in days(case) if min(abs(on - day) for day in linked) <= LONGEST_DAY
    ]
    known = {on.weekday() for on in near}
    for sentence, found in case.text.find(WEEKDAY):
        before = case.text.text[max(0, found.start() - 16) : found.start()]
        after = case.text.text[found.end() : sentence.span.end]
        is_dated = DAY.match(after.lstrip(", ")) or NEXT.match(after)
        is_other = OTHER_DAY.search(before) or ANY_DAY.search(before)
        if is_dated or is_other or not is_near_end(case, sentence, found):
            continue
        is_other = WEEKDAYS[found[1].lower()] in known
        if not is_other and case.is_of_match(sentence):
            yield wrong_day(case, found.span())


def is_near_end(case, sentence, found):
    """Whether the day stands by the words that tell how the match ended."""
    start = max(sentence.start, found.start() - NEAREST)
    end = min(sentence.span.end, found.end() + NEAREST)
    return bool(ENDED.search(case.text.text, start, end))


def wrong_day(case, span):
    match = case.records.first
    says = _("The match was played on %(day)s.") % {"day": told(match.kickoff_on)}
    return case.found(Check.OCCASION, span, says, match.kickoff_on)


def told(on):
    return dates.day(on, language=get_language(), weekday=True)


class Places:
    """Grounds and towns by folded name."""

    def __init__(self):
        self.venues = list(Venue.objects.all())

    @cached_property
    def by_name(self) -> dict[str, set[int]]:
        found = {}
        for venue in self.venues:
            for name in names(venue):
                found.setdefault(fold(name), set()).add(venue.pk)
        return {name: pks for name, pks in found.items() if len(name) > 3}

    def at(self, case, start) -> tuple | None:
        """(end, grounds) of the place named at `start`, the longest name first."""
        for name in sorted(self.by_name, key=len, reverse=True):
            text = case.text.text[start : start + len(name) + 4]
            for end in range(len(text), len(name) - 1, -1):
                is_whole = not case.text.text[start + end : start + end + 1].isalpha()
                if is_whole and fold(text[:end]) == name:
                    return start + len(text[:end].rstrip(" ,.;)")), self.by_name[name]
        return None


def names(venue):
    given = (venue.name_fr, venue.name_en, venue.city_fr, venue.city_en)
    return [name for name in (*given, *venue.aliases.splitlines()) if name]


def on_places(case):
    """“1-1 in Bergamo”: the place right behind the score is where it was."""
    grounds = {s.match.venue_id for s in case.records.sheets if s.match.venue_id}
    if len(grounds) != len(case.records.sheets) or not grounds:
        return
    legs = {score for sheet in case.records.others for score in sheet.finals}
    places = Places()
    towns = {
        fold(city)
        for venue in places.venues
        if venue.pk in grounds
        for city in (venue.city_fr, venue.city_en)
        if city
    }
    same_town = {pk for town in towns for pk in places.by_name.get(town, ())}
    for sentence, found in case.text.find(FIGURES):
        joint = IN.match(case.text.text, found.end())
        if not joint or pair(int(found[1]), int(found[2])) in legs:
            continue
        place = places.at(case, joint.end())
        if place and not place[1] & (grounds | same_town):
            if case.is_doubtful(sentence):
                continue
            yield wrong_place(case, (joint.end(), place[0]))


def wrong_place(case, span):
    match = case.records.first
    says = _("The match was played at %(venue)s.") % {"venue": match.venue}
    return case.found(Check.OCCASION, span, says, f"venue {match.venue_id}")
