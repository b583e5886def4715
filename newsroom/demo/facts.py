"""Competitions, venues, teams and people."""

from functools import partial

from matches.models import (
    Competition,
    Membership,
    Person,
    Season,
    StandingAdjustment,
    Team,
    TeamAccount,
    TeamAlias,
    Venue,
)
from matches.names import fold, slug

from .files import document, rows
from .tally import Tally, add_new, checked

NAMES = ("name_fr", "name_en", "short_name_fr", "short_name_en")
LISTS = ("aliases", "x_accounts")
LABEL = "2023/24"
POST = ("team", "role", "started_on", "ended_on")


def competitions() -> Tally:
    items = [
        {**entry["competition"], "season": entry["season"]}
        for entry in document("competitions.json")
    ]
    return add_new(Competition, items, key="key", create=competition)


def competition(item):
    season, aliases = item.pop("season"), "\n".join(item.pop("aliases"))
    cup_or_league = checked(Competition(**item, aliases=aliases))
    checked(Season(competition=cup_or_league, **season))


def venues() -> Tally:
    return add_new(Venue, rows("venues.csv"), key="slug", create=venue)


def venue(row):
    checked(Venue(**row | {"aliases": row["aliases"].replace("|", "\n")}))


def teams() -> Tally:
    own = [
        {name: row[name] for name in row if name not in LISTS}
        for row in rows("teams.csv")
    ]
    return add_new(Team, own, key="slug", create=team)


def team(row):
    checked(Team(**row))


def other_names() -> Tally:
    clubs = known_teams()
    items = [
        {"team": clubs[row["slug"]], "name": name, "folded": folded}
        for row in rows("teams.csv")
        if row["slug"] in clubs
        for folded, name in spellings(row).items()
    ]
    return add_new(TeamAlias, items, key="folded", create=other_name)


def spellings(row):
    names = [*row["aliases"].split("|"), *(row[name] for name in NAMES)]
    return {fold(name): name for name in names if name}


def other_name(item):
    checked(TeamAlias(**item))


def club_accounts() -> Tally:
    clubs = known_teams()
    items = [
        {"team": clubs[row["slug"]], "handle": handle}
        for row in rows("teams.csv")
        if row["slug"] in clubs
        for handle in filter(None, row["x_accounts"].split("|"))
    ]
    return add_new(TeamAccount, items, key="handle", create=club_account)


def club_account(item):
    name = item["team"].name_fr
    checked(TeamAccount(**item, provider="x", display_name=name))


def known_teams() -> dict[str, Team]:
    """Those on file, under every slug they ever had: the demo's among them."""
    teams = Team.objects.in_bulk()
    slugs = Team.history.filter(id__in=teams).values_list("slug", "id")
    return {slug: teams[pk] for slug, pk in slugs}


def adjustments() -> Tally:
    items = document("adjustments.json")
    return add_new(StandingAdjustment, items, key="reason_fr", create=adjustment)


def adjustment(item):
    season = Season.objects.get(competition__key=item.pop("competition"), label=LABEL)
    if club := known_teams().get(item.pop("team")):
        checked(StandingAdjustment(season=season, team=club, **item))


def people() -> Tally:
    found = {}
    for row in rows("people.csv"):
        post = {name: row.pop(name) or None for name in POST}
        item = {**row, "slug": slug(row["full_name"]), "posts": []}
        posts = found.setdefault(row["full_name"], item)["posts"]
        posts += [post] if post["team"] else []
    create = partial(person, teams=known_teams())
    return add_new(Person, list(found.values()), key="slug", create=create)


def person(item, teams):
    posts, aliases = item.pop("posts"), item.pop("aliases").replace("|", "\n")
    someone = checked(Person(**item, aliases=aliases))
    for post in posts:
        if club := teams.get(post.pop("team")):
            checked(Membership(person=someone, team=club, **post))
