from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from matches import changes
from matches.models import Match
from tests.factories import make_match, make_person, make_user


@pytest.fixture
def match(db):
    return make_match(attendance=64475)


def save(match, by=None, **values):
    for name, value in values.items():
        setattr(match, name, value)
    match._history_user = by
    match.save()


def since(match, version):
    row = Match.objects.get()
    return changes.since(changes.as_read(row, version), row)


def test_change_tells_the_field_both_values_and_the_person(match):
    save(match, make_user("lea", first_name="Léa", last_name="Roux"), attendance=65000)

    [change] = since(match, 0)

    assert (change.field.name, change.was, change.now) == ("attendance", 64475, 65000)
    assert change.by == "Léa Roux"


def test_change_is_that_of_its_last_author(match):
    save(match, make_user("first"), attendance=64000)
    save(match, make_user("second"), attendance=65000)
    save(match, make_user("third"), status="finished")

    assert [(c.field.name, c.by) for c in since(match, 0)] == [
        ("status", "third"),
        ("attendance", "second"),
    ]


def test_field_changed_and_changed_back_is_no_change(match):
    save(match, attendance=65000)
    save(match, attendance=64475)

    assert since(match, 0) == []


def test_only_what_came_after_the_reading_counts(match):
    save(match, attendance=65000)

    assert since(match, 1) == []
    assert changes.as_read(match, 7) is None


def test_change_of_no_person_names_what_made_it(match):
    match._change_reason = "import"
    save(match, attendance=65000)

    assert since(match, 0)[0].by == "import"


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("status", "finished", "Full time"),
        ("attendance", None, "—"),
        ("is_neutral", True, "Yes"),
    ],
)
def test_values_are_shown_as_people_read_them(name, value, shown):
    field = Match._meta.get_field(name)

    with override("en"):
        assert changes.readable(field, value) == shown


def test_related_record_is_shown_by_its_name(match):
    person = make_person("Jean-Louis Gasset")
    field = match.events.model._meta.get_field("person")

    assert changes.readable(field, person.pk) == "Jean-Louis Gasset"
    assert changes.readable(field, 0) == "0"


@pytest.mark.parametrize(
    ("value", "other"),
    [
        (None, ""),
        ("a\r\nb", "a\nb"),
        (
            datetime(2024, 5, 2, 19, 0, 0, 7, tzinfo=UTC),
            datetime(2024, 5, 2, 19, 0, tzinfo=UTC),
        ),
    ],
)
def test_readings_that_differ_only_in_form_are_equal(value, other):
    assert changes.comparable(value) == changes.comparable(other)
