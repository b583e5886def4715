"""The state of an edition as the desk says it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.embargo import moment
from articles.models import Edition


@dataclass(frozen=True)
class State:
    """`code` styles it; `label` is for people."""

    code: str
    label: str


def state(edition: Edition, *, at: datetime | None = None) -> State:
    at = at or timezone.now()
    if edition.status == Edition.Status.PUBLISHED and not edition.is_public(at=at):
        return State("scheduled", to_come(edition))
    return State(edition.status, edition.get_status_display())


def to_come(edition):
    if edition.is_waiting_for_match or edition.public_from is None:
        return _("Under embargo")
    return _("Scheduled, %(when)s") % {"when": moment(edition.public_from)}


def translation_state(edition: Edition) -> State | None:
    """How a translation stands to its source; None for an original."""
    if edition.origin == Edition.Origin.ADAPTATION:
        return State("adaptation", _("Adaptation: owes its source nothing"))
    if edition.origin == Edition.Origin.ORIGINAL:
        return None
    if edition.is_stale():
        return State("stale", _("The source has changed since"))
    made = getattr(edition, "translation", None)
    if made is None or made.completed_at is None:
        return State("at-work", _("Translation at work"))
    return State("up-to-date", _("Says what its source says"))


def badge(edition: Edition | None) -> str:
    """The state as a list shows it; a dash where the language is not opened."""
    if edition is None:
        return "–"
    now = state(edition)
    html = format_html('<span class="badge badge--{}">{}</span>', now.code, now.label)
    if edition.is_stale():
        stale = '{} <span class="badge badge--stale">{}</span>'
        return format_html(stale, html, pgettext("translation", "Stale"))
    return html
