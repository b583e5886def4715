"""What appears to readers by the clock alone: said in the log, once for each hour."""

from datetime import datetime

from django.db.models import F, Q, QuerySet

from .models import AuditEntry, Edition, Language


def arriving(*, at: datetime) -> QuerySet:
    """Public at `at` without anyone's act, and not in the log yet."""
    by_clock = Q(public_from__gt=F("release__released_at"))
    unsaid = Q(arrived_from=None) | ~Q(arrived_from=F("public_from"))
    due = Edition.objects.public_in(Language.values, at=at).filter(by_clock, unsaid)
    return due.select_related("article").order_by("public_from", "pk")


def arrive(edition: Edition, *, at: datetime) -> int:
    """Logs that readers see it: 1, or 0 when another run has."""
    rows = Edition.objects.filter(pk=edition.pk, arrived_from=edition.arrived_from)
    if not rows.update(arrived_from=edition.public_from):
        return 0
    details = {
        "url": edition.get_absolute_url(),
        "public_from": edition.public_from.isoformat(),
    }
    AuditEntry.objects.record("arrive", edition, by=None, at=at, **details)
    return 1
