"""The story of a match, chapter by chapter: its events and what clubs posted."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

from .lines import Line, Teller
from .models import Match, MatchEvent, Period, Score, Team

Type, Phase, Status = MatchEvent.Type, Match.Phase, Match.Status
UNTOLD = {
    Type.BIG_CHANCE,
    Type.SAVE,
    Type.INJURY,
    Type.PERIOD_START,
    Type.PERIOD_END,
}
PERIODS = {
    "first_half": (Period.FIRST_HALF,),
    "second_half": (Period.SECOND_HALF,),
    "extra_time": (Period.EXTRA_TIME_FIRST, Period.EXTRA_TIME_SECOND),
    "shootout": (Period.SHOOTOUT,),
}
CHAPTERS = [*PERIODS]
# phase → (the chapter it belongs to, whether that one is over)
PHASES = {
    Phase.FIRST_HALF: (0, False),
    Phase.HALF_TIME: (0, True),
    Phase.SECOND_HALF: (1, False),
    Phase.EXTRA_TIME_BREAK: (1, True),
    Phase.EXTRA_TIME: (2, False),
    Phase.EXTRA_TIME_HALF_TIME: (2, False),
    Phase.EXTRA_TIME_SECOND: (2, False),
    Phase.SHOOTOUT: (3, False),
}


@dataclass(frozen=True)
class Posted:
    """A post of a club, at the minute it gives."""

    post: object

    @property
    def moment(self):
        return *self.post.moment, 1


class Kick(NamedTuple):
    """One of a shoot-out."""

    event: MatchEvent
    team: Team | None


@dataclass(frozen=True)
class Chapter:
    """A period; `ending` says its score once it is over, kicks are of a shoot-out."""

    key: str
    title: str
    ending: str = ""
    entries: list[Line | Posted] = field(default_factory=list)
    kicks: list[Kick] = field(default_factory=list)


def timeline(match: Match, events: list[MatchEvent], posts, *, language: str):
    """The chapters `match` has reached; those of a live match with the latest first.

    `events` come in order, `posts` give the minute they claim. A match of which
    nothing is told has no chapter, unless it is being played.
    """
    entries = in_order(match, events, posts, language=language)
    if not (entries or any(map(is_kick, events)) or is_on(match)):
        return []
    reached, is_over = progress(match, entries, events)
    found = [
        chapter(match, number, entries, events, is_over=number < reached or is_over)
        for number in range(reached + 1)
    ]
    return latest_first(found) if is_on(match) else found


def is_on(match: Match) -> bool:
    return match.status in {Status.LIVE, Status.SUSPENDED}


def is_kick(event):
    return event.is_shootout_kick


def is_told(event: MatchEvent) -> bool:
    """Whether the timeline has a line for it; a note needs words in this language."""
    if is_kick(event) or event.type in UNTOLD:
        return False
    return event.type != Type.NOTE or bool(event.note)


def in_order(match, events, posts, *, language):
    """Lines as time passes; a post follows the events of its minute."""
    scores = running_scores(match, events)
    teller = Teller(match, language, is_on(match))
    found = [teller.line(e, scores.get(e.pk)) for e in events if is_told(e)]
    found += [Posted(post) for post in posts if post.moment]
    return sorted(found, key=lambda entry: entry.moment)


def running_scores(match: Match, events: list[MatchEvent]) -> dict[int, Score]:
    """Goal → the score it made; empty where the goals do not add up to the result."""
    home = away = 0
    found = {}
    for goal in (event for event in events if event.is_goal):
        home += goal.team_id == match.home_id
        away += goal.team_id == match.away_id
        found[goal.pk] = Score(home, away)
    return found if match.final_score in {None, Score(home, away)} else {}


def progress(match, entries, events):
    """(number of the last chapter begun, whether that one is over)."""
    told = [number_of(entry.moment[0]) for entry in entries]
    told += [3] if any(map(is_kick, events)) else []
    if match.phase:
        number, is_over = PHASES[match.phase]
        return max([number, *told]), is_over and number >= max(told, default=0)
    stored = [match.half_time, match.full_time, match.extra_time, match.shootout]
    known = [number for number, score in enumerate(stored) if score]
    is_over = match.status == Status.FINISHED
    return max([int(is_over), *known, *told]), is_over


def number_of(period):
    """The chapter of a period by its number: both halves of extra time are one."""
    return period if period < 2 else 2 if period < 4 else 3


def chapter(match, number, entries, events, *, is_over):
    key = CHAPTERS[number]
    return Chapter(
        key,
        title_of(key),
        ending(match, key) if is_over else "",
        [entry for entry in entries if number_of(entry.moment[0]) == number],
        kicks(match, events) if key == "shootout" else [],
    )


def kicks(match, events):
    teams = {match.home_id: match.home, match.away_id: match.away}
    return [Kick(e, teams.get(e.team_id)) for e in events if is_kick(e)]


def title_of(key):
    titles = {
        "first_half": _("First half"),
        "second_half": _("Second half"),
        "extra_time": _("Extra time"),
        "shootout": _("Penalty shoot-out"),
    }
    return titles[key]


def ending(match, key):
    """“Half-time 1-1”, “After 90 minutes 2-2”, “4-2 on penalties”."""
    field = {"first_half": "half_time", "second_half": "full_time"}.get(key, key)
    score = match.score(field)
    if score is None:
        return ""
    went_on = match.extra_time or match.shootout or match.phase
    words = {
        "first_half": _("Half-time %(score)s"),
        "second_half": _("Full time %(score)s"),
        "extra_time": _("After extra time %(score)s"),
        "shootout": _("%(score)s on penalties"),
    }
    if key == "second_half" and went_on:
        return _("After 90 minutes %(score)s") % {"score": score}
    return words[key] % {"score": score}


def latest_first(chapters):
    return [
        Chapter(c.key, c.title, c.ending, c.entries[::-1], c.kicks)
        for c in reversed(chapters)
    ]
