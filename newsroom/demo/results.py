"""The results of two competitions, through the importer that any file goes through."""

import json

from matches.importers import football_json, importing
from matches.models import Match, Season

from .files import rows
from .tally import Tally

SCORES = {"half_time": "ht", "full_time": "ft", "extra_time": "et", "shoot_out": "p"}


def results() -> Tally:
    played = rows("results.csv")
    keys = sorted({row["competition"] for row in played})
    tallies = [
        season_results([row for row in played if row["competition"] == key], key=key)
        for key in keys
    ]
    return sum(tallies, Tally())


def season_results(played, *, key) -> Tally:
    """Imports one competition, unless the database holds all of it already."""
    season = Season.objects.get(competition__key=key, label="2023/24")
    if Match.objects.of_season(season).count() >= len(played):
        return Tally(unchanged=len(played))
    found = football_json.read(json.dumps(football(played)))
    report = importing.import_rows(found, season=season)
    return Tally(report.created, report.updated, report.unchanged)


def football(played: list[dict[str, str]]) -> dict:
    """The rows in the structure of a football.json file."""
    return {"matches": [football_match(row) for row in played]}


def football_match(row):
    return {
        "round": row["round"],
        "date": row["date"],
        "time": row["time"],
        "team1": row["home"],
        "team2": row["away"],
        "score": {
            short: [int(goals) for goals in row[name].split("-")]
            for name, short in SCORES.items()
            if row[name]
        },
    }
