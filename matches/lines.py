"""An event as a line of the timeline: its words, made once where lines share them."""

from dataclasses import dataclass
from functools import cached_property

from .clock import spoken_minute
from .event_words import details, is_struck, protagonist, title
from .minutes import ORDER
from .models import Match, MatchEvent, Person, Score
from .news import News, news_of
from .notation import clock, event_suffix, name


@dataclass(frozen=True)
class Line:
    """An event as the timeline tells it; `score` is the one a goal made."""

    event: MatchEvent
    key: str
    moment: tuple
    style: str
    clock: str
    spoken: str
    title: str
    is_struck: bool
    person: str
    url: str
    suffix: str
    details: list[str]
    team: str
    score: Score | None = None
    news: News | None = None

    def __getitem__(self, name):
        """Templates look here first, and an exception costs more than an answer."""
        return getattr(self, name)


@dataclass
class Teller:
    """Tells the events of `match` in `language`, the active one."""

    match: Match
    language: str
    is_live: bool

    def __post_init__(self):
        self.known, self.titles = {}, {}

    def line(self, event: MatchEvent, score: Score | None) -> Line:
        language = self.language
        person, url = self.person(protagonist(event))
        return Line(
            event=event,
            key=f"event-{event.pk}",
            moment=(ORDER[event.period], event.minute, event.added or 0, 0),
            style=self.style(event),
            clock=clock(event, language=language),
            spoken=spoken_minute(event.minute, event.added, language=language),
            title=self.title(event),
            is_struck=is_struck(event),
            person=person,
            url=url,
            suffix=event_suffix(event, language=language),
            details=details(event, language=language),
            team=self.teams.get(event.team_id, ""),
            score=score,
            news=self.news(event, score) if self.is_live else None,
        )

    def title(self, event):
        kind = event.type, bool(event.reason)
        if kind not in self.titles:
            self.titles[kind] = title(event)
        return self.titles[kind]

    def person(self, person: Person | None) -> tuple[str, str]:
        """Name and address."""
        if person is None:
            return "", ""
        if person.pk not in self.known:
            self.known[person.pk] = person.label, person.get_absolute_url()
        return self.known[person.pk]

    @cached_property
    def teams(self):
        sides = (self.match.home, self.match.away)
        return {team.pk: name(team, language=self.language) for team in sides}

    def style(self, event):
        """The classes of a line: what it is, for whom, and whether it counts."""
        marks = {
            "is-goal": event.is_goal,
            "is-struck": is_struck(event),
            "is-away": event.team_id == self.match.away_id,
        }
        held = "".join(f" {mark}" for mark, holds in marks.items() if holds)
        return f"timeline__event timeline__event--{event.type}{held}"

    def news(self, event, score):
        return news_of(self.match, event, score, language=self.language)
