"""Days and hours typed on the desk, by the newsroom’s clock, whatever summer does."""

from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats, timezone
from django.utils.translation import gettext as _


class LocalDateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)


class MomentField(forms.DateTimeField):
    """Read in the active zone. An hour that a change of clocks skips or repeats is
    refused in a sentence that names the two moments it could be.
    """

    widget = LocalDateTimeInput

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            said = two_readings(error.params["datetime"])
            raise ValidationError(said, code=error.code) from error


def two_readings(typed: datetime) -> str:
    """Why `typed` (naive) is no moment of the active zone, and what it may mean."""
    zone = timezone.get_current_timezone()
    first, second = (typed.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    is_repeated = first.utcoffset() > second.utcoffset()
    if not is_repeated:
        first, second = second, first
    words = {
        "hour": formats.time_format(typed, "TIME_FORMAT"),
        "day": formats.date_format(typed, "DATE_FORMAT"),
        "first": told(first, zone),
        "second": told(second, zone),
    }
    if is_repeated:
        return (
            _(
                "On %(day)s the clocks go back and %(hour)s comes twice: %(first)s and "
                "%(second)s. Choose an hour that comes once."
            )
            % words
        )
    return (
        _(
            "On %(day)s the clocks go forward and %(hour)s does not exist: write "
            "%(first)s or %(second)s."
        )
        % words
    )


def told(moment, zone):
    """On the clock, with what it is in UTC: "01:30 (00:30 UTC)"."""
    utc = moment.astimezone(UTC)
    hour, universal = (
        formats.time_format(value, "TIME_FORMAT")
        for value in (utc.astimezone(zone), utc)
    )
    return f"{hour} ({universal} UTC)"
