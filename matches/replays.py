"""An abandoned match is played again as a match of its own (IFAB Law 7)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from .models import Match
from .transitions import Refused, Status

SAME = (
    "season",
    "stage",
    "group",
    "tie",
    "leg",
    "matchday",
    "home",
    "away",
    "venue",
    "is_neutral",
)


@transaction.atomic
def replay(
    match: Match,
    *,
    kickoff_at: datetime | None = None,
    kickoff_on: date | None = None,
) -> Match:
    """The match that will count in the place of `match`; raises Refused.

    Its date may not be known yet.
    """
    match = Match.objects.select_for_update().get(pk=match.pk)
    if match.status != Status.ABANDONED:
        raise Refused(_("Only an abandoned match is replayed."))
    if Match.objects.filter(replay_of=match).exists():
        raise Refused(_("Its replay is on file already."))
    same = {name: getattr(match, name) for name in SAME}
    return Match.objects.create(
        **same, replay_of=match, kickoff_at=kickoff_at, kickoff_on=kickoff_on
    )
