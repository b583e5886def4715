"""The minute an operator typed, placed in a period that has begun."""

from django.utils.translation import gettext as _

from matches.minutes import Minute, parse_minute
from matches.models import Match, Period

from .periods import CURRENT, begun
from .refusals import Refused

PLAUSIBLE = 10


def placed(written: str, match: Match) -> Minute:
    """46 typed in the first half is 45+1; 33 typed in the second is the first's.

    Raises Refused for what is no minute, or one of a period still to come.
    """
    periods = [period for period in begun(match) if period != Period.SHOOTOUT]
    now = CURRENT.get(match.phase) or periods[-1]
    try:
        found = parse_minute(written, extra_time=Period.EXTRA_TIME_FIRST in periods)
    except ValueError:
        found = within(written, now)
    if found and found.period not in periods:
        found = within(written, now)
    if not found:
        raise Refused(_("“%(text)s” is no minute of this match.") % {"text": written})
    return found


def within(written, period):
    """Time added to `period`; what is far beyond its end was meant otherwise."""
    try:
        found = parse_minute(written, period=period)
    except ValueError:
        return None
    return found if (found.added or 0) <= PLAUSIBLE else None
