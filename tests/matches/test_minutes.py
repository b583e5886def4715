import random

import pytest

from matches.minutes import Minute, minute_of, parse_minute
from matches.models import MatchEvent
from tests.factories import make_event, make_match


@pytest.mark.parametrize(
    ("written", "minute"),
    [
        ("11'", ("1H", 11, None)),
        ("11e", ("1H", 11, None)),
        ("1re", ("1H", 1, None)),
        ("21st", ("1H", 21, None)),
        ("22nd", ("1H", 22, None)),
        ("23rd", ("1H", 23, None)),
        ("45th", ("1H", 45, None)),
        ("45", ("1H", 45, None)),
        ("46", ("2H", 46, None)),
        ("45+2’", ("1H", 45, 2)),
        ("90+2'", ("2H", 90, 2)),
        ("90+2′", ("2H", 90, 2)),
        ("90e+3", ("2H", 90, 3)),
        ("90'+9", ("2H", 90, 9)),
        ("79ème", ("2H", 79, None)),
        ("27' st", ("2H", 72, None)),
        ("17' pt", ("1H", 17, None)),
        ("92", ("2H", 90, 2)),
        ("94", ("2H", 90, 4)),
        ("104", ("2H", 90, 14)),
        ("83og", ("2H", 83, None)),
        ("9p", ("1H", 9, None)),
        ("27'pen", ("1H", 27, None)),
        ("61'og", ("2H", 61, None)),
        ("(79e)", ("2H", 79, None)),
    ],
)
def test_minute_is_read_as_sources_write_it(written, minute):
    assert parse_minute(written) == Minute(*minute)


@pytest.mark.parametrize(
    ("written", "minute"),
    [
        ("104", ("ET1", 104, None)),
        ("110", ("ET2", 110, None)),
        ("105+1", ("ET1", 105, 1)),
        ("90+4", ("2H", 90, 4)),
        ("121", ("ET2", 120, 1)),
    ],
)
def test_minute_past_ninety_is_extra_time_where_it_was_played(written, minute):
    assert parse_minute(written, extra_time=True) == Minute(*minute)


def test_period_settles_what_the_figure_leaves_open():
    assert parse_minute("46", period="1H") == Minute("1H", 45, 1)


@pytest.mark.parametrize("written", ["30+2", "", "abc", "130", "0", "-3", "45+0", "²"])
def test_what_is_no_minute_is_refused(written):
    with pytest.raises(ValueError, match=r"not a minute"):
        parse_minute(written)


def test_minute_of_another_period_is_refused():
    with pytest.raises(ValueError, match=r"not a minute of this period"):
        parse_minute("12", period="2H")


def test_minutes_sort_as_they_are_played():
    written = ["2", "45", "45+2", "46", "90", "90+4", "91", "120", "120+1"]
    minutes = [parse_minute(w, extra_time=True) for w in written]
    shuffled = random.Random(5).sample(minutes, len(minutes))

    assert sorted(shuffled, key=lambda minute: minute.place) == minutes


def test_events_come_in_the_order_of_their_minutes(db):
    match = make_match()
    for period, minute, added in [("2H", 46, None), ("1H", 45, 2), ("1H", 45, None)]:
        make_event(match=match, period=period, minute=minute, added=added)

    events = MatchEvent.objects.in_order()

    assert [minute_of(e) for e in events] == [
        Minute("1H", 45, None),
        Minute("1H", 45, 2),
        Minute("2H", 46, None),
    ]
