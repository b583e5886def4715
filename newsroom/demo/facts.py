"""Competitions, venues, teams and people."""

from matches.models import (
    Competition,
    Membership,
    Person,
    Season,
    Team,
    TeamAccount,
    TeamAlias,
    Venue,
)
from matches.names import fold, slug

from .files import document, rows
from .tally import Tally, add_new, checked


def competitions() -> Tally:
    items = [
        {**entry["competition"], "season": entry["season"]}
        for entry in document("competitions.json")
    ]
    return add_new(Competition, items, key="key", create=competition)


def competition(item):
    season = item.pop("season")
    checked(Season(competition=checked(Competition(**item)), **season))


def venues() -> Tally:
    return add_new(Venue, rows("venues.csv"), key="slug", create=venue)


def venue(row):
    checked(Venue(**row | {"aliases": row["aliases"].replace("|", "\n")}))


def teams() -> Tally:
    return add_new(Team, rows("teams.csv"), key="slug", create=team)


def team(row):
    spellings = row.pop("aliases").split("|")
    account = row.pop("x_account")
    own = checked(Team(**row))
    spellings += [own.name_fr, own.name_en, own.short_name_fr, own.short_name_en]
    for name in {fold(name): name for name in spellings if name}.values():
        checked(TeamAlias(team=own, name=name))
    if account:
        name = own.name_fr
        checked(TeamAccount(team=own, provider="x", handle=account, display_name=name))


def people() -> Tally:
    return add_new(Person, rows("people.csv"), key="full_name", create=person)


def person(row):
    club, role = row.pop("team"), row.pop("role")
    dates = {name: row.pop(name) or None for name in ("started_on", "ended_on")}
    aliases = row.pop("aliases").replace("|", "\n")
    someone = checked(Person(**row, aliases=aliases, slug=slug(row["full_name"])))
    if club:
        side = Team.objects.get(slug=club)
        checked(Membership(person=someone, team=side, role=role, **dates))
