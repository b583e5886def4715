"""What the match page shows: facts from here, words through reverse relations."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import override

from .coverage import coverage
from .freshness import mark
from .models import Appearance, Match, MatchEvent, Team
from .structured import sports_event
from .tables import Table, tables_of
from .tie_chart import tie_chart
from .timeline import timeline

Part, Status = Appearance.Part, Match.Status
FOLLOWED = {Status.SCHEDULED, Status.DELAYED, Status.LIVE, Status.SUSPENDED}


def match_page(match: Match, *, language: str, at=None) -> dict:
    """The context of a match page; `match` comes from `with_sides().with_tie()`."""
    live = live_page(match, language=language, at=at)
    events, alternates = live["events"], addresses(match)
    people = list(match.appearances.select_related("person"))
    return live | {
        "is_followed": match.status in FOLLOWED,
        "other_leg": match.other_leg,
        "tie_chart": tie_chart(match.tie, [*events, *goals_of_other_leg(match)]),
        "table": extract(match),
        "alternates": alternates,
        "structured": sports_event(
            match, language=language, address=alternates[language]
        ),
        "lineups": [
            lineup(match.home, match.home_formation, people, events),
            lineup(match.away, match.away_formation, people, events),
        ],
        "unplaced": unplaced(live["posts"]),
        "officials": [person for person in people if person.team_id is None],
        "coverage": coverage(match, language=language, at=at),
        "quotes": quotes(match, language=language, at=at),
    }


def live_page(match: Match, *, language: str, at=None) -> dict:
    """The context of what changes while the match is played."""
    events = list(match.events.select_related("person", "second_person").in_order())
    posts = list(match.posts.public(language, at=at).with_accounts())
    return {
        "match": match,
        "events": events,
        "posts": posts,
        "mark": mark(match, events, posts),
        "goals": [event for event in events if event.is_goal],
        "chapters": timeline(match, events, posts, language=language),
    }


def goals_of_other_leg(match):
    """Only where the chart of the tie needs them."""
    if not match.other_leg or match.tie.outcome.played != 2:
        return []
    return match.other_leg.events.goals().select_related("person").in_order()


def unplaced(posts):
    return [post for post in posts if not post.moment]


def quotes(match, *, language, at=None):
    """What was said on it, as it was said; each in the story of an edition."""
    public = match.quotes.public(language, at=at)
    return public.select_related("speaker", "membership__team").in_order()


def extract(match) -> Table | None:
    """The two teams and their neighbours in the table; None before a match of it."""
    begun = [table for table in tables_of([match]) if table.is_begun]
    return begun[0].around(match.home, match.away) if begun else None


def addresses(match) -> dict[str, str]:
    """language → address: a match page exists in every language."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found[language] = match.get_absolute_url()
    return found


@dataclass
class Player:
    appearance: Appearance
    came_on: MatchEvent | None = None
    went_off: MatchEvent | None = None


@dataclass
class Lineup:
    team: Team
    formation: str = ""
    starters: list[Player] = field(default_factory=list)
    bench: list[Player] = field(default_factory=list)
    coach: Appearance | None = None


def lineup(team, formation, appearances, events) -> Lineup:
    """The players of `team`, each with the substitution that moved him."""
    changes = [e for e in events if e.type == MatchEvent.Type.SUBSTITUTION]
    off = {event.person_id: event for event in changes}
    on = {event.second_person_id: event for event in changes}
    found = Lineup(team, formation)
    for appearance in (a for a in appearances if a.team_id == team.pk):
        person = appearance.person_id
        player = Player(appearance, on.get(person), off.get(person))
        if appearance.part == Part.COACH:
            found.coach = appearance
        else:
            side = found.starters if appearance.part == Part.STARTER else found.bench
            side.append(player)
    return found
