"""Until when words are kept from readers, said to the desk."""

from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from matches.models import Match

from .cards import score_line
from .models import Edition

Event = Edition.Event
NEVER = {Match.Status.CANCELLED, Match.Status.POSTPONED, Match.Status.ABANDONED}
AT_ONCE = {
    Event.LINE_UPS: gettext_lazy("when the line-ups are out"),
    Event.HALF_TIME: gettext_lazy("at half-time"),
    Event.FULL_TIME: gettext_lazy("at full time"),
}


def moment(value: datetime) -> str:
    """Day and hour in the newsroom's zone."""
    return formats.date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")


def terms(edition: Edition) -> list[str]:
    """What the embargo waits for, and what is known of it; [] when there is none."""
    said = []
    if edition.embargo_until:
        said.append(_("until %(when)s") % {"when": moment(edition.embargo_until)})
    if edition.embargo_match_id:
        said.append(f"{of_match(edition)} ({known(edition)})")
    return said


def of_match(edition):
    line = score_line(edition.embargo_match, get_language())
    return f"{after(edition.embargo_event, edition.embargo_minutes)}, {line}"


def after(event: str, minutes: int) -> str:
    """ "30 minutes after full time"."""
    if not minutes:
        return str(AT_ONCE[event])
    said = {
        Event.LINE_UPS: ngettext(
            "%(count)s minute after the line-ups are out",
            "%(count)s minutes after the line-ups are out",
            minutes,
        ),
        Event.HALF_TIME: ngettext(
            "%(count)s minute after half-time",
            "%(count)s minutes after half-time",
            minutes,
        ),
        Event.FULL_TIME: ngettext(
            "%(count)s minute after full time",
            "%(count)s minutes after full time",
            minutes,
        ),
    }
    return said[event] % {"count": minutes}


def known(edition):
    if edition.match_moment:
        return _("it came at %(when)s") % {"when": moment(edition.match_moment)}
    if edition.embargo_match.status in NEVER:
        return _("the match is “%(state)s”: this may never come") % {
            "state": edition.embargo_match.get_status_display()
        }
    return _("hidden until the desk records it")
