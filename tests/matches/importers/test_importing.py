from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from matches.importers.importing import import_rows
from matches.importers.rows import Refused
from matches.models import Match, Stage, Team, TeamAlias, Tie
from tests.factories import make_competition, make_season, make_team
from tests.matches.importers.files import first_leg, match, rows, second_leg


@pytest.fixture
def season(db):
    return make_season(competition=make_competition(kind="cup"))


@pytest.fixture
def league(db):
    return make_season(competition=make_competition(kind="league"))


def day_of(number, **changes):
    return match(round=f"Matchday {number}", **changes)


def history():
    return Match.history.count() + Tie.history.count() + TeamAlias.history.count()


def reasons(*files, season):
    with pytest.raises(Refused) as refused:
        import_rows(rows(*files), season=season)
    return refused.value.reasons


def test_match_is_created_with_all_the_file_says(season):
    report = import_rows(rows(match()), season=season)

    created = Match.objects.get()
    assert str(report) == "1 created, 0 updated, 0 unchanged, 0 refused"
    assert created.kickoff_at == datetime(2024, 4, 18, 19, 0, tzinfo=UTC)
    assert created.kickoff_on == date(2024, 4, 18)
    assert (created.half_time, created.full_time) == ((0, 0), (1, 0))
    assert (created.status, created.version) == ("finished", 0)
    assert created.stage.kind == Stage.Kind.QUARTER_FINALS


def test_same_file_twice_changes_nothing(season):
    import_rows(rows(first_leg(), second_leg()), season=season)
    before = history()

    report = import_rows(rows(first_leg(), second_leg()), season=season)

    assert str(report) == "0 created, 0 updated, 2 unchanged, 0 refused"
    assert history() == before


def test_shuffled_file_changes_nothing(season):
    import_rows(rows(first_leg(), second_leg()), season=season)
    before = history()

    report = import_rows(rows(second_leg(), first_leg()), season=season)

    assert str(report) == "0 created, 0 updated, 2 unchanged, 0 refused"
    assert history() == before


def test_new_result_updates_the_match_and_says_what(season):
    import_rows(rows(match(score={})), season=season)

    report = import_rows(rows(match()), season=season)

    assert str(report) == "0 created, 1 updated, 0 unchanged, 0 refused"
    assert report.details == [
        "matches[0] (Olympique Marseille (FRA) – SL Benfica (POR)): half_time_home, "
        "half_time_away, full_time_home, full_time_away, status updated"
    ]
    assert Match.objects.get().version == 1


def test_file_that_says_less_erases_nothing(season):
    import_rows(rows(match()), season=season)

    report = import_rows(rows(match(score={}, time=None)), season=season)

    assert report.unchanged == 1


def test_postponed_match_moves_to_its_new_date(season):
    import_rows(rows(match(score={}, status="postponed")), season=season)

    report = import_rows(rows(match(score={}, date="2024-05-01")), season=season)

    assert report.updated == 1
    moved = Match.objects.get()
    assert (moved.status, moved.kickoff_on) == ("scheduled", date(2024, 5, 1))


def test_match_without_an_hour_has_a_day_only(season):
    import_rows(rows(match(time=None)), season=season)

    created = Match.objects.get()
    assert (created.kickoff_at, created.kickoff_on) == (None, date(2024, 4, 18))


def test_times_are_read_in_the_zone_given(season):
    import_rows(rows(match()), season=season, zone=ZoneInfo("America/Montreal"))

    kick_off = datetime(2024, 4, 19, 1, 0, tzinfo=UTC)
    assert Match.objects.get().kickoff_at == kick_off


@pytest.mark.parametrize("day", ["2026-10-25", "2027-03-28"])
def test_hour_that_clocks_skip_or_repeat_is_refused(season, day):
    assert reasons(match(date=day, time="02:30"), season=season) == [
        "matches[0].time: clocks change at 02:30 in Europe/Paris"
    ]


@pytest.mark.parametrize("status", ["awarded", "cancelled", "postponed", "abandoned"])
def test_status_the_file_tells_is_kept(season, status):
    import_rows(rows(match(status=status)), season=season)

    assert Match.objects.get().status == status


def test_shootout_may_come_without_a_score_after_extra_time(season):
    import_rows(rows(match(score={"ft": [2, 2], "p": [2, 4]})), season=season)

    created = Match.objects.get()
    assert (created.full_time, created.extra_time) == ((2, 2), None)
    assert created.shootout == (2, 4)


def test_live_match_that_ended_has_no_phase_left(season):
    import_rows(rows(match(score={})), season=season)
    live = Match.objects.get()
    live.status, live.phase = "live", "second_half"
    live.save()

    import_rows(rows(match()), season=season)

    assert (Match.objects.get().status, Match.objects.get().phase) == ("finished", "")


def test_one_broken_row_imports_nothing(season):
    files = [match(), match(round="Mystery")]

    assert reasons(*files, season=season) == [
        "matches[1].round: “Mystery” is not a round this import knows"
    ]
    assert (Match.objects.count(), Team.objects.count()) == (0, 0)


def test_same_match_twice_in_a_file_is_refused(season):
    assert reasons(match(), match(date="2024-04-20"), season=season) == [
        "matches[1]: the same match as matches[0]"
    ]


def test_team_that_plays_itself_is_refused(season):
    team = make_team("Benfica")
    for name in ("SL Benfica", "Benfica Lisbonne"):
        TeamAlias.objects.create(team=team, name=name)
    file = match(team1="Benfica Lisbonne", team2="SL Benfica (POR)")

    assert reasons(file, season=season) == [
        "matches[0].team2: SL Benfica (POR) does not play itself"
    ]


def test_rule_of_the_database_is_told_in_words(season):
    import_rows(rows(match(score={})), season=season)
    Match.objects.update(half_time_home=5, half_time_away=0)

    assert reasons(match(score={"ft": [1, 0]}), season=season) == [
        "matches[0] (Olympique Marseille (FRA) – SL Benfica (POR)): "
        "A running score never goes down."
    ]


def test_dry_run_reports_and_keeps_nothing(season):
    report = import_rows(rows(match()), season=season, dry_run=True)

    assert str(report) == "1 created, 0 updated, 0 unchanged, 0 refused"
    assert (Match.objects.count(), Team.objects.count()) == (0, 0)


def test_corrected_field_is_kept_and_said(season):
    import_rows(rows(match()), season=season)
    corrected = Match.objects.get()
    corrected.half_time_home = 1
    corrected.locked_fields = ["half_time_away", "half_time_home"]
    corrected.save()

    report = import_rows(rows(match()), season=season)

    assert str(report) == "0 created, 0 updated, 1 unchanged, 0 refused"
    assert report.details == [
        "matches[0] (Olympique Marseille (FRA) – SL Benfica (POR)): "
        "half_time_home kept as corrected (1; the file: 0)"
    ]
    assert Match.objects.get().half_time == (1, 0)


def test_matchday_32_may_be_played_after_matchday_33(league):
    files = [day_of(32, date="2024-05-15"), day_of(33, date="2024-05-11")]

    import_rows(rows(*files), season=league)

    assert [m.matchday for m in Match.objects.order_by("kickoff_at")] == [33, 32]


def test_replay_stands_for_the_match_it_replays(league):
    import_rows(rows(day_of(8, status="abandoned", score={})), season=league)
    abandoned = Match.objects.get()
    fields = {n: getattr(abandoned, n) for n in ("season", "stage", "home", "away")}
    replay = Match.objects.create(matchday=8, replay_of=abandoned, **fields)

    import_rows(rows(day_of(8, date="2023-11-29")), season=league)

    assert Match.objects.get(pk=replay.pk).full_time == (1, 0)
    assert Match.objects.get(pk=abandoned.pk).full_time is None


def test_import_leaves_its_name_in_history(season):
    import_rows(rows(match()), season=season)

    assert Match.objects.get().history.get().history_change_reason == "import"
