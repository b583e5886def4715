"""openfootball's Football.TXT: rounds, dates, matches and goals, a line each.

A time holds for the lines below it until the next date. What a match page has no place
for (line-ups, cards) is left out with a note; a line that is none of these is refused.
"""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

from matches.models import Competition

from . import rounds, seasons, txt_dates, txt_goals, txt_scores, values
from .rows import Part, Refused, Row, Rows
from .values import shown

HEADING = re.compile(r"(?:(?P<mark>[▪»•::]+|={2,})\s*)(?P<name>.*?)[\s=]*")
TIME = re.compile(
    r"(?P<hour>\d\d?)[.:h](?P<minute>\d\d)(?:\s*UTC(?P<zone>[+-]\d\d?))?(?=\s|$)"
)
NUMBER = re.compile(r"\(\d{1,3}\)\s+")
VERSUS = re.compile(r"\s+(?:v|vs\.?|[–-])\s+")
BRACKET = re.compile(r"\s*\[([^\[\]]*)\]")
BARE_STATUS = re.compile(r"(?:\s{2,}|(?<=[\d)])\s+|^)\(?([A-Za-z][A-Za-z./]*)\)?\s*$")
LABEL = re.compile(r"(?P<label>[^\W\d][^:]{0,60}):(?:\s+|$)(?P<told>.*)")
TOLD = re.compile(
    r"(Referee|Attendance|Att)s?\.?:\s*(.*?)(?=\s{2,}\S|\s+[|·]|\s+\w+:|,\s*\w+:|$)"
)
STATUSES = {
    "awarded": "awarded",
    "awd": "awarded",
    "walkover": "walkover",
    "wo": "walkover",
    "cancelled": "cancelled",
    "canceled": "cancelled",
    "annulled": "cancelled",
    "np": "cancelled",
    "postponed": "postponed",
    "ppd": "postponed",
    "abandoned": "abandoned",
    "abd": "abandoned",
    "suspended": "suspended",
}


def read(text: str, *, season: str = "") -> Rows:
    """The rows of a file; raises Refused with every line it cannot take.

    `season` ("2023/24") tells the years when the file's title does not.
    """
    reader = Reader(season)
    for number, line in enumerate(text.split("\n"), start=1):
        reader.read(line, f"line {number}")
    if not reader.rows and not reader.reasons:
        reader.reasons = ["no match in it: this is not a Football.TXT file"]
    if reader.reasons:
        raise Refused(*reader.reasons)
    return reader.rows


class Reader:
    """What the lines so far tell of the next one."""

    def __init__(self, season):
        self.rows, self.reasons = Rows(), []
        self.asked = season
        self.calendar = txt_dates.Calendar(seasons.read(season))
        self.headings, self.day, self.time, self.zone = [], None, None, None
        self.goals, self.is_in_details, self.wrong_day = "", False, ""

    def read(self, line, place):
        line = re.sub(r"(?:^|\s)#.*", "", line).strip()
        self.is_in_details = self.is_in_details and bool(line)
        try:
            self.take(line, place) if line else self.end_goals()
        except Refused as refused:
            self.reasons += [with_place(reason, place) for reason in refused.reasons]

    def take(self, line, place):
        if self.goals:
            return self.take_goals(line)
        if line.startswith("=") and not line.startswith("=="):
            return self.take_title(line, place)
        if heading := HEADING.fullmatch(line):
            return self.take_heading(heading["mark"], heading["name"])
        if self.rows and line[0] in "([" and not self.is_dated(line):
            return self.take_goals(line)
        return self.take_rest(line, place)

    def is_dated(self, line):
        return bool(txt_dates.WRITTEN.match(line) or NUMBER.match(line))

    def take_rest(self, line, place):
        line = self.take_date(NUMBER.sub("", line, count=1), place)
        if not line:
            return
        if self.is_match(line):
            self.rows.append(self.row(line, place))
        elif is_round(line):
            self.take_heading("", line.rstrip(":"))
        else:
            self.take_words(line, place)

    def take_words(self, line, place):
        if LABEL.match(line) or self.is_in_details:
            self.take_details(line)
        elif not re.match(r"Group \w+ *\|", line):
            raise Refused(f"{place}: {shown(line)} is no line of Football.TXT")

    def take_title(self, line, place):
        """A title begins anew; the years are those asked for, else the title's."""
        seasons.refuse_other(line, asked=self.asked, place=place)
        years = seasons.read(self.asked)
        self.calendar = txt_dates.Calendar(years if years.first else seasons.read(line))
        self.headings, self.day, self.time, self.is_in_details = [], None, None, False

    def take_heading(self, mark, name):
        """ "▪▪ Matchday 1" stands under "▪ Group A"; "▪ Group B" replaces both."""
        depth = 1 if len(mark) > 1 and mark[0] == "▪" else 0
        self.headings = [*self.headings[:depth], values.name(name, "round")]
        self.is_in_details, self.time = False, None

    def take_date(self, line, place):
        """The rest of the line, once its date is read; all of it when it has none."""
        written = txt_dates.WRITTEN.match(line)
        if not written:
            return line
        self.day = self.calendar.day(written)
        self.time, self.zone, self.is_in_details = None, None, False
        self.wrong_day = txt_dates.wrong_weekday(written, self.day)
        rest = line[written.end() :].strip()
        if (hour := TIME.match(rest)) and hour.end() == len(rest):
            self.take_time(hour, place)
            return ""
        return rest

    def take_time(self, hour, place):
        if int(hour["hour"]) > 23 or int(hour["minute"]) > 59:
            raise Refused(f"{place}: {shown(hour[0])} is not a time like 21:00")
        self.time = time(int(hour["hour"]), int(hour["minute"]))
        self.zone = hour["zone"] and timezone(timedelta(hours=int(hour["zone"])))

    def is_match(self, line):
        line = line.partition(" @ ")[0]
        if VERSUS.search(line) and not LABEL.match(TIME.sub("", line, count=1)):
            return True
        score = txt_scores.SCORE.search(line)
        return bool(score and score.start() and line[score.end() :].strip())

    def row(self, line, place):
        if hour := TIME.match(line):
            self.take_time(hour, place)
            line = line[hour.end() :].strip()
        if not self.day:
            raise Refused(f"{place}: no date above this match")
        if not self.headings:
            raise Refused(f"{place}: no round above this match")
        line, _at, venue = line.partition(" @ ")
        line, status, notes = status_of(f"{line} {' '.join(BRACKET.findall(venue))}")
        home, away, scores = sides(line, place)
        at = self.time and self.zone and datetime.combine(self.day, self.time)
        return Row(
            place=place,
            round=", ".join(self.headings),
            day=self.day,
            hour=self.time,
            instant=at and at.replace(tzinfo=self.zone),
            home=values.name(home, place),
            away=values.name(away, place),
            venue=BRACKET.sub("", venue).strip()[:120],
            status="awarded" if status == "walkover" else status,
            is_walkover=status == "walkover",
            source="football.txt",
            notes=tuple(filter(None, [self.wrong_day, *notes])),
            **scores,
        )

    def take_goals(self, line):
        """Goals may go on over several lines, until their bracket closes."""
        self.goals = f"{self.goals} {line}".strip()
        opened = sum(self.goals.count(bracket) for bracket in "([")
        if opened <= sum(self.goals.count(bracket) for bracket in ")]"):
            self.end_goals()

    def end_goals(self):
        if not self.goals:
            return
        text, self.goals = self.goals, ""
        row = self.rows[-1]
        try:
            goals = txt_goals.read(
                text[1:-1],
                score=row.final_score,
                extra_time=bool(row.extra_time),
            )
            self.change(incidents=(*row.incidents, *goals))
        except txt_goals.NotGoals:
            self.note(f"{shown(text)} is not read as goals and left out")

    def take_details(self, line):
        """The referee and the attendance are read; line-ups and cards are left out."""
        if not self.rows:
            raise Refused(f"{shown(line)} stands above any match")
        self.is_in_details = True
        left_out = TOLD.sub("", line).strip(" ,;|·")
        for label, told in TOLD.findall(line):
            self.take_detail(label, told)
        if left_out:
            self.note("line-ups, cards or other details are left out")

    def take_detail(self, label, told):
        if label != "Referee":
            figure = re.sub(r"[\s_,.’']", "", told)
            if figure.isdecimal() and int(figure) < 1_000_000:
                self.change(attendance=int(figure))
            return None
        try:
            name = values.name(re.sub(r"\s*\(.*", "", told), "referee")
        except Refused:
            return self.note(f"the referee {shown(told)} is left out")
        return self.change(parts=(Part("referee", name),))

    def change(self, **told):
        self.rows[-1] = replace(self.rows[-1], **told)

    def note(self, said):
        if said not in self.rows[-1].notes:
            self.change(notes=(*self.rows[-1].notes, said))


def with_place(reason, place):
    return reason if reason.startswith(place) else f"{place}: {reason}"


def is_round(line):
    try:
        rounds.read(line.rstrip(":"), competition=Competition.Kind.LEAGUE)
    except Refused:
        return False
    return True


def status_of(line):
    """The line without its remarks; the status they tell; what else they say."""
    status, notes = "", []
    bare = BARE_STATUS.search(BRACKET.sub("", line))
    remarks = BRACKET.findall(line)
    line = BRACKET.sub("", line).rstrip()
    if bare and status_word(bare[1])[0] in STATUSES:
        remarks.append(bare[1])
        line = line[: bare.start()]
    for remark in remarks:
        word, is_whole = status_word(remark)
        status = STATUSES.get(word, status)
        if word not in STATUSES:
            notes.append(f"{shown(remark)} is left out")
        elif not is_whole:
            notes.append(f"{shown(remark)} is read as {STATUSES[word]}")
    return line, status, notes


def status_word(remark):
    """Its first word, "w/o" and "n.p." taken for one, and whether that is all."""
    first, *others = re.split(r"[\s;:,(]+", remark.strip())
    return re.sub(r"\W", "", first).lower(), not any(others)


def sides(line, place):
    """(home, away, scores) of "A v B 1-0 (0-0)", and of "A 1-0 (0-0) B"."""
    score = txt_scores.SCORE.search(line)
    versus = VERSUS.search(line)
    scores = txt_scores.read(score[0], place) if score else {}
    if versus and (not score or versus.end() <= score.start()):
        away = line[versus.end() : score.start() if score else None]
        rest = line[score.end() :].strip() if score else ""
        if rest:
            raise Refused(f"{place}: {shown(rest)} after the score is not understood")
        return line[: versus.start()], re.sub(r"\s+[-–?:]+$", "", away.strip()), scores
    return line[: score.start()], line[score.end() :], scores
