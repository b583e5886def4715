"""A match as schema.org has it: only what is known, and what the page shows."""

from django.conf import settings

from .models import Match, Team
from .notation import decided, name

SCHEMA = "https://schema.org"
Status = Match.Status
# domain §1.3; there is no word for "finished": the dates speak.
STATUSES = {
    Status.POSTPONED: "EventPostponed",
    Status.ABANDONED: "EventCancelled",
    Status.CANCELLED: "EventCancelled",
}


def sports_event(match: Match, *, language: str, address: str) -> dict:
    """The SportsEvent of `match`, from `with_sides()`; `address` is its page's path."""
    found = {
        "@context": SCHEMA,
        **event(match, language=language, address=address),
        "description": description(match, sides(match, language), language=language),
        "inLanguage": language,
        "sport": "Football",
        "eventStatus": f"{SCHEMA}/{event_status(match)}",
        "startDate": start(match),
        "previousStartDate": previous_start(match),
        "endDate": match.full_time_at and local(match.full_time_at, match),
        "location": location(match),
        "homeTeam": team_of(match.home),
        "awayTeam": team_of(match.away),
        "superEvent": season_of(match.season),
    }
    return {key: value for key, value in found.items() if value}


def event(match: Match, *, language: str, address: str = "") -> dict:
    """What another page says of `match` that it is about."""
    url = absolute(address or match.get_absolute_url())
    named = " – ".join(sides(match, language))
    return {"@type": "SportsEvent", "@id": url, "url": url, "name": named}


def sides(match, language):
    return [name(team, language=language) for team in (match.home, match.away)]


def event_status(match):
    if match.is_walkover:
        return "EventCancelled"
    if match.is_rescheduled and match.status not in STATUSES:
        return "EventRescheduled"
    return STATUSES.get(match.status, "EventScheduled")


def start(match):
    """With its offset where the hour is known; the old date of one postponed."""
    if match.kickoff_at:
        return local(match.kickoff_at, match)
    if match.kickoff_on:
        return match.kickoff_on.isoformat()
    return first_start(match)


def previous_start(match):
    return first_start(match) if match.is_rescheduled else None


def first_start(match):
    if match.original_kickoff_at:
        return local(match.original_kickoff_at, match)
    return match.original_kickoff_on and match.original_kickoff_on.isoformat()


def local(moment, match):
    return moment.astimezone(match.zone).isoformat()


def description(match, sides, *, language):
    """The result, for which schema.org has no property."""
    if not (match.is_finished and match.final_score):
        return ""
    how = decided(match, language=language)
    result = f"{sides[0]} {match.final_score} {sides[1]}"
    return f"{result} ({how})" if how and how[0] != "(" else f"{result} {how}".strip()


def location(match):
    venue = match.venue
    if venue is None:
        return None
    address = {"addressLocality": venue.city, "addressCountry": venue.country}
    known = {key: value for key, value in address.items() if value}
    place = {"@type": "Place", "name": venue.name}
    return place | ({"address": {"@type": "PostalAddress"} | known} if known else {})


def team_of(team: Team):
    address = absolute(team.get_absolute_url())
    return {"@type": "SportsTeam", "name": team.name, "url": address}


def season_of(season):
    address = absolute(season.get_absolute_url())
    return {"@type": "SportsEvent", "name": str(season), "url": address}


def absolute(path):
    return f"{settings.SITE_URL}{path}"
