"""The state of an edition as the desk says it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.models import Edition


@dataclass(frozen=True)
class State:
    """`code` styles it; `label` is for people."""

    code: str
    label: str


def state(edition: Edition, *, at: datetime | None = None) -> State:
    at = at or timezone.now()
    if edition.status == Edition.Status.PUBLISHED and not edition.is_public(at=at):
        when = moment(edition.public_from)
        return State("scheduled", _("Scheduled, %(when)s") % {"when": when})
    return State(edition.status, edition.get_status_display())


def badge(edition: Edition | None) -> str:
    """The state as a list shows it; a dash where the language is not opened."""
    if edition is None:
        return "–"
    now = state(edition)
    return format_html('<span class="badge badge--{}">{}</span>', now.code, now.label)


def moment(value: datetime) -> str:
    """Day and hour in the newsroom's zone."""
    return formats.date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
