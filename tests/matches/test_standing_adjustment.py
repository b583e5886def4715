import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from matches.models import Group
from tests.factories import make_adjustment, make_season, make_stage, make_team

pytestmark = pytest.mark.django_db


def test_adjustment_says_how_many_points():
    with pytest.raises(IntegrityError):
        make_adjustment(points=0)


def test_adjustment_may_be_suspended_as_a_whole():
    assert make_adjustment(points=0, suspended_points=2).pk


def test_group_of_another_season_is_refused():
    group = Group.objects.create(stage=make_stage(kind="group_stage"), label="B")
    adjustment = make_adjustment(season=make_season(), group=group)

    with pytest.raises(ValidationError) as refused:
        adjustment.full_clean()

    assert list(refused.value.message_dict) == ["group"]


def test_adjustment_is_named_by_team_and_points():
    adjustment = make_adjustment(team=make_team("Montpellier"))

    assert str(adjustment) == "Montpellier -1 (Coupe 2023/24)"
