import pytest
from django.utils import translation

from matches.models import Match, Score
from matches.timeline import timeline
from tests.factories import make_event, make_match, make_person, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def played(home, away, **overrides):
    score = {"full_time_home": home, "full_time_away": away}
    return make_match(status="finished", **score | overrides)


def chapters(match, *posts):
    events = list(match.events.with_people().in_order())
    return timeline(Match.objects.get(pk=match.pk), events, posts, language="en")


def entries(match, *posts):
    return [entry for chapter in chapters(match, *posts) for entry in chapter.entries]


def heads(match):
    return [(chapter.title, chapter.ending) for chapter in chapters(match)]


def test_events_keep_the_order_of_the_match():
    match = played(0, 0)
    for period, minute, added in [("2H", 46, None), ("1H", 45, 2), ("1H", 45, None)]:
        make_event(
            match=match, type="woodwork", period=period, minute=minute, added=added
        )

    assert [line.clock for line in entries(match)] == ["45'", "45+2'", "46'"]


def test_post_stands_after_the_events_of_the_minute_it_gives():
    match = played(0, 0)
    post = make_post(match=match, claimed_minute=45, claimed_added=2)
    for period, minute in [("1H", 20), ("2H", 59)]:
        make_event(match=match, type="woodwork", period=period, minute=minute)

    first, posted, last = entries(match, post)

    assert (first.clock, posted.post, last.clock) == ("20'", post, "59'")


def test_post_without_a_minute_stands_elsewhere():
    match = played(0, 0)

    assert entries(match, make_post(match=match)) == []


def test_goal_carries_the_score_it_made():
    match = played(1, 1)
    make_event(match=match, team=match.away, minute=11)
    make_event(match=match, team=match.home, minute=20, type="own_goal")

    assert [line.score for line in entries(match)] == [Score(0, 1), Score(1, 1)]


def test_no_score_is_told_where_goals_do_not_add_up_to_the_result():
    match = played(2, 1)
    make_event(match=match, team=match.away, minute=11)

    assert [line.score for line in entries(match)] == [None]


def test_goal_taken_back_is_struck_and_makes_no_score():
    match = played(0, 0)
    make_event(match=match, team=match.home, cancelled_by="var", reason="offside")

    (line,) = entries(match)

    assert (line.is_struck, line.score) == (True, None)
    assert line.details == ["Goal disallowed: offside, by the VAR"]


def test_note_is_told_in_the_languages_it_has():
    match = played(0, 0)
    make_event(match=match, type="note", note_fr="Fumigènes.", minute=5)
    make_event(match=match, type="note", note_en="Flares.", minute=6)

    assert [line.clock for line in entries(match)] == ["6'"]


@pytest.mark.parametrize("kind", ["big_chance", "save", "injury", "period_start"])
def test_asides_are_not_told(kind):
    match = played(0, 0)
    make_event(match=match, type=kind)

    assert entries(match) == []


def test_chapters_say_the_score_they_end_with():
    match = played(
        1, 1, half_time_home=0, half_time_away=1, shootout_home=4, shootout_away=2
    )
    match.extra_time_home = match.extra_time_away = 1
    match.save()
    make_event(match=match, team=match.home, minute=20)

    assert heads(match) == [
        ("First half", "Half-time 0-1"),
        ("Second half", "After 90 minutes 1-1"),
        ("Extra time", "After extra time 1-1"),
        ("Penalty shoot-out", "4-2 on penalties"),
    ]


def test_match_of_ninety_minutes_ends_with_full_time():
    match = played(1, 0)
    make_event(match=match, team=match.home)

    assert heads(match) == [("First half", ""), ("Second half", "Full time 1-0")]


@pytest.mark.parametrize(
    ("phase", "expected"),
    [
        ("first_half", [("First half", "")]),
        ("half_time", [("First half", "Half-time 1-0")]),
        ("second_half", [("Second half", ""), ("First half", "Half-time 1-0")]),
        (
            "extra_time_break",
            [("Second half", "After 90 minutes 1-0"), ("First half", "Half-time 1-0")],
        ),
    ],
)
def test_live_match_tells_the_latest_first(phase, expected):
    scores = {"half_time_home": 1, "half_time_away": 0}
    match = played(1, 0, **scores)
    Match.objects.filter(pk=match.pk).update(status="live", phase=phase)

    assert heads(match) == expected


def test_events_of_a_live_match_are_told_the_latest_first():
    match = make_match(status="live", phase="first_half")
    for minute in (3, 12):
        make_event(match=match, type="woodwork", minute=minute)

    assert [line.clock for line in entries(match)] == ["12'", "3'"]


def test_kicks_of_a_shoot_out_keep_their_order():
    match = make_match(status="live", phase="shootout")
    kicks = [
        make_event(match=match, type=kind, period="PSO", minute=None, sequence=number)
        for number, kind in enumerate(["shootout_scored", "shootout_saved"], start=1)
    ]

    shootout, *earlier = chapters(match)

    assert [kick.event for kick in shootout.kicks] == kicks
    assert [c.title for c in earlier] == ["Extra time", "Second half", "First half"]


@pytest.mark.parametrize("status", ["scheduled", "postponed", "finished"])
def test_match_of_which_nothing_is_told_has_no_chapter(status):
    assert chapters(make_match(status=status)) == []


@pytest.mark.parametrize(
    ("fields", "title", "details"),
    [
        ({"type": "goal_disallowed"}, "Goal", ["Goal disallowed"]),
        (
            {"type": "goal_disallowed", "reason": "handball", "note_en": "By Sarr."},
            "Goal",
            ["Goal disallowed: handball", "By Sarr."],
        ),
        (
            {"type": "var_check", "reason": "penalty", "outcome": "no_action"},
            "VAR",
            ["check of a penalty: no action"],
        ),
        ({"type": "added_time", "announced": 4}, "Added time", ["at least 4 min"]),
        (
            {"type": "red_card", "cancelled_by": "referee"},
            "Red card",
            ["cancelled by the referee"],
        ),
        ({"type": "yellow_card"}, "Yellow card", []),
    ],
)
def test_line_explains_its_event(fields, title, details):
    match = played(0, 0)
    make_event(match=match, **fields)

    (line,) = entries(match)

    assert (line.title, line.details) == (title, details)


def test_substitution_is_about_who_comes_on():
    match = played(0, 0)
    off, on = make_person("Jonathan Clauss"), make_person("Quentin Merlin")
    make_event(match=match, type="substitution", person=off, second_person=on)

    (line,) = entries(match)

    assert (line.person, line.details) == ("Merlin", ["for Clauss"])
