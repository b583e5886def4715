"""Files as they come, made small."""

import json

from matches.importers import football_json


def match(**changes):
    """A match of football.json; None takes a field away."""
    fields = {
        "round": "Quarterfinals",
        "date": "2024-04-18",
        "time": "21:00",
        "team1": "Olympique Marseille (FRA)",
        "team2": "SL Benfica (POR)",
        "score": {"ht": [0, 0], "ft": [1, 0]},
    }
    fields |= changes
    return {name: value for name, value in fields.items() if value is not None}


def football(*matches):
    return json.dumps({"name": "A season", "matches": matches})


def rows(*matches):
    return football_json.read(football(*matches))


def first_leg(**changes):
    return match(
        **{
            "date": "2024-04-11",
            "team1": "SL Benfica (POR)",
            "team2": "Olympique Marseille (FRA)",
            "score": {"ht": [1, 0], "ft": [2, 1]},
        }
        | changes
    )


def second_leg(**changes):
    score = {"ht": [0, 0], "ft": [1, 0], "et": [1, 0], "p": [4, 2]}
    return match(**{"score": score} | changes)
