from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from matches.models import Match, Score, Venue
from tests.factories import KICK_OFF, make_match, make_pairing, make_team
from tests.matches.scores import scores


def make_venue(timezone):
    return Venue.objects.create(slug="ground", name_fr="Stade", timezone=timezone)


@pytest.mark.parametrize(
    ("timezone", "day"),
    [("Europe/Paris", date(2024, 5, 2)), ("Asia/Tokyo", date(2024, 5, 3))],
)
def test_match_belongs_to_the_venues_day(db, timezone, day):
    match = make_match(venue=make_venue(timezone))

    assert (match.kickoff_at, match.kickoff_on) == (KICK_OFF, day)


def test_match_without_a_venue_belongs_to_the_competitions_day(db):
    match = make_match(kickoff_at=datetime(2024, 5, 2, 22, 30, tzinfo=UTC))

    assert match.kickoff_on == date(2024, 5, 3)


def test_match_without_an_hour_keeps_its_day(db):
    match = make_match(kickoff_at=None, kickoff_on=date(2024, 5, 2))

    assert match.kickoff_on == date(2024, 5, 2)


@pytest.mark.parametrize(
    ("values", "final"),
    [
        ({}, None),
        ({"full_time_home": 2, "full_time_away": 2}, (2, 2)),
        (
            {
                "full_time_home": 2,
                "full_time_away": 2,
                "extra_time_home": 3,
                "extra_time_away": 2,
            },
            (3, 2),
        ),
    ],
)
def test_final_score_is_that_of_the_last_minute_played(values, final):
    assert Match(**values).final_score == final


@pytest.mark.parametrize(
    ("values", "mode"),
    [
        ({}, ""),
        ({"status": "live"}, ""),
        ({"status": "finished"}, "regulation"),
        ({"status": "finished", **scores(extra_time=(3, 2))}, "extra_time"),
        ({"status": "finished", **scores(shootout=(4, 2))}, "penalties"),
        (
            {"status": "finished", **scores(extra_time=(2, 2), shootout=(4, 2))},
            "penalties",
        ),
        ({"status": "awarded"}, "awarded"),
        ({"status": "awarded", "is_walkover": True}, "walkover"),
    ],
)
def test_result_mode_is_told_by_the_status_and_the_scores(values, mode):
    assert Match(**values).result_mode == mode


@pytest.mark.parametrize(
    ("values", "precision"),
    [
        ({"kickoff_at": KICK_OFF, "kickoff_on": date(2024, 5, 2)}, "datetime"),
        ({"kickoff_on": date(2024, 5, 2)}, "date"),
        ({}, "tbc"),
    ],
)
def test_precision_of_the_kick_off_is_what_is_known_of_it(values, precision):
    assert Match(**values).kickoff_precision == precision


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, False),
        ({"original_kickoff_at": KICK_OFF}, False),
        ({"original_kickoff_at": KICK_OFF - timedelta(days=7)}, True),
        ({"original_kickoff_on": date(2024, 5, 2)}, False),
        ({"original_kickoff_on": date(2024, 4, 25)}, True),
    ],
)
def test_match_is_rescheduled_once_it_has_another_date(values, expected):
    match = Match(kickoff_at=KICK_OFF, kickoff_on=date(2024, 5, 2), **values)

    assert match.is_rescheduled is expected
    match.status = Match.Status.POSTPONED
    assert match.is_rescheduled is False


def test_award_decides_whatever_the_score(db):
    match = make_match(status="awarded", **scores(full_time=(4, 2)))

    assert match.winner_id == match.home_id
    match.awarded_to = match.away
    assert match.winner_id == match.away_id


def test_score_needs_both_figures():
    assert Match(full_time_home=1).full_time is None
    assert str(Score(1, 0)) == "1-0"


def test_goals_of_a_team_do_not_depend_on_its_side(db):
    match = make_match(full_time_home=3, full_time_away=0)

    assert match.goals_of(match.home_id) == 3
    assert match.goals_of(match.away_id) == 0
    assert match.goals_of(-1) == 0


@pytest.mark.parametrize(
    ("language", "slug"), [("fr", "om-atalanta"), ("en", "marseille-atalanta")]
)
def test_slug_is_in_the_language_of_the_page(db, language, slug):
    home = make_team("OM", short_name_fr="OM", short_name_en="Marseille")
    match = make_match(home=home)

    with override(language):
        assert match.slug == slug


def two_legs(first, second, **scores):
    tie = make_pairing()
    home, away = tie.team_a, tie.team_b
    for leg, sides, goals in [(1, (home, away), first), (2, (away, home), second)]:
        make_match(
            stage=tie.stage,
            tie=tie,
            leg=leg,
            home=sides[0],
            away=sides[1],
            full_time_home=goals[0],
            full_time_away=goals[1],
            **(scores if leg == 2 else {}),
        )
    return Match.objects.get(leg=2)


KICKS = {"shootout_home": 4, "shootout_away": 2}


def test_shootout_of_a_level_tie_is_valid(db):
    assert two_legs((2, 1), (1, 0), **KICKS).clean() is None


def test_shootout_of_a_tie_already_won_is_refused(db):
    with pytest.raises(ValidationError):
        two_legs((2, 1), (2, 0), **KICKS).clean()


def test_label_tells_enough_to_choose(db):
    match = make_match(full_time_home=1, full_time_away=1)

    assert str(match) == "Olympique de Marseille 1-1 Atalanta, 2\u00a0mai 2024, Coupe"
    match.full_time_home = None
    assert str(match) == "Olympique de Marseille – Atalanta, 2\u00a0mai 2024, Coupe"
