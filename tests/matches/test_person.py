from datetime import date

import pytest
from django.db import IntegrityError

from matches.models import Membership, Person
from tests.factories import make_membership, make_person

FEBRUARY, MAY, JULY = date(2024, 2, 20), date(2024, 5, 2), date(2024, 7, 1)


@pytest.mark.parametrize(
    ("full_name", "known_as", "sort_name", "label"),
    [
        ("Jean-Louis Gasset", "", "Gasset Jean-Louis", "Gasset"),
        ("Éderson", "", "Éderson", "Éderson"),
        ("Marten de Roon", "", "de Roon Marten", "de Roon"),
        ("Luis Henrique", "Luis Henrique", "Henrique Luis", "Luis Henrique"),
    ],
)
def test_person_is_sorted_and_called(db, full_name, known_as, sort_name, label):
    person = make_person(full_name, known_as=known_as)

    assert (person.sort_name, person.label) == (sort_name, label)


def test_order_the_desk_chose_is_kept(db):
    assert make_person("Marten de Roon", sort_name="Roon").sort_name == "Roon"


def test_people_are_listed_in_their_order(db):
    for name in ("Chancel Mbemba", "Juan Musso", "Leonardo Balerdi"):
        make_person(name)

    assert [person.label for person in Person.objects.all()] == [
        "Balerdi",
        "Mbemba",
        "Musso",
    ]


@pytest.mark.parametrize(
    ("started_on", "ended_on", "expected"),
    [
        (None, None, True),
        (FEBRUARY, None, True),
        (MAY, MAY, True),
        (FEBRUARY, JULY, True),
        (None, FEBRUARY, False),
        (JULY, None, False),
    ],
)
def test_membership_is_valid_from_its_first_day_to_its_last(
    db, started_on, ended_on, expected
):
    membership = make_membership(started_on=started_on, ended_on=ended_on)

    assert membership.is_valid_on(MAY) is expected
    assert Membership.objects.valid_on(MAY).contains(membership) is expected


def test_membership_ends_after_it_starts(db):
    with pytest.raises(IntegrityError, match="membership_ends_after_it_starts"):
        make_membership(started_on=JULY, ended_on=FEBRUARY)
