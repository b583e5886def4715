from datetime import timedelta

import pytest

from matches.clock import clock_of, clock_words, minute_words, spoken_minute
from matches.models import Match
from tests.factories import NOON

Phase = Match.Phase


def playing(phase, minutes, seconds=0, **overrides):
    """A live match whose phase began that long before NOON."""
    since = NOON - timedelta(minutes=minutes, seconds=seconds)
    fields = {"status": "live", "phase": phase, "phase_started_at": since}
    return Match(**fields | overrides)


@pytest.mark.parametrize(
    ("phase", "minutes", "seconds", "french", "english"),
    [
        (Phase.FIRST_HALF, 0, 0, "1re minute", "1st minute"),
        (Phase.FIRST_HALF, 10, 30, "11e minute", "11th minute"),
        (Phase.FIRST_HALF, 32, 59, "33e minute", "33rd minute"),
        (Phase.FIRST_HALF, 44, 59, "45e minute", "45th minute"),
        (Phase.FIRST_HALF, 45, 0, "45e+1", "45+1"),
        (Phase.SECOND_HALF, 0, 0, "46e minute", "46th minute"),
        (Phase.SECOND_HALF, 48, 30, "90e+4", "90+4"),
        (Phase.EXTRA_TIME, 11, 0, "102e minute", "102nd minute"),
        (Phase.EXTRA_TIME_SECOND, 15, 1, "120e+1", "120+1"),
        (Phase.HALF_TIME, 5, 0, "", ""),
        (Phase.SHOOTOUT, 5, 0, "", ""),
        (Phase.SECOND_HALF, 76, 0, "", ""),
    ],
)
def test_clock_says_the_minute_in_course(phase, minutes, seconds, french, english):
    match = playing(phase, minutes, seconds)

    assert clock_words(match, language="fr", at=NOON) == french
    assert clock_words(match, language="en", at=NOON) == english


def test_clock_that_the_reader_sees_ahead_of_the_start_is_in_the_first_minute():
    match = playing(Phase.FIRST_HALF, -1)

    assert clock_words(match, language="en", at=NOON) == "1st minute"


@pytest.mark.parametrize(
    "overrides", [{"status": "suspended"}, {"phase_started_at": None}]
)
def test_clock_stands_still(overrides):
    assert clock_of(playing(Phase.FIRST_HALF, 10, **overrides)) is None


@pytest.mark.parametrize(
    ("minute", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (21, "21st"), (112, "112th")],
)
def test_english_minutes_are_ordinals(minute, words):
    assert minute_words(minute, language="en") == f"{words} minute"


def test_added_time_is_spoken_in_words():
    assert spoken_minute(45, 2, language="fr") == "45e minute, plus 2"
    assert spoken_minute(45, 2, language="en") == "45th minute, plus 2"
    assert spoken_minute(11, language="en") == "11th minute"
