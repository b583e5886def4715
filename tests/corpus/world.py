"""The made-up season that the corpus reports on: its clubs, people and matches."""

import json
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from matches.models import (
    Competition,
    Group,
    Match,
    Membership,
    Person,
    Season,
    Stage,
    Team,
    TeamAccount,
    TeamAlias,
    Tie,
)
from matches.names import fold, slug

WORLD = Path(__file__).with_name("world.json")
ZONE = ZoneInfo("Europe/Paris")
PERIODS = {"full_time": "score"} | {
    name: name for name in ("half_time", "extra_time", "shootout")
}
NAMES = ("name_fr", "name_en", "short_name_fr", "short_name_en")


def read() -> dict:
    return json.loads(WORLD.read_text(encoding="utf-8"))


def build(world: dict):
    """Saves the rows of `world`, as `read` gives it, in an empty database."""
    for item in world["competitions"]:
        competition(dict(item))
    teams = {item["key"]: team(item) for item in world["teams"]}
    for item in world["people"]:
        person(item, teams)
    for item in world["matches"]:
        match(item, teams)


def competition(item):
    played = {name: item.pop(name) for name in ("label", "starts_on", "ends_on")}
    Season.objects.create(competition=Competition.objects.create(**item), **played)


def team(item):
    names = {name: item[name] for name in (*NAMES, "article_fr", "code")}
    side = Team.objects.create(slug=item["key"], **names)
    for name in spellings(item):
        TeamAlias.objects.create(team=side, name=name)
    for account in item["accounts"]:
        TeamAccount.objects.create(team=side, **account)
    return side


def spellings(item) -> list[str]:
    """Every name of a team of the world, once per folded form."""
    told = [*item["aliases"], *(item[name] for name in NAMES)]
    return list({fold(name): name for name in told}.values())


def person(item, teams):
    someone = Person.objects.create(
        slug=slug(item["full_name"]),
        full_name=item["full_name"],
        known_as=item["known_as"],
        aliases="\n".join(item["aliases"]),
    )
    for held in item["memberships"]:
        side = teams[held["team"]]
        Membership.objects.create(**dates(held), person=someone, team=side)


def dates(held):
    days = {
        name: date.fromisoformat(held[name])
        for name in ("started_on", "ended_on")
        if name in held
    }
    return {"role": held["role"], **days}


def match(item, teams):
    sides = {"home": teams[item["home"]], "away": teams[item["away"]]}
    told = {
        name: item[name] for name in ("matchday", "leg", "is_neutral") if name in item
    }
    Match.objects.create(
        **placed(item, teams),
        **sides,
        **told,
        **scores(item),
        kickoff_at=kick_off(item),
        status=Match.Status.FINISHED if "score" in item else Match.Status.SCHEDULED,
    )


def kick_off(item):
    day, hour = date.fromisoformat(item["date"]), time.fromisoformat(item["time"])
    return datetime.combine(day, hour, tzinfo=ZONE)


def placed(item, teams):
    """The season, stage, group and tie of a match, made when they are new."""
    season = Season.objects.get(competition__key=item["competition"])
    stage, _new = Stage.objects.get_or_create(season=season, kind=item["stage"])
    where = {"season": season, "stage": stage}
    if "group" in item:
        group, _new = Group.objects.get_or_create(stage=stage, label=item["group"])
        where["group"] = group
    if "tie" in item:
        first, second = item["tie"].partition(":")[2].split("-")
        sides = {"team_a": teams[first], "team_b": teams[second]}
        where["tie"], _new = Tie.objects.get_or_create(stage=stage, **sides)
    return where


def scores(item):
    found = {}
    for period, name in PERIODS.items():
        if name in item:
            home, away = item[name].split("-")
            found |= {f"{period}_home": int(home), f"{period}_away": int(away)}
    return found
