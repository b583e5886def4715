"""Fixtures as calendars that a phone follows (RFC 5545 and 7986).

An event keeps its UID for ever and counts its changes. A match that is off stays, and
says so. Hours are in UTC: whoever reads them is on time, on whatever clock.
"""

from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.db.models import Max
from django.utils.translation import override
from icalendar import Calendar, Event

from .models import Competition, Match, Stage, Team, Venue
from .notation import decided, name
from .rounds import round_name

Status = Match.Status
TWO_HOURS, WITH_EXTRA_TIME = timedelta(hours=2), timedelta(hours=2, minutes=45)
REFRESHED, REFRESHED_TEXT = timedelta(hours=1), "PT1H"
LEAGUES = {
    Stage.Kind.REGULAR_SEASON,
    Stage.Kind.GROUP_STAGE,
    Stage.Kind.LEAGUE_PHASE,
}
TOLD_FIRST = {
    Status.SUSPENDED,
    Status.POSTPONED,
    Status.ABANDONED,
    Status.CANCELLED,
}
COLON = {"fr": "\N{NO-BREAK SPACE}: ", "en": ": "}
UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


def calendar(matches: list[Match], *, title: str, page: str, language: str) -> bytes:
    """The calendar of `matches`, from `with_sides().with_last_change()`.

    `page`: the path of the page it belongs to.
    """
    found = Calendar()
    found.add("prodid", f"-//Tribune//Fixtures//{language.upper()}")
    found.add("version", "2.0")
    found.add("name", title)
    found.add("x-wr-calname", title)
    found.add("url", f"{settings.SITE_URL}{page}")
    found.add("refresh-interval", REFRESHED, {"VALUE": "DURATION"})
    found.add("x-published-ttl", REFRESHED_TEXT)
    with override(language):
        for match in matches:
            found.add_component(event(match, language=language))
    return found.to_ical()


def event(match: Match, *, language: str) -> Event:
    found, words = Event(), {"LANGUAGE": language}
    changed_at = match.last_changed_at or UNKNOWN
    found.add("uid", f"match-{match.pk}@{settings.IDENTITY_DOMAIN}")
    found.add("sequence", match.version)
    found.add("dtstamp", changed_at)
    found.add("last-modified", changed_at)
    for key, value in moments(match).items():
        found.add(key, value)
    found.add("status", status(match))
    found.add("transp", "TRANSPARENT")  # whoever follows a club is not busy
    found.add("summary", summary(match, language=language), words)
    found.add("description", description(match, language=language), words)
    if where := place(match.venue):
        found.add("location", where, words)
    found.add("categories", [str(match.season.competition)])
    found.add("url", f"{settings.SITE_URL}{match.get_absolute_url()}")
    return found


def moments(match: Match) -> dict[str, date | datetime]:
    """An hour and its end; a whole day where the hour is unknown."""
    start = match.kickoff_at or match.kickoff_on
    start = start or match.original_kickoff_at or match.original_kickoff_on
    if not isinstance(start, datetime):
        return {"dtstart": start}
    lasts = WITH_EXTRA_TIME if may_go_on(match) else TWO_HOURS
    return {"dtstart": start.astimezone(UTC), "dtend": start.astimezone(UTC) + lasts}


def may_go_on(match):
    return match.stage.kind not in LEAGUES and match.leg != 1


def status(match: Match) -> str:
    """STATUS of RFC 5545, 3.8.1.11."""
    if match.status in {Status.CANCELLED, Status.ABANDONED} or match.is_walkover:
        return "CANCELLED"
    is_hour_open = match.status == Status.SCHEDULED and not match.kickoff_at
    is_tentative = is_hour_open or match.status == Status.POSTPONED
    return "TENTATIVE" if is_tentative else "CONFIRMED"


def summary(match: Match, *, language: str) -> str:
    """“OM – Atalanta”, “OM 1-1 Atalanta”, “Postponed: OM – Atalanta”."""
    home, away = (name(team, language=language) for team in (match.home, match.away))
    is_over = match.is_finished or match.status == Status.ABANDONED
    score = match.final_score if is_over else None
    said = f"{home} {score or '–'} {away} {decided(match, language=language)}".strip()
    if match.status not in TOLD_FIRST:
        return said
    return f"{match.get_status_display()}{COLON[language]}{said}"


def description(match, *, language):
    return f"{match.season.competition} · {round_name(match, language=language)}"


def place(venue: Venue | None) -> str:
    return ", ".join(word for word in (venue.name, venue.city) if word) if venue else ""


def last_change(matches: list[Match]) -> datetime | None:
    """When a match, or a name that its event prints, was last saved."""
    ids = {
        Team: {team for m in matches for team in (m.home_id, m.away_id)},
        Venue: {match.venue_id for match in matches if match.venue_id},
        Competition: {match.season.competition_id for match in matches},
    }
    found = [match.last_changed_at for match in matches]
    for model, wanted in ids.items():
        rows = model.history.filter(id__in=wanted)
        found.append(rows.aggregate(at=Max("history_date"))["at"])
    return max((at for at in found if at), default=None)
