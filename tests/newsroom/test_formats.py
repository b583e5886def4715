from datetime import date, datetime

import pytest
from django import forms
from django.utils.formats import date_format
from django.utils.translation import override

EVENING = datetime(2024, 5, 2, 21, 5)


@pytest.mark.parametrize(
    ("language", "name", "written"),
    [
        ("fr", "DATE_FORMAT", "2 mai 2024"),
        ("en", "DATE_FORMAT", "2 May 2024"),
        ("fr", "SHORT_DATETIME_FORMAT", "02/05/2024 21:05"),
        ("en", "SHORT_DATETIME_FORMAT", "02/05/2024 21:05"),
        ("fr", "TIME_FORMAT", "21:05"),
        ("en", "TIME_FORMAT", "21:05"),
    ],
)
def test_the_desk_reads_the_day_before_the_month(language, name, written):
    with override(language):
        assert date_format(EVENING, name) == written


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_desk_types_the_day_before_the_month(language):
    with override(language):
        assert forms.DateField().clean("02/05/2024") == date(2024, 5, 2)
