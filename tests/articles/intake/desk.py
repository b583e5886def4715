"""Made-up clubs that the copy of these tests speaks of: who was what, and when."""

from datetime import UTC, date, datetime

from matches.models import Membership
from tests.factories import (
    make_competition,
    make_match,
    make_membership,
    make_pairing,
    make_person,
    make_season,
    make_stage,
    make_team,
)

Role = Membership.Role
FRENCH_LEAD = "Castelverne et Morlanne se sont quittés sur un nul (1-1) le 2 mai 2024."
ENGLISH_LEAD = "Wexcombe beat Thornby 2-1 on 4 May 2024 and stay third in the table."


def make_clubs():
    """Each side meets under the coach of now, and met under the one before."""
    names = {"name_fr": "Coupe du Ponant", "name_en": "Ponant Cup"}
    season = make_season(competition=make_competition(**names))
    stage = make_stage(season=season)
    clubs = french_clubs() | english_clubs()
    play = {"stage": stage, "status": "finished"}
    home, away = clubs["castelverne"], clubs["morlanne"]
    legs = {"tie": make_pairing(stage=stage, team_a=home, team_b=away), **play}
    played(home, away, date(2024, 5, 2), "1-1", leg=1, **legs)
    played(away, home, date(2024, 5, 9), "3-0", leg=2, **legs)
    played(home, away, date(2024, 1, 20), "0-2", **play)
    home, away = clubs["wexcombe"], clubs["thornby"]
    played(home, away, date(2024, 5, 4), "2-1", **play)
    played(away, home, date(2023, 12, 16), "0-0", **play)
    return clubs


def played(home, away, on, score, **fields):
    kick_off = datetime(on.year, on.month, on.day, 19, tzinfo=UTC)
    goals = dict(
        zip(("full_time_home", "full_time_away"), score.split("-"), strict=True)
    )
    make_match(home=home, away=away, kickoff_at=kick_off, **goals, **fields)


def named(name, short, **fields):
    return make_team(name, short_name_fr=short, short_name_en=short, **fields)


def french_clubs():
    home = named("Union Castelverne", "Castelverne", code="UCV", article_fr="l’")
    away = named("Stade Morlanne", "Morlanne", code="MOR", article_fr="le ")
    home.aliases.create(name="UCV")
    until, since = {"ended_on": date(2024, 2, 19)}, {"started_on": date(2024, 2, 20)}
    people = [
        ("Denis Kowal", home, Role.HEAD_COACH, until),
        ("Hugo Lestrade", home, Role.HEAD_COACH, since),
        ("Nadia Ferrand", home, Role.PRESIDENT, {}),
        ("Karim Diallo", home, Role.PLAYER, {}),
        ("Bruno Talmont", away, Role.HEAD_COACH, {}),
        ("Sékou Diallo", away, Role.PLAYER, {}),
        ("Amadou Béranger", away, Role.PLAYER, {}),
    ]
    employ(people, {"Hugo Lestrade": "Le Sphinx"})
    return {"castelverne": home, "morlanne": away}


def english_clubs():
    home = named("Wexcombe Rovers", "Wexcombe", code="WEX")
    away = named("Thornby City", "Thornby", code="THO")
    until, since = {"ended_on": date(2024, 1, 9)}, {"started_on": date(2024, 1, 10)}
    people = [
        ("Ian Stroud", home, Role.HEAD_COACH, until),
        ("Gareth Pell", home, Role.HEAD_COACH, since),
        ("Helen Marsh", home, Role.PRESIDENT, {}),
        ("Tom Ashdown", home, Role.PLAYER, {}),
        ("Luca Ferri", away, Role.HEAD_COACH, {}),
        ("Ned Okafor", away, Role.PLAYER, {}),
    ]
    employ(people, {"Gareth Pell": "Gaz Pell"})
    return {"wexcombe": home, "thornby": away}


def employ(people, aliases):
    for name, team, role, dates in people:
        person = make_person(name, aliases=aliases.get(name, ""))
        make_membership(person=person, team=team, role=role, **dates)
