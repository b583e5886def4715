from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from articles.moments import MomentField


def refusal(typed):
    with override("en"), pytest.raises(ValidationError) as refused:
        MomentField().clean(typed)
    return refused.value.messages[0]


def test_an_hour_that_comes_twice_is_refused_with_both():
    assert refusal("2026-10-25T02:30") == (
        "On 25 October 2026 the clocks go back and 02:30 comes twice: "
        "02:30 (00:30 UTC) and 02:30 (01:30 UTC). Choose an hour that comes once."
    )


def test_an_hour_that_does_not_exist_is_refused_with_what_it_may_mean():
    assert refusal("2027-03-28T02:30") == (
        "On 28 March 2027 the clocks go forward and 02:30 does not exist: write "
        "01:30 (00:30 UTC) or 03:30 (01:30 UTC)."
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-10-25T01:59", "2026-10-24T23:59:00+00:00"),
        ("2026-10-25T03:00", "2026-10-25T02:00:00+00:00"),
        ("2027-03-28T01:59", "2027-03-28T00:59:00+00:00"),
        ("2027-03-28T03:00", "2027-03-28T01:00:00+00:00"),
    ],
)
def test_the_hours_beside_a_change_of_clocks_are_read(typed, expected):
    read = MomentField().clean(typed)

    assert read == datetime.fromisoformat(expected)


def test_the_clock_is_the_one_of_the_active_zone():
    with timezone.override("America/New_York"):
        assert refusal("2026-11-01T01:30").startswith("On 1 November 2026")
