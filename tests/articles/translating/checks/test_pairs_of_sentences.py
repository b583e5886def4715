"""Sixty pairs with a fault planted in each, sixty and ninety without."""

import pytest

from tests.articles.translating.checks.desk import checked, listed, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


@pytest.mark.parametrize("number", range(60))
def test_a_planted_fault_is_found_where_it_is(desk, number):
    source, target, told = listed("planted")[number]

    found = checked(told, source=source, target=target, desk=desk)

    assert [(str(one.kind), one.words) for one in found] == [
        (told["kind"], told["words"])
    ]


@pytest.mark.parametrize("number", range(60))
def test_a_faithful_translation_raises_nothing(desk, number):
    source, target, told = listed("clean")[number]

    found = checked(told, source=source, target=target, desk=desk)

    assert [(str(one.kind), one.words, one.says) for one in found] == []


def test_a_translation_may_take_liberties(desk):
    raised = {
        told["target"]: found
        for source, target, told in listed("freely")
        if (found := checked(told, source=source, target=target, desk=desk))
    }

    assert len(listed("freely")) == 90
    assert raised == {}
