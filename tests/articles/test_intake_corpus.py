import pytest

from matches.models import Match, Membership
from tests.corpus import world

pytestmark = pytest.mark.django_db


def test_world_is_built():
    world.build(world.read())

    assert Match.objects.count() == len(world.read()["matches"])
    assert Membership.objects.filter(team__slug="bru", role="head_coach").count() == 2
