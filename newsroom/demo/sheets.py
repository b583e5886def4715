"""Match sheets: who played, who refereed, what happened in which minute."""

from datetime import date

from matches.models import Appearance, Match, MatchEvent, Person, Venue
from matches.models.event import MINUTES

from .files import document
from .tally import Tally, checked

PLAIN = ("attendance", "attendance_source", "home_formation", "away_formation")


def match_sheets() -> Tally:
    """Fills in matches that have no sheet yet; a sheet somebody began is theirs."""
    people = {person.full_name: person for person in Person.objects.all()}
    created = 0
    sheets = document("matches.json")
    for sheet in sheets:
        match = match_of(sheet)
        if match and not MatchEvent.history.filter(match_id=match.pk).exists():
            fill_in(match, sheet, people)
            created += 1
    return Tally(created=created, unchanged=len(sheets) - created)


def match(key: str) -> Match:
    return match_of(next(s for s in document("matches.json") if s["key"] == key))


def match_of(sheet) -> Match | None:
    return Match.objects.filter(
        home__slug=sheet["home"],
        away__slug=sheet["away"],
        kickoff_on=date.fromisoformat(sheet["day"]),
    ).first()


def fill_in(match, sheet, people):
    match.venue = Venue.objects.filter(slug=sheet.get("venue")).first()
    match.is_neutral = sheet.get("is_neutral", False)
    for name in PLAIN:
        setattr(match, name, sheet.get(name, getattr(match, name)))
    checked(match)
    for order, line in enumerate(appearances(match, sheet)):
        name = line.pop("name")
        captain = name in sheet.get("captains", [])
        checked(
            Appearance(
                match=match,
                person=people[name],
                order=order,
                is_captain=captain and line["part"] != "coach",
                **line,
            )
        )
    for sequence, event in enumerate(sheet["events"]):
        checked(match_event(match, event, people, sequence=sequence))


def appearances(match, sheet):
    sides = {"home": match.home, "away": match.away}
    for part, key in (("starter", "starters"), ("bench", "bench")):
        for side, names in sheet.get(key, {}).items():
            for name in names:
                yield {"name": name, "team": sides[side], "part": part}
    for side, name in sheet.get("coaches", {}).items():
        yield {"name": name, "team": sides[side], "part": "coach"}
    for part, name in sheet.get("officials", {}).items():
        yield {"name": name, "team": None, "part": part}


def match_event(match, event, people, *, sequence) -> MatchEvent:
    words = {
        name: event[name]
        for name in ("type", "reason", "note_fr", "note_en", "source")
        if name in event
    }
    return MatchEvent(
        match=match,
        team=match.home if event["side"] == "home" else match.away,
        person=people[event["person"]],
        second_person=people.get(event.get("second_person")),
        sequence=sequence,
        **clock(event.get("minute", "")),
        **words,
    )


def clock(minute: str) -> dict:
    """ "90+4" → second half, 90, 4; a shoot-out kick has no minute."""
    if not minute:
        return {"period": "PSO"}
    base, _plus, added = minute.partition("+")
    period = next(p for p, (_first, last) in MINUTES.items() if int(base) <= last)
    return {"period": period, "minute": int(base), "added": int(added or 0) or None}
