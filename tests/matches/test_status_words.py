from datetime import date, timedelta

import pytest

from matches.models import Match
from matches.status_words import status_words
from tests.factories import KICK_OFF, make_match
from tests.matches.scores import scores

DUE = {"kickoff_at": KICK_OFF, "kickoff_on": KICK_OFF.date()}
SHOOTOUT = scores(full_time=(1, 1), shootout=(4, 2))
WORDS = [
    ({}, "Date à confirmer", "TBC"),
    ({"kickoff_on": date(2024, 5, 2)}, "Date à confirmer", "TBC"),
    (DUE, "À venir", "Upcoming"),
    (DUE | {"status": "delayed"}, "Coup d’envoi retardé", "Kick-off delayed"),
    ({"status": "live"}, "En direct", "Live"),
    ({"status": "live", "phase": "first_half"}, "1re période", "First half"),
    ({"status": "live", "phase": "half_time"}, "Mi-temps", "Half-time"),
    ({"status": "live", "phase": "second_half"}, "2e période", "Second half"),
    (
        {"status": "live", "phase": "extra_time_break"},
        "Avant la prolongation",
        "Before extra time",
    ),
    ({"status": "live", "phase": "extra_time"}, "Prolongation", "Extra time"),
    ({"status": "live", "phase": "shootout"}, "Tirs au but", "Penalty shoot-out"),
    ({"status": "suspended", "phase": "first_half"}, "Interrompu", "Suspended"),
    ({"status": "finished", **scores(full_time=(1, 1))}, "Terminé", "Full time"),
    (
        {"status": "finished", **scores(extra_time=(2, 1))},
        "Terminé (a.p.)",
        "Full time (aet)",
    ),
    ({"status": "finished", **SHOOTOUT}, "Terminé (t.a.b.)", "Full time (pens)"),
    (DUE | {"status": "postponed"}, "Reporté", "Postponed"),
    (DUE | {"status": "abandoned"}, "Arrêté définitivement", "Abandoned"),
    (DUE | {"status": "cancelled"}, "Annulé", "Cancelled"),
    ({"status": "awarded"}, "Sur tapis vert", "Awarded"),
    ({"status": "awarded", "is_walkover": True}, "Forfait", "Walkover"),
]


@pytest.mark.parametrize(("values", "french", "english"), WORDS)
def test_status_is_said_in_each_language(values, french, english):
    match = Match(**values)

    assert status_words(match, language="fr") == french
    assert status_words(match, language="en") == english


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Reprogrammé au 2\u00a0mai 2024"),
        ("en", "Rearranged for 2\u00a0May 2024"),
    ],
)
def test_match_due_again_says_its_new_day(language, said):
    match = Match(**DUE, original_kickoff_at=KICK_OFF - timedelta(days=7))

    assert status_words(match, language=language) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"status": "postponed"}, "Reporté"),
        ({"status": "live", "phase": "half_time"}, "Mi-temps"),
        ({"kickoff_at": None, "kickoff_on": KICK_OFF.date()}, "Date à confirmer"),
    ],
)
def test_line_of_a_fixture_says_how_it_stands(client, db, values, said):
    match = make_match(**values)

    page = client.get(f"/fr/matches/{match.kickoff_on}/").content.decode()
    assert f">{said}</span>" in page


def test_line_of_a_match_to_come_says_its_hour_alone(client, db):
    match = make_match()

    page = client.get(f"/fr/matches/{match.kickoff_on}/").content.decode()
    assert "score-line__status" not in page


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("phase", Match.Phase.values)
def test_every_phase_has_its_words(language, phase):
    assert status_words(Match(status="live", phase=phase), language=language)
