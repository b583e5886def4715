from datetime import timedelta

import pytest

from matches.importers.importing import import_rows
from matches.models import Match, MatchMove
from matches.transitions import move
from tests.factories import KICK_OFF, make_competition, make_season, make_user
from tests.matches.importers.files import first_leg, match, rows, second_leg
from tests.matches.importers.test_football_data import payload
from tests.matches.importers.test_football_data import rows as data_rows
from tests.matches.scores import scores


@pytest.fixture
def season(db):
    return make_season(competition=make_competition(kind="cup"))


def bring(season, *told):
    return import_rows(data_rows(*told), season=season)


def told_later(minutes=1, **values):
    """A payload the provider changed `minutes` after the first."""
    at = KICK_OFF + timedelta(days=1, minutes=minutes)
    return payload(lastUpdated=f"{at:%Y-%m-%dT%H:%M:%SZ}", **values)


LATE = [
    ("finished", "TIMED"),
    ("finished", "IN_PLAY"),
    ("finished", "POSTPONED"),
    ("finished", "CANCELLED"),
    ("finished", "SUSPENDED"),
    ("live", "TIMED"),
    ("suspended", "SCHEDULED"),
    ("abandoned", "IN_PLAY"),
    ("awarded", "FINISHED"),
    ("awarded", "POSTPONED"),
    ("cancelled", "IN_PLAY"),
    ("postponed", "TIMED"),
]


@pytest.mark.parametrize(("status", "told"), LATE)
def test_status_that_would_go_back_is_kept_and_said(season, status, told):
    bring(season, payload(status="TIMED", score={}))
    Match.objects.update(status=status, **scores(full_time=(2, 2)))

    report = bring(season, told_later(status=told))

    kept = Match.objects.get()
    assert (kept.status, kept.full_time) == (status, (2, 2))
    assert report.unchanged == 1
    [said] = report.details
    assert f"status kept ({status}; the file: " in said


FOLLOWING = [
    ("scheduled", "IN_PLAY", "live"),
    ("scheduled", "FINISHED", "finished"),
    ("delayed", "IN_PLAY", "live"),
    ("live", "SUSPENDED", "suspended"),
    ("live", "FINISHED", "finished"),
    ("suspended", "IN_PLAY", "live"),
    ("suspended", "POSTPONED", "postponed"),
    ("postponed", "CANCELLED", "cancelled"),
    ("cancelled", "TIMED", "scheduled"),
    ("abandoned", "FINISHED", "finished"),
    ("finished", "AWARDED", "awarded"),
]


@pytest.mark.parametrize(("status", "told", "after"), FOLLOWING)
def test_status_that_follows_is_taken_and_logged(season, status, told, after):
    bring(season, payload(status="TIMED", score={}))
    Match.objects.update(status=status)

    bring(season, told_later(status=told))

    made = MatchMove.objects.get()
    assert Match.objects.get().status == after
    assert (made.status_before, made.status) == (status, after)
    assert (made.by, made.reason) == (None, "import")


def test_delay_stands_while_the_provider_has_no_word_for_it(season):
    bring(season, payload(status="TIMED", score={}))
    Match.objects.update(status="delayed")

    report = bring(season, told_later(status="TIMED", score={}))

    assert (Match.objects.get().status, report.details) == ("delayed", [])


def test_first_load_makes_no_moves(season):
    bring(season, payload())

    match = Match.objects.get()
    assert MatchMove.objects.count() == 0
    assert (match.status, match.full_time_at) == ("finished", None)


def test_end_learned_from_a_file_has_its_moment(season):
    bring(season, payload(status="IN_PLAY"))
    bring(season, told_later(1, status="PAUSED"))
    bring(season, told_later(2, status="FINISHED"))

    match = Match.objects.get()
    half_time, full_time = MatchMove.objects.order_by("pk")
    assert match.half_time_at == half_time.at
    assert match.full_time_at == full_time.at


@pytest.mark.parametrize(("status", "known"), [("TIMED", True), ("FINISHED", False)])
def test_line_ups_told_before_the_end_have_their_moment(season, status, known):
    bring(season, payload(status=status))
    eleven = [{"id": 9, "name": "Pau López", "position": "Goalkeeper"}]
    home = payload()["homeTeam"] | {"lineup": eleven}

    bring(season, told_later(status=status, homeTeam=home))
    bring(season, told_later(2, status=status, homeTeam=home))

    match = Match.objects.get()
    assert bool(match.lineups_at) is known
    assert match.version == known


def test_phase_never_goes_back(season):
    bring(season, payload(status="IN_PLAY"))
    Match.objects.update(phase="second_half")

    bring(season, told_later(status="PAUSED"))

    assert Match.objects.get().phase == "second_half"


@pytest.mark.parametrize(("minutes", "phase"), [(1, "half_time"), (15, "second_half")])
def test_play_told_after_a_break_is_the_next_period(season, minutes, phase):
    bring(season, payload(status="PAUSED"))
    match = Match.objects.get()
    began = match.history.first().history_date - timedelta(minutes=minutes)
    Match.objects.update(phase_started_at=began)

    bring(season, told_later(status="IN_PLAY"))

    assert Match.objects.get().phase == phase


def test_live_desk_is_not_overtaken_by_a_provider(season):
    bring(season, payload(status="TIMED", score={}))
    match = Match.objects.get()
    move(match, "live", phase="first_half", by=make_user(), at=KICK_OFF)
    Match.objects.update(**scores(full_time=(1, 0)))

    half = {"fullTime": {"home": 0, "away": 0}}
    report = bring(season, told_later(status="PAUSED", score=half))

    match = Match.objects.get()
    assert (match.phase, match.full_time) == ("first_half", (1, 0))
    assert report.details[0].endswith("run on the live desk: score and phase kept")


def test_live_desk_learns_the_end_from_a_provider(season):
    bring(season, payload(status="TIMED", score={}))
    match = Match.objects.get()
    move(match, "live", phase="second_half", by=make_user(), at=KICK_OFF)

    bring(season, told_later())

    assert (Match.objects.get().status, Match.objects.get().phase) == ("finished", "")


def test_postponed_match_keeps_its_first_date_in_a_file_too(season):
    import_rows(rows(match(score={}, status="postponed")), season=season)
    first = Match.objects.get().kickoff_at

    import_rows(rows(match(score={}, date="2024-05-01")), season=season)

    moved = Match.objects.get()
    assert (moved.original_kickoff_at, moved.is_rescheduled) == (first, True)


@pytest.mark.parametrize(
    ("told", "winner"),
    [
        ({"winner": "HOME_TEAM"}, "home"),
        ({"winner": "AWAY_TEAM", "fullTime": {"home": 1, "away": 1}}, "away"),
        ({"fullTime": {"home": 3, "away": 0}}, "home"),
        ({"winner": "DRAW", "fullTime": {"home": 1, "away": 1}}, None),
        ({"winner": ["HOME_TEAM"]}, None),
    ],
)
def test_award_is_to_the_winner_the_file_tells(season, told, winner):
    bring(season, payload(status="AWARDED", score=told))

    match = Match.objects.get()
    assert match.awarded_to == (winner and getattr(match, winner))
    assert match.result_mode == "awarded"


def test_award_told_without_a_score_is_taken(season):
    bring(season, payload(status="AWARDED", score={"winner": "AWAY_TEAM"}))

    assert Match.objects.get().winner_id == Match.objects.get().away_id


def test_replay_of_an_abandoned_match_is_a_match_of_its_own(season):
    import_rows(rows(match(score={"ft": [4, 2]}, status="abandoned")), season=season)

    replayed = rows(match(date="2024-05-01", score={"ft": [1, 1]}))
    report = import_rows(replayed, season=season)

    broken_off, replay = Match.objects.order_by("pk")
    assert (broken_off.status, broken_off.full_time) == ("abandoned", (4, 2))
    assert (replay.replay_of, replay.full_time) == (broken_off, (1, 1))
    assert report.created == 1
    assert str(import_rows(replayed, season=season)).startswith("0 created, 0 updated")


def test_replay_under_the_same_number_is_a_match_of_its_own(season):
    bring(season, payload(status="SUSPENDED", score={}))
    Match.objects.update(status="abandoned")

    replayed = told_later(utcDate="2024-05-20T19:00:00Z")
    bring(season, replayed)

    broken_off, replay = Match.objects.order_by("pk")
    assert (broken_off.status, replay.replay_of) == ("abandoned", broken_off)
    assert replay.numbers.get().number == "123456"
    assert bring(season, replayed).unchanged == 1


def test_result_that_stands_is_no_replay(season):
    import_rows(rows(match(score={"ft": [4, 2]}, status="abandoned")), season=season)

    import_rows(rows(match(score={"ft": [4, 2]})), season=season)

    assert Match.objects.get().status == "finished"


def test_leg_that_was_replayed_counts_once(season):
    broken_off = first_leg(score={}, status="abandoned")
    import_rows(rows(broken_off, second_leg(score={})), season=season)

    replayed = first_leg(date="2024-04-15")
    import_rows(rows(replayed, second_leg()), season=season)

    second = Match.objects.get(leg=2)
    assert second.tie.leg(1).full_time == (2, 1)
    assert second.other_leg.replay_of.status == "abandoned"
    assert second.tie.outcome.winner == second.home_id


def test_decision_of_the_desk_is_not_taken_back_by_a_file(season):
    bring(season, payload(status="TIMED", score={}))
    move(Match.objects.get(), "cancelled", by=make_user(), at=KICK_OFF)

    report = bring(season, told_later(status="TIMED", score={}))

    assert Match.objects.get().status == "cancelled"
    assert "status kept as corrected (cancelled; the file: scheduled)" in str(
        report.details
    )
