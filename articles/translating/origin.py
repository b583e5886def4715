"""Freeing a translation from its source, and binding it to its source again."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import policy
from articles.models import Article, AuditEntry, Edition
from articles.refused import Refused

from .kept import Kept
from .rows import Answer, RowState, html_of

Origin = Edition.Origin
DOUBTFUL = {RowState.OPEN, RowState.STALE, RowState.MOVED}


@transaction.atomic
def adapt(edition: Edition, *, by: AbstractUser, at: datetime | None = None) -> Edition:
    """It owes its source nothing from now on. Raises PermissionDenied and Refused."""
    return turned(edition, Origin.ADAPTATION, "adapt", by=by, at=at or timezone.now())


@transaction.atomic
def translate_again(
    edition: Edition, *, by: AbstractUser, at: datetime | None = None
) -> Edition:
    """An adaptation owes its source what it says now. Raises as `adapt` does."""
    at = at or timezone.now()
    edition = turned(edition, Origin.TRANSLATION, "translate_again", by=by, at=at)
    pair_again(edition, by=by, at=at)
    return edition


def turned(edition, origin, act, *, by, at):
    article = Article.objects.select_for_update().get(pk=edition.article_id)
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    edition.article = article
    if not policy.may_adapt(by, edition):
        raise PermissionDenied(_("Your role does not allow this."))
    if {edition.origin, origin} != {Origin.TRANSLATION, Origin.ADAPTATION}:
        raise Refused(_("Someone else changed this meanwhile: look at the page again."))
    before, edition.origin = edition.origin, origin
    edition._history_user = by
    edition.save()
    fields = {"origin": [before, str(origin)]}
    AuditEntry.objects.record(act, edition, by=by, at=at, fields=fields)
    return edition


def pair_again(edition: Edition, *, by: AbstractUser, at: datetime):
    """What is written counts as made from the source as it stands; what it lacks is
    still to be written, and what it has besides is its own."""
    kept = Kept.of(edition, by=by, at=at)
    for row in kept.read():
        if row.state in DOUBTFUL and not row.is_unread:
            answer = Answer.TRANSLATED if row.target else Answer.OPEN
            words = {"source": row.source.html, "target": html_of(row.target)}
            kept.note(row, answer, **words)
        elif row.state == RowState.GONE:
            kept.forget(row)
    kept.close()
