"""What readers are told was changed, and what a correction asks of the other language.

An edition is asked about a correction made in the other language after its own first
publication, until it says so to its readers in a release, or someone answers that it
does not apply. A draft is asked too, until it is published.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from . import policy
from .characters import tidy
from .models import AuditEntry, CorrectionAnswer, Edition, Release
from .refused import Refused

ON_TOP = timedelta(hours=24)
MOST_CANDIDATES = 100


@dataclass(frozen=True)
class Changes:
    """What readers are told of, the last first.

    `fresh` are corrections of the last 24 hours, above the words; `earlier` is the
    rest, below them.
    """

    fresh: list[Release] = field(default_factory=list)
    earlier: list[Release] = field(default_factory=list)

    @property
    def corrections(self) -> list[Release]:
        told = [*self.fresh, *self.earlier]
        return [release for release in told if release.is_correction]

    @property
    def modified_at(self) -> datetime | None:
        """When the words last changed as readers are told; None: never."""
        moments = [one.released_at for one in (*self.fresh, *self.earlier)]
        return max(moments, default=None)


def changes(edition: Edition, *, at: datetime | None = None) -> Changes:
    """Of an edition as readers have it at `at`; no query for one never changed."""
    if edition.pk is None or edition.release.number == 1:
        return Changes()
    at = at or timezone.now()
    told = list(edition.releases.told(at=at))
    fresh = [one for one in told if one.is_correction and is_fresh(one, edition, at)]
    return Changes(fresh, [one for one in told if one not in fresh])


def is_fresh(release, edition, at):
    """Counted from the moment it could be read."""
    seen_from = max(release.released_at, edition.public_from or release.released_at)
    return at < seen_from + ON_TOP


def asked(
    editions: Iterable[Edition], *, at: datetime | None = None
) -> dict[int, list[Release]]:
    """pk of each edition that is asked → the corrections, the oldest first."""
    editions = [edition for edition in editions if is_written(edition)]
    asking = list(Release.objects.asked_of(editions, at=at).with_stories())
    if not asking:
        return {}
    known = CorrectionAnswer.objects.of(editions)
    answered = set(known.values_list("edition", "correction"))
    first = first_releases(editions)
    found = {}
    for edition in editions:
        open_ones = [
            one
            for one in reversed(asking)
            if concerns(one, edition, first.get(edition.pk))
            and (edition.pk, one.pk) not in answered
        ]
        if open_ones:
            found[edition.pk] = open_ones
    return found


def is_written(edition):
    if edition.status == Edition.Status.WITHDRAWN:
        return False
    return edition.release_id is not None or bool(edition.words.title)


def first_releases(editions):
    releases = Release.objects.filter(edition__in=editions).order_by()
    counted = releases.values("edition").annotate(first=Min("released_at"))
    return dict(counted.values_list("edition", "first"))


def concerns(correction, edition, first):
    """Of the other language, and not older than what readers of this one have."""
    theirs = correction.edition
    is_other = theirs.article_id == edition.article_id and theirs.pk != edition.pk
    return is_other and (first is None or first < correction.released_at)


def waiting(
    *, most: int, at: datetime | None = None
) -> list[tuple[Edition, list[Release]]]:
    """Published editions that are asked, the last correction first."""
    corrections = Release.objects.unanswered(at=at)[:MOST_CANDIDATES]
    articles = [one.edition.article_id for one in corrections.with_stories()]
    editions = Edition.objects.of_articles(articles).with_cards()
    editions = [one for one in editions if one.status == Edition.Status.PUBLISHED]
    found = asked(editions, at=at)
    pairs = [(one, found[one.pk]) for one in editions if one.pk in found]
    pairs.sort(key=lambda pair: pair[1][-1].released_at, reverse=True)
    return pairs[:most]


@transaction.atomic
def say_here(
    edition: Edition, corrections: Iterable[int], *, by: AbstractUser, at: datetime
) -> None:
    """The current release of `edition` tells its readers of `corrections` (pks) too.

    One that is no correction itself tells of none.
    """
    if not edition.release.is_correction:
        return
    open_ones = asked([edition], at=at).get(edition.pk, [])
    for correction in open_ones:
        if correction.pk in set(corrections):
            record(edition, correction, by=by, at=at, release=edition.release)


@transaction.atomic
def set_aside(
    edition: Edition,
    correction: Release,
    *,
    by: AbstractUser,
    reason: str,
    at: datetime | None = None,
) -> CorrectionAnswer:
    """It does not apply in this language.

    Raises PermissionDenied; Refused without a reason, or when it is asked no more.
    """
    if not policy.may_look_again(by, edition):
        raise PermissionDenied(_("Your role does not allow this."))
    reason = " ".join(tidy(reason).split())[:300]
    if not reason:
        raise Refused(_("Say why it does not apply here."))
    at = at or timezone.now()
    if correction not in asked([edition], at=at).get(edition.pk, []):
        raise Refused(_("Someone has answered this meanwhile."))
    return record(edition, correction, by=by, at=at, reason=reason)


def record(edition, correction, *, by, at, **said):
    details = {"correction": correction.note, "reason": said.get("reason", "")}
    AuditEntry.objects.record("answer_correction", edition, by=by, at=at, **details)
    return CorrectionAnswer.objects.create(
        edition=edition, correction=correction, answered_at=at, answered_by=by, **said
    )
