"""What a live match says aloud: a goal, a goal taken back, a sending-off, the end."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .clock import spoken_minute
from .models import Match, MatchEvent, Score
from .notation import name, the_team

Type = MatchEvent.Type
REDS = {Type.RED_CARD, Type.SECOND_YELLOW}


@dataclass(frozen=True)
class News:
    """One sentence; what has the same `key` is said once."""

    key: str
    sentence: str


def news_of(
    match: Match, event: MatchEvent, score: Score | None, *, language: str
) -> News | None:
    """The news that `event` is, `score` the one it made; None of most events.

    `language` is the active one.
    """
    if event.is_goal:
        return News(f"goal-{event.pk}", goal(match, event, score, language))
    if event.type in {*MatchEvent.GOALS, Type.GOAL_DISALLOWED}:
        said = _("Goal disallowed for %(team)s, %(minute)s.")
        return News(f"no-goal-{event.pk}", said % who(match, event, language))
    if event.type in REDS and not event.cancelled_by:
        return News(f"red-{event.pk}", sending_off(match, event, language))
    return None


def goal(match, event, score, language):
    """“Goal for OM: Mbemba, 20th minute. OM 1, Atalanta 1.”"""
    facts = who(match, event, language)
    if event.type == Type.OWN_GOAL and event.person:
        said = _("Goal for %(team)s: own goal by %(person)s, %(minute)s.") % facts
    elif event.person:
        said = _("Goal for %(team)s: %(person)s, %(minute)s.") % facts
    else:
        said = _("Goal for %(team)s, %(minute)s.") % facts
    result = score_words(match, score, language=language) if score else ""
    return f"{said} {result}".strip()


def sending_off(match, event, language):
    facts = who(match, event, language)
    if event.person:
        return _("Red card for %(team)s: %(person)s, %(minute)s.") % facts
    return _("Red card for %(team)s, %(minute)s.") % facts


def who(match, event, language):
    team = match.home if event.team_id == match.home_id else match.away
    minute = spoken_minute(event.minute, event.added, language=language)
    return {
        "team": the_team(team, language=language),
        "person": event.person.label if event.person else "",
        "minute": minute,
    }


def score_words(match: Match, score: Score, *, language: str) -> str:
    """“OM 1, Atalanta 1.”"""
    home, away = (name(team, language=language) for team in (match.home, match.away))
    return f"{home} {score.home}, {away} {score.away}."
