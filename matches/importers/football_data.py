"""football-data.org's API, version 4: a list of matches, or one.

A match is known by the provider's number. Nulls and absent lists are normal. Its
`fullTime` after a shoot-out holds the shoot-out's goals too: see `data_scores`.
"""

from datetime import UTC, datetime

from . import data_details, data_scores, seasons, strict_json, values
from .rows import Refused, Row, Rows
from .values import shown

SOURCE = "football-data"
STATUSES = {
    "SCHEDULED": "scheduled",
    "TIMED": "scheduled",
    "IN_PLAY": "live",
    "LIVE": "live",
    "PAUSED": "live",
    "EXTRA_TIME": "live",
    "PENALTY_SHOOTOUT": "live",
    "FINISHED": "finished",
    "SUSPENDED": "suspended",
    "POSTPONED": "postponed",
    "CANCELLED": "cancelled",
    "CANCELED": "cancelled",
    "AWARDED": "awarded",
}
PHASES = {
    "PAUSED": "half_time",
    "EXTRA_TIME": "extra_time",
    "PENALTY_SHOOTOUT": "shootout",
}
OPEN = ("SCHEDULED", "TIMED", "POSTPONED", "CANCELLED")
WINNERS = {"HOME_TEAM": "home", "AWAY_TEAM": "away"}
STAGES = {
    "LAST_16": "Round of 16",
    "LAST_32": "Round of 32",
    "LAST_64": "Round of 64",
    "ROUND_1": "First round",
    "ROUND_2": "Second round",
    "ROUND_3": "Third round",
    "ROUND_4": "Fourth round",
    "QUALIFICATION": "Qualifying round",
    "QUALIFICATION_ROUND_1": "Qualifying round 1",
    "QUALIFICATION_ROUND_2": "Qualifying round 2",
    "QUALIFICATION_ROUND_3": "Qualifying round 3",
    "PLAYOFF_ROUND_1": "Playoffs, Round 1",
    "PLAYOFF_ROUND_2": "Playoffs, Round 2",
}
WITH_MATCHDAYS = {
    "REGULAR_SEASON",
    "GROUP_STAGE",
    "LEAGUE_STAGE",
    "APERTURA",
    "CLAUSURA",
    "CHAMPIONSHIP",
    "RELEGATION",
    "RELEGATION_ROUND",
}


def read(text: str, *, season: str = "") -> Rows:
    """The rows of a payload; raises Refused with every match and field it cannot take.

    `season` ("2023/24") must be the one that the matches tell, if any.
    """
    document = strict_json.load(text)
    rows, reasons = Rows(), []
    for place, match in matches_of(document):
        try:
            refuse_other_season(match, season, place)
            if is_open(match):
                rows.remarks.append(f"{place}: left out, its teams are not known yet")
            else:
                rows.append(row(match, place))
        except Refused as refused:
            reasons += refused.reasons
    if reasons:
        raise Refused(*reasons)
    return rows


def matches_of(document):
    """(place, match) for each match; raises Refused."""
    if isinstance(document, dict) and isinstance(document.get("matches"), list):
        return [(f"matches[{i}]", match) for i, match in enumerate(document["matches"])]
    if isinstance(document, dict) and "homeTeam" in document:
        return [("match", document)]
    message = document.get("message") if isinstance(document, dict) else None
    if isinstance(message, str):
        raise Refused(f"the provider answered {shown(message)}")
    raise Refused("neither “matches” nor “homeTeam”: this is no football-data payload")


def is_open(match):
    """A fixture of a later round: the provider names no team, or one only."""
    if not isinstance(match, dict) or match.get("status") not in OPEN:
        return False
    teams = [match.get(key) for key in ("homeTeam", "awayTeam")]
    return any(isinstance(team, dict) and team.get("name") is None for team in teams)


def row(match, place) -> Row:
    if not isinstance(match, dict):
        raise Refused(f"{place}: {shown(match)} is not a match")
    told = one_of(STATUSES, match.get("status"), f"{place}.status")
    instant = moment(match.get("utcDate"), f"{place}.utcDate")
    scores = data_scores.read(
        match.get("score"), f"{place}.score", is_over=told in ("FINISHED", "AWARDED")
    )
    details = data_details.read(match, scores)
    return Row(
        place=place,
        round=round_of(match, place),
        day=instant.date(),
        instant=None if told == "SCHEDULED" else instant,
        home=team(match, "homeTeam", place),
        away=team(match, "awayTeam", place),
        status=STATUSES[told],
        phase=phase(told, match["score"]) if match.get("score") else "",
        winner=winner(match.get("score")),
        source=SOURCE,
        number=str(values.whole(match.get("id"), f"{place}.id")),
        changed_at=changed_at(match, place),
        **scores,
        **details,
    )


def one_of(known, value, place):
    if not isinstance(value, str) or value not in known:
        raise Refused(f"{place}: {shown(value)} is none of {', '.join(known)}")
    return value


def moment(value, place):
    """An instant in UTC; raises Refused when the zone is not told."""
    try:
        found = datetime.fromisoformat(value)
        if found.tzinfo and 1850 <= found.year <= 2999:
            return found.astimezone(UTC)
    except (TypeError, ValueError):
        pass
    raise Refused(f"{place}: {shown(value)} is not a moment like 2024-05-02T19:00:00Z")


def changed_at(match, place):
    value = match.get("lastUpdated")
    return moment(value, f"{place}.lastUpdated") if value else None


def phase(told, score):
    """At a break after 90 minutes, extra time is next."""
    if told == "PAUSED" and score.get("duration") not in (None, "REGULAR"):
        return "extra_time_break"
    return PHASES.get(told, "")


def winner(score):
    """Anything else than a side is no winner."""
    told = score.get("winner") if isinstance(score, dict) else None
    return WINNERS.get(told, "") if isinstance(told, str) else ""


def team(match, key, place):
    found = match.get(key)
    if not isinstance(found, dict):
        raise Refused(f"{place}.{key}: {shown(found)} is not a team")
    return values.name(found.get("name"), f"{place}.{key}.name")


def round_of(match, place):
    """The stage as `rounds` reads it: "Group stage, Group B, Matchday 3"."""
    stage, group, matchday = (match.get(k) for k in ("stage", "group", "matchday"))
    for key, value in (("stage", stage), ("group", group)):
        if value is not None and not isinstance(value, str):
            raise Refused(f"{place}.{key}: {shown(value)} is not a name")
    parts = [STAGES.get(stage, words(stage)), words(group)]
    if matchday is not None and (not stage or stage in WITH_MATCHDAYS):
        parts.append(f"Matchday {values.whole(matchday, f'{place}.matchday')}")
    if not any(parts):
        raise Refused(f"{place}.stage: missing")
    return ", ".join(filter(None, parts))


def words(constant):
    return (constant or "").replace("_", " ").capitalize()


def refuse_other_season(match, season, place):
    told = match.get("season") if isinstance(match, dict) else None
    started = told.get("startDate") if isinstance(told, dict) else None
    if isinstance(started, str):
        place = f"{place}.season.startDate"
        seasons.refuse_other(started[:4], asked=season, place=place)
