import json
from datetime import UTC, date, datetime

import pytest

from matches.importers import football_data, rounds
from matches.importers.importing import import_rows
from matches.importers.rows import Refused
from matches.models import (
    Appearance,
    Match,
    MatchEvent,
    MatchNumber,
    Person,
    PersonNumber,
    Stage,
)
from tests.factories import make_competition, make_membership, make_season, make_team

OM, ATALANTA = {"id": 516, "name": "Olympique de Marseille"}, {"id": 102}
ATALANTA["name"] = "Atalanta BC"
GOALS = [
    {
        "minute": 11,
        "injuryTime": None,
        "type": "REGULAR",
        "team": ATALANTA,
        "scorer": {"id": 1, "name": "Gianluca Scamacca"},
        "assist": {"id": 2, "name": "Teun Koopmeiners"},
        "score": {"home": 0, "away": 1},
    },
    {
        "minute": 45,
        "injuryTime": 2,
        "type": "PENALTY",
        "team": OM,
        "scorer": {"id": 3, "name": "Chancel Mbemba"},
        "assist": None,
    },
]


def payload(**changes):
    told = {
        "id": 123456,
        "utcDate": "2024-05-02T19:00:00Z",
        "status": "FINISHED",
        "matchday": None,
        "stage": "SEMI_FINALS",
        "group": None,
        "lastUpdated": "2024-05-03T00:20:00Z",
        "homeTeam": OM,
        "awayTeam": ATALANTA,
        "score": {
            "duration": "REGULAR",
            "fullTime": {"home": 1, "away": 1},
            "halfTime": {"home": 1, "away": 1},
        },
    }
    return told | changes


def rows(*payloads):
    return football_data.read(json.dumps({"filters": {}, "matches": payloads}))


def reasons(document, **asked):
    with pytest.raises(Refused) as refused:
        football_data.read(json.dumps(document), **asked)
    return refused.value.reasons


@pytest.fixture
def season(db):
    return make_season(competition=make_competition(kind="cup"))


def bring(season, *payloads):
    return import_rows(rows(*payloads), season=season)


def test_match_is_read_in_utc_with_its_number():
    [row] = rows(payload())

    assert (row.round, row.number, row.status) == ("Semi finals", "123456", "finished")
    assert row.instant == datetime(2024, 5, 2, 19, tzinfo=UTC)
    assert (row.half_time, row.full_time) == ((1, 1), (1, 1))


def test_match_may_come_alone():
    [row] = football_data.read(json.dumps(payload()))

    assert (row.place, row.home) == ("match", "Olympique de Marseille")


@pytest.mark.parametrize(
    ("told", "status", "phase"),
    [
        ("SCHEDULED", "scheduled", ""),
        ("TIMED", "scheduled", ""),
        ("IN_PLAY", "live", ""),
        ("PAUSED", "live", "half_time"),
        ("EXTRA_TIME", "live", "extra_time"),
        ("PENALTY_SHOOTOUT", "live", "shootout"),
        ("FINISHED", "finished", ""),
        ("SUSPENDED", "suspended", ""),
        ("POSTPONED", "postponed", ""),
        ("CANCELLED", "cancelled", ""),
        ("AWARDED", "awarded", ""),
    ],
)
def test_status_words_of_the_provider(season, told, status, phase):
    bring(season, payload(status=told))

    match = Match.objects.get()
    assert (match.status, match.phase) == (status, phase)


def test_scheduled_match_has_a_day_only(season):
    bring(season, payload(status="SCHEDULED", utcDate="2024-05-02T00:00:00Z", score={}))

    match = Match.objects.get()
    assert (match.kickoff_at, match.kickoff_on) == (None, date(2024, 5, 2))


@pytest.mark.parametrize(
    ("stage", "group", "matchday", "expected"),
    [
        ("GROUP_STAGE", "GROUP_B", 3, "Group stage, Group b, Matchday 3"),
        ("REGULAR_SEASON", None, 32, "Regular season, Matchday 32"),
        ("LAST_16", None, 7, "Round of 16"),
        ("QUALIFICATION_ROUND_2", None, None, "Qualifying round 2"),
        (None, None, 4, "Matchday 4"),
    ],
)
def test_stage_is_written_as_a_round(stage, group, matchday, expected):
    [row] = rows(payload(stage=stage, group=group, matchday=matchday))

    assert row.round == expected


@pytest.mark.parametrize(
    ("stage", "kind", "name"),
    [
        ("FINAL", "final", ""),
        ("THIRD_PLACE", "third_place", ""),
        ("QUARTER_FINALS", "quarter_finals", ""),
        ("LAST_32", "round_of_32", ""),
        ("LAST_64", "round_of_64", ""),
        ("ROUND_4", "qualifying", "Fourth round"),
        ("ROUND_1", "qualifying", "First round"),
        ("GROUP_STAGE", "group_stage", ""),
        ("PRELIMINARY_ROUND", "qualifying", ""),
        ("QUALIFICATION", "qualifying", ""),
        ("QUALIFICATION_ROUND_3", "qualifying", "Qualifying round 3"),
        ("PLAYOFF_ROUND_2", "play_offs", "Playoffs, Round 2"),
        ("PLAYOFFS", "play_offs", ""),
        ("CLAUSURA", "regular_season", "Clausura"),
        ("APERTURA", "regular_season", "Apertura"),
        ("CHAMPIONSHIP", "regular_season", "Championship"),
        ("RELEGATION", "regular_season", "Relegation"),
        ("RELEGATION_ROUND", "regular_season", "Relegation round"),
        ("LEAGUE_STAGE", "league_phase", ""),
    ],
)
def test_every_stage_of_the_provider_is_understood(stage, kind, name):
    [row] = rows(payload(stage=stage, matchday=4))

    round_ = rounds.read(row.round, competition="cup")
    assert (round_.kind, round_.name) == (kind, name)


def test_round_without_a_number_is_not_the_first_of_the_numbered(season):
    bring(season, payload(stage="PLAYOFF_ROUND_1"), payload(stage="PLAYOFFS", id=2))

    assert sorted(Stage.objects.values_list("order", flat=True)) == [300, 301]


def test_same_payload_twice_changes_nothing(season):
    told = payload(goals=GOALS, attendance=61_547)
    bring(season, told)
    before = MatchEvent.history.count(), Match.history.count()

    assert str(bring(season, told)) == "0 created, 0 updated, 1 unchanged, 0 refused"
    assert (MatchEvent.history.count(), Match.history.count()) == before
    assert MatchNumber.objects.count() == 1


def test_what_has_not_changed_there_is_not_looked_at(season):
    bring(season, payload())

    report = bring(season, payload(attendance=50_000, goals=GOALS))

    assert str(report) == "0 created, 0 updated, 1 unchanged, 0 refused"
    assert Match.objects.get().attendance is None


def test_older_payload_takes_nothing_back(season):
    bring(season, payload())

    bring(season, payload(status="TIMED", score={}, lastUpdated="2024-05-01T00:00:00Z"))

    assert Match.objects.get().full_time == (1, 1)


def test_match_is_found_by_its_number_when_its_matchday_moves(season):
    bring(season, payload(stage="GROUP_STAGE", group="GROUP_A", matchday=1))
    later = {"matchday": 6, "lastUpdated": "2024-05-04T00:00:00Z"}

    report = bring(season, payload(stage="GROUP_STAGE", group="GROUP_A", **later))

    assert report.updated == 1
    assert Match.objects.get().matchday == 6


def test_number_of_another_match_is_refused(season):
    bring(season, payload())
    other = payload(homeTeam={"name": "Lens"}, lastUpdated="2024-06-01T00:00:00Z")

    with pytest.raises(Refused, match="number 123456 of football-data is that of"):
        bring(season, other)


def test_goals_have_scorers_minutes_and_assists(season):
    bring(season, payload(goals=GOALS))

    told = MatchEvent.objects.in_order()
    assert [(e.type, e.clock, str(e.person), str(e.team)) for e in told] == [
        ("goal", "11", "Gianluca Scamacca", "Atalanta BC"),
        ("penalty_goal", "45+2", "Chancel Mbemba", "Olympique de Marseille"),
    ]
    assert str(told[0].second_person) == "Teun Koopmeiners"


def test_own_goal_goes_to_the_side_whose_score_it_moves():
    own = GOALS[0] | {"type": "OWN", "team": OM}

    [row] = rows(payload(goals=[own]))

    assert (row.incidents[0].type, row.incidents[0].side) == ("own_goal", "away")


def test_cards_substitutions_and_kicks_are_read(season):
    who = {"id": 9, "name": "Leonardo Balerdi"}
    on = {"id": 10, "name": "Iliman Ndiaye"}
    shootout = {"team": OM, "player": who, "scored": False}
    told = payload(
        bookings=[{"minute": 69, "team": OM, "player": who, "card": "YELLOW_RED"}],
        substitutions=[{"minute": 80, "team": OM, "playerOut": who, "playerIn": on}],
        penalties=[shootout, shootout | {"type": "MATCH"}],
    )

    bring(season, told)

    types = [event.type for event in MatchEvent.objects.in_order()]
    assert types == ["second_yellow", "substitution", "shootout_missed"]
    assert MatchEvent.objects.get(type="substitution").second_person.full_name == (
        "Iliman Ndiaye"
    )


def test_officials_and_line_ups_are_read(season):
    keeper = {"id": 5, "name": "Pau López", "position": "Goalkeeper", "shirtNumber": 16}
    home = OM | {"lineup": [keeper], "coach": {"id": 6, "name": "Jean-Louis Gasset"}}
    referee = {"id": 7, "name": "Daniel Siebert", "type": "REFEREE"}

    bring(season, payload(homeTeam=home, referees=[referee], attendance=61_547))

    told = Appearance.objects.order_by("order")
    assert [(a.part, a.person.full_name, a.shirt_number) for a in told] == [
        ("referee", "Daniel Siebert", None),
        ("starter", "Pau López", 16),
        ("coach", "Jean-Louis Gasset", None),
    ]
    match = Match.objects.get()
    assert (match.attendance, match.attendance_source) == (61_547, "football-data")


def test_player_of_the_club_on_file_is_known_again(season):
    known = make_membership(team=make_team("Olympique de Marseille"), role="player")
    Person.objects.update(full_name="Chancel Mbemba")

    bring(season, payload(goals=GOALS))

    assert PersonNumber.objects.get(number="3").person == known.person
    assert Person.objects.filter(full_name="Chancel Mbemba").count() == 1


def test_goals_of_a_later_payload_replace_those_of_the_last(season):
    bring(season, payload(goals=GOALS))
    later = payload(goals=GOALS[:1], lastUpdated="2024-05-04T00:00:00Z")

    report = bring(season, later)

    assert report.details == [
        "matches[0] (Olympique de Marseille – Atalanta BC): events updated"
    ]
    assert MatchEvent.objects.get().minute == 11


@pytest.mark.parametrize("act", ["save", "delete"])
def test_goals_a_person_touched_are_kept_and_told(season, act):
    bring(season, payload(goals=GOALS))
    goal = MatchEvent.objects.get(minute=11)
    goal.minute = 12
    getattr(goal, act)()
    count = MatchEvent.objects.count()

    report = bring(season, payload(goals=GOALS, lastUpdated="2024-05-04T00:00:00Z"))

    assert report.details == [
        "matches[0] (Olympique de Marseille – Atalanta BC): events kept as corrected"
    ]
    assert MatchEvent.objects.count() == count


def test_correction_is_listed_with_both_values(season):
    bring(season, payload())
    Match.objects.update(
        full_time_home=2, locked_fields=["full_time_away", "full_time_home"]
    )

    report = bring(season, payload())

    assert report.details == [
        "matches[0] (Olympique de Marseille – Atalanta BC): "
        "full_time_home kept as corrected (2; the file: 1)"
    ]


def test_nulls_and_odd_details_are_no_obstacle(season):
    absent = dict.fromkeys(["goals", "bookings", "referees", "penalties", "venue"])
    odd = {"substitutions": [None, {"minute": "x"}], "attendance": -4}

    report = bring(season, payload(**absent, **odd))

    assert report.created == 1
    assert report.details == [
        "matches[0] (Olympique de Marseille – Atalanta BC): "
        "substitutions[0] is not understood and left out",
        "matches[0] (Olympique de Marseille – Atalanta BC): "
        "substitutions[1] is not understood and left out",
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": None}, "matches[0].id: “None” is not a number"),
        ({"id": True}, "matches[0].id: “True” is not a number"),
        ({"status": "DONE"}, "matches[0].status: “DONE” is none of SCHEDULED"),
        ({"utcDate": "2024-05-02T19:00:00"}, "matches[0].utcDate: “2024-05-02T19:00"),
        ({"homeTeam": None}, "matches[0].homeTeam: “None” is not a team"),
        ({"awayTeam": {"name": None}}, "matches[0].awayTeam.name: missing"),
        ({"stage": None}, "matches[0].stage: missing"),
        ({"lastUpdated": 3}, "matches[0].lastUpdated: “3” is not a moment"),
    ],
)
def test_field_that_cannot_be_read_is_named(changes, reason):
    [told] = reasons({"matches": [payload(**changes)]})

    assert told.startswith(reason)


def test_fixture_of_teams_still_unknown_is_left_out_and_told(season):
    nobody = {"id": None, "name": None}
    final = payload(id=2, stage="FINAL", status="TIMED", homeTeam=nobody, score={})

    report = bring(season, payload(), final)

    assert str(report) == "1 created, 0 updated, 0 unchanged, 0 refused"
    assert report.details == ["matches[1]: left out, its teams are not known yet"]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ([], "neither “matches” nor “homeTeam”: this is no football-data payload"),
        ({"message": "Wait 3 s", "errorCode": 429}, "the provider answered “Wait 3 s”"),
    ],
)
def test_document_that_holds_no_match_is_refused(document, reason):
    assert reasons(document) == [reason]


def test_payload_of_another_season_is_refused():
    told = payload(season={"startDate": "2023-09-21"})

    assert reasons(told, season="2022/23") == [
        "match.season.startDate: the file is of 2023, the season asked for of 2022"
    ]
