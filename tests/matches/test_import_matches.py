import io

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from matches.management.commands import import_matches
from matches.models import Competition, Match, Season, Team
from tests.factories import make_competition, make_season
from tests.matches.importers.files import first_leg, football, match, second_leg


@pytest.fixture
def cup(db):
    return make_competition(
        key="europa-league", name_fr="Ligue Europa", name_en="Europa League"
    )


@pytest.fixture
def file(tmp_path):
    return tmp_path / "season.json"


def bring(file, competition="europa-league", season="2023/24", **options):
    out = io.StringIO()
    call_command(
        "import_matches",
        str(file),
        competition=competition,
        season=season,
        stdout=out,
        **options,
    )
    return out.getvalue().splitlines()


def refusal(file, **options):
    with pytest.raises(CommandError) as refused:
        bring(file, **options)
    return str(refused.value).replace(str(file), "season.json")


def test_report_is_one_line(cup, file):
    file.write_text(football(first_leg(), second_leg()))

    assert bring(file) == ["2 created, 0 updated, 0 unchanged, 0 refused"]
    assert bring(file) == ["0 created, 0 updated, 2 unchanged, 0 refused"]


@pytest.mark.parametrize("name", ["europa-league", "ligue EUROPA", "Europa League"])
def test_competition_is_found_by_key_or_name(cup, file, name):
    file.write_text(football(match()))

    bring(file, competition=name)

    assert Season.objects.get().competition == cup
    assert (Season.objects.get().label, Season.objects.get().slug) == (
        "2023/24",
        "2023-24",
    )


def test_season_on_file_is_found_again(cup, file):
    season = make_season(competition=cup)
    file.write_text(football(match()))

    bring(file, season="2023-24")

    assert Match.objects.get().season == season


def test_unknown_competition_lists_the_known(cup, file):
    file.write_text(football(match()))

    assert refusal(file, competition="ligue-1") == (
        "No competition is called ligue-1. Known: europa-league."
    )


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"zone": "Mars/Base"}, "Mars/Base is no time zone; say one as Europe/Paris."),
        ({"zone": "../etc"}, "../etc is no time zone; say one as Europe/Paris."),
        ({"season": "23"}, "23 is no season; say one as 2023/24, or 2024."),
        ({"alias": ["OM"]}, "--alias OM: say it as “Spelling=Known name”."),
    ],
)
def test_option_that_says_nothing_is_refused(cup, file, options, sentence):
    file.write_text(football(match()))

    assert refusal(file, **options) == sentence


def test_other_formats_are_refused(cup, file):
    with pytest.raises(CommandError, match="invalid choice: 'football.csv'"):
        call_command(
            "import_matches",
            str(file),
            "--format=football.csv",
            "--competition=europa-league",
            "--season=2023/24",
        )


def test_broken_row_is_named_and_nothing_is_changed(cup, file):
    file.write_text(football(match(), match(score={"ft": "x"})))

    assert refusal(file) == (
        "season.json: matches[1].score.ft: “x” is not a score\n"
        "0 created, 0 updated, 0 unchanged, 1 refused: nothing is changed."
    )
    assert (Team.objects.count(), Season.objects.count()) == (0, 0)


def test_database_held_by_another_is_a_refusal(cup, file, monkeypatch):
    def import_rows(*rows, **options):
        raise OperationalError("database is locked")

    monkeypatch.setattr(import_matches, "import_rows", import_rows)
    file.write_text(football(match()))

    assert refusal(file).splitlines() == [
        "season.json: the database cannot take it now (database is locked): try again",
        "0 created, 0 updated, 0 unchanged, 1 refused: nothing is changed.",
    ]


def test_late_refusal_leaves_no_season_behind(cup, file):
    file.write_text(football(match(round="Mystery")))

    refusal(file)

    assert (Season.objects.count(), Team.objects.count()) == (0, 0)


def test_dry_run_keeps_nothing(cup, file):
    file.write_text(football(match()))

    assert bring(file, dry_run=True) == [
        "dry run, nothing is changed: 1 created, 0 updated, 0 unchanged, 0 refused"
    ]
    assert (Season.objects.count(), Match.objects.count()) == (0, 0)


def test_missing_file_is_one_sentence(cup, file):
    assert refusal(file).startswith("season.json: No such file or directory\n")


def test_file_in_another_encoding_is_one_sentence(cup, file):
    file.write_bytes(football(match()).encode("utf-16"))

    assert refusal(file).startswith("season.json: line 1 column 1: not UTF-8;")


def test_file_too_large_is_refused(cup, file, monkeypatch):
    monkeypatch.setattr(import_matches, "LARGEST", 1024 * 1024)
    file.write_bytes(b" " * (1024 * 1024 + 1))

    assert refusal(file).startswith("season.json: larger than 1 MB\n")


def test_file_may_come_through_standard_input(cup, monkeypatch):
    source = io.TextIOWrapper(io.BytesIO(football(match()).encode()))
    monkeypatch.setattr("sys.stdin", source)

    assert bring("-") == ["1 created, 0 updated, 0 unchanged, 0 refused"]


def test_alias_names_the_team_on_file(cup, file):
    file.write_text(football(match()))
    bring(file)
    file.write_text(football(match(team1="L’OM", date="2024-05-01")))

    lines = bring(file, alias=["L’OM=Olympique Marseille"])

    assert lines[-1] == "0 created, 1 updated, 0 unchanged, 0 refused"
    assert Competition.objects.count() == 1
