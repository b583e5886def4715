from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from matches.models import Competition, Group, Season, Stage
from matches.models.competition import validate_zone
from tests.factories import make_competition, make_season, make_stage


@pytest.mark.parametrize("name", ["Europe/Paris", "America/Montreal", "UTC"])
def test_known_time_zone_is_valid(name):
    assert validate_zone(name) is None


@pytest.mark.parametrize("name", ["", "CET+1", "Paris", "../../etc/passwd"])
def test_unknown_time_zone_is_refused(name):
    with pytest.raises(ValidationError):
        validate_zone(name)


@pytest.mark.parametrize(
    ("language", "label"), [("fr", "Ligue Europa"), ("en", "Europa League")]
)
def test_competition_is_called_in_the_language_of_the_page(language, label):
    competition = Competition(name_fr="Ligue Europa", name_en="Europa League")

    with override(language):
        assert competition.label == label


@pytest.mark.parametrize(("label", "slug"), [("2023/24", "2023-24"), ("2024", "2024")])
def test_season_has_an_address(db, label, slug):
    assert make_season(label=label).slug == slug


def test_season_is_on_file_once_per_competition(db):
    season = make_season()

    with pytest.raises(IntegrityError):
        make_season(competition=season.competition, label="2023-24")


def test_season_ends_after_it_starts(db):
    with pytest.raises(IntegrityError, match="season_ends_after_it_starts"):
        make_season(starts_on=date(2024, 5, 22), ends_on=date(2023, 9, 21))


@pytest.mark.parametrize("label", ["2023", "2023/24"])
def test_season_is_a_year_or_two(db, label):
    season = Season(competition=make_competition(), label=label)

    assert season.clean() is None


@pytest.mark.parametrize("label", ["", "23/24", "2023-24", "2023/2024", "next"])
def test_other_season_labels_are_refused(db, label):
    season = Season(competition=make_competition(), label=label)

    with pytest.raises(ValidationError, match="label"):
        season.clean()


def test_form_refuses_a_season_already_on_file(db):
    season = make_season()

    with pytest.raises(ValidationError, match="label"):
        Season(competition=season.competition, label=season.label).clean()
    assert season.clean() is None


@pytest.mark.parametrize(
    "keys", [["goals", "luck"], ["\x00"], ["\ud800"], [[]], "goals"]
)
def test_unknown_tiebreaker_is_refused(db, keys):
    season = Season(competition=make_competition(), label="2024", tiebreakers=keys)

    with pytest.raises(ValidationError, match="tiebreakers"):
        season.clean()


def test_tiebreakers_left_empty_are_none(db):
    season = Season(competition=make_competition(), label="2024", tiebreakers=None)

    season.clean()

    assert season.tiebreakers == []


def test_newest_season_of_each_competition(db):
    cup, league = make_competition(), make_competition()
    for competition, label in [(cup, "2022/23"), (cup, "2023/24"), (league, "2021/22")]:
        make_season(competition=competition, label=label)

    labels = Season.objects.newest().values_list("label", flat=True)

    assert sorted(labels) == ["2021/22", "2023/24"]


def test_stage_is_on_file_once_per_season(db):
    stage = make_stage(order=800)

    with pytest.raises(IntegrityError):
        make_stage(season=stage.season, order=800)


def test_stage_has_its_own_name_or_that_of_its_kind(db):
    with override("en"):
        assert Stage(kind="final").label == "Final"
        assert Stage(kind="final", name_en="Grand final").label == "Grand final"


def test_group_is_on_file_once_per_stage(db):
    stage = make_stage()
    Group.objects.create(stage=stage, label="B")

    with pytest.raises(IntegrityError):
        Group.objects.create(stage=stage, label="B")
