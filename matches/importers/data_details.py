"""What football-data.org tells of a match beyond its score.

Nothing here refuses a match: a detail that is not understood is left out, and noted.
"""

from collections.abc import Iterator

from matches.minutes import Minute, parse_minute
from matches.models import Appearance, MatchEvent, Period

from . import values
from .rows import Incident, Part, Refused

Type = MatchEvent.Type
GOALS = {
    "REGULAR": Type.GOAL,
    "OWN": Type.OWN_GOAL,
    "PENALTY": Type.PENALTY_GOAL,
}
CARDS = {
    "YELLOW": Type.YELLOW_CARD,
    "YELLOW_RED": Type.SECOND_YELLOW,
    "RED": Type.RED_CARD,
}
OFFICIALS = {
    "REFEREE": Appearance.Part.REFEREE,
    "ASSISTANT_REFEREE_N1": Appearance.Part.ASSISTANT_1,
    "ASSISTANT_REFEREE_N2": Appearance.Part.ASSISTANT_2,
    "FOURTH_OFFICIAL": Appearance.Part.FOURTH,
    "VIDEO_ASSISTANT_REFEREE_N1": Appearance.Part.VAR,
    "VIDEO_ASSISTANT_REFEREE_N2": Appearance.Part.AVAR,
}
LINE_UPS = {"lineup": Appearance.Part.STARTER, "bench": Appearance.Part.BENCH}


class LeftOut(Exception):
    """A detail that cannot be told."""


def read(match: dict, scores: dict) -> dict:
    """The fields of a Row for what happened and who took part, with notes."""
    reader = Details(match, extra_time="extra_time" in scores)
    return {
        "incidents": tuple(reader.incidents()),
        "parts": tuple(reader.parts()),
        "attendance": reader.attendance(),
        "venue": reader.text(match.get("venue"), most=120),
        "home_formation": reader.formation("homeTeam"),
        "away_formation": reader.formation("awayTeam"),
        "notes": tuple(reader.notes),
    }


class Details:
    def __init__(self, match, *, extra_time):
        self.match, self.extra_time, self.notes = match, extra_time, []
        self.running = (0, 0)

    def incidents(self) -> Iterator[Incident]:
        readers = {
            "goals": self.goal,
            "bookings": self.booking,
            "substitutions": self.substitution,
            "penalties": self.kick,
        }
        for key, read_one in readers.items():
            for index, told in enumerate(self.listed(key)):
                yield from self.kept(read_one, told, f"{key}[{index}]")

    def listed(self, key):
        value = self.match.get(key)
        return value if isinstance(value, list) else []

    def kept(self, read_one, told, place):
        try:
            if not isinstance(told, dict):
                raise LeftOut
            found = read_one(told)
        except (LeftOut, Refused, ValueError):
            self.notes.append(f"{place} is not understood and left out")
        else:
            yield from [found] if found else []

    def goal(self, told):
        return Incident(
            kind(GOALS, told.get("type") or "REGULAR"),
            self.gaining_side(told),
            self.minute(told),
            *person(told.get("scorer")),
            *person(told.get("assist")),
        )

    def gaining_side(self, told):
        """By the running score where it is told: own goals are then beyond doubt."""
        score = told.get("score")
        if isinstance(score, dict):
            before, self.running = self.running, (score.get("home"), score.get("away"))
            gained = [now != was for now, was in zip(self.running, before, strict=True)]
            if sum(gained) == 1:
                return "home" if gained[0] else "away"
        return self.side(told)

    def booking(self, told):
        card = str(told.get("card")).removesuffix("_CARD")
        who = person(told.get("player"))
        return Incident(kind(CARDS, card), self.side(told), self.minute(told), *who)

    def substitution(self, told):
        off, on = person(told.get("playerOut")), person(told.get("playerIn"))
        side = self.side(told)
        return Incident(Type.SUBSTITUTION, side, self.minute(told), *off, *on)

    def kick(self, told):
        if told.get("type") == "MATCH":
            return None
        is_in = told.get("scored")
        if not isinstance(is_in, bool):
            raise LeftOut
        type_ = Type.SHOOTOUT_SCORED if is_in else Type.SHOOTOUT_MISSED
        at = Minute(Period.SHOOTOUT, None)
        return Incident(type_, self.side(told), at, *person(told.get("player")))

    def minute(self, told):
        minute, added = told.get("minute"), told.get("injuryTime")
        if type(minute) is not int:
            raise LeftOut
        text = f"{minute}+{added}" if type(added) is int and added > 0 else f"{minute}"
        return parse_minute(text, extra_time=self.extra_time)

    def side(self, told):
        number = number_of(told.get("team"))
        for side in ("home", "away"):
            if number and number == number_of(self.match.get(f"{side}Team")):
                return side
        raise LeftOut

    def parts(self) -> Iterator[Part]:
        for index, told in enumerate(self.listed("referees")):
            yield from self.kept(self.official, told, f"referees[{index}]")
        for side in ("home", "away"):
            yield from self.line_up(side)

    def official(self, told):
        part = OFFICIALS.get(str(told.get("type") or "REFEREE"))
        return Part(part, *person(told)) if part and told.get("name") else None

    def line_up(self, side):
        team = self.match.get(f"{side}Team")
        for key, part in LINE_UPS.items():
            listed = team.get(key) if isinstance(team, dict) else None
            for told in listed if isinstance(listed, list) else []:
                yield from self.kept(
                    lambda told, part=part: self.player(told, part, side), told, key
                )
        coach = team.get("coach") if isinstance(team, dict) else None
        if isinstance(coach, dict) and coach.get("name"):
            part = Appearance.Part.COACH
            yield from self.kept(
                lambda told: Part(part, *person(told), side), coach, "coach"
            )

    def player(self, told, part, side):
        shirt = told.get("shirtNumber")
        shirt = shirt if type(shirt) is int and 0 < shirt < 100 else None
        position = self.text(told.get("position"), most=20)
        name, known_as = person(told)
        if not name:
            raise LeftOut
        return Part(part, name, known_as, side, shirt, position)

    def attendance(self):
        value = self.match.get("attendance")
        return value if type(value) is int and 0 < value < 1_000_000 else None

    def formation(self, key):
        team = self.match.get(key)
        told = team.get("formation") if isinstance(team, dict) else ""
        return self.text(told, most=12)

    def text(self, value, *, most):
        try:
            return values.name(value, "text")[:most] if value else ""
        except Refused:
            return ""


def kind(known, value):
    try:
        return known[value]
    except (KeyError, TypeError) as error:
        raise LeftOut from error


def person(value):
    """(name, number) of a person; ("", "") when nobody is named."""
    if not isinstance(value, dict) or not value.get("name"):
        return "", ""
    return values.name(value["name"], "name"), number_of(value)


def number_of(value):
    number = value.get("id") if isinstance(value, dict) else None
    return str(number) if type(number) is int and 0 < number < 10**18 else ""
