"""Taking a post or a picture from readers in one act, and giving a post back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import policy
from .characters import tidy
from .models import Article, AuditEntry, ClubPost, Edition, Embed
from .publishing import Refused

State = ClubPost.State


@dataclass
class Place:
    """An article that shows it: languages in which readers see it, or would."""

    article: Article
    published: list[str] = field(default_factory=list)
    drafted: list[str] = field(default_factory=list)


def places(post: ClubPost, *, at: datetime | None = None) -> list[Place]:
    """Every article that shows `post`, in words that readers have or that wait."""
    return grouped(Embed.objects.showing([post]).with_editions(), at=at)


def grouped(embeds: Iterable[Embed], *, at: datetime | None = None) -> list[Place]:
    return gathered(map(standing, embeds), at=at)


def standing(embed) -> tuple[Article, str, Edition | None]:
    """(article, language, the edition whose readers have it; None: working words)."""
    edition = embed.release and embed.release.edition
    return edition.article if edition else embed.article, embed.language, edition


def gathered(found: Iterable[tuple], *, at: datetime | None) -> list[Place]:
    """One place for each article in `found`, which has what `standing` gives."""
    places = {}
    for article, language, edition in found:
        place = places.setdefault(article.pk, Place(article))
        is_public = edition is not None and edition.is_public(at=at)
        languages = place.published if is_public else place.drafted
        if language not in languages:
            languages.append(language)
    return list(places.values())


def withhold(post: ClubPost, *, by: AbstractUser, reason: str, at=None) -> ClubPost:
    """Gone for readers at once, everywhere; a gap stays where it stood.

    Raises PermissionDenied, or Refused with the reasons.
    """
    if post.is_withheld:
        raise Refused(_("This post is withheld already."))
    since = at or timezone.now()
    how = {"by": by, "reason": reason, "at": at, "since": since}
    return move(post, State.WITHHELD, "withhold", **how)


def give_back(post: ClubPost, *, by: AbstractUser, reason: str, at=None) -> ClubPost:
    """Shown again wherever it stands, in the state it had and since when it had it."""
    if not post.is_withheld:
        raise Refused(_("This post is not withheld."))
    shown = post.history.exclude(state=State.WITHHELD).order_by("-history_id").first()
    state, since = (shown.state, shown.state_at) if shown else (State.LIVE, None)
    how = {"by": by, "reason": reason, "at": at, "since": since}
    return move(post, state, "give_back", **how)


@transaction.atomic
def move(post, state, action, *, by, reason, at, since):
    reason = decided(reason, by=by)
    before, post.state = post.state, state
    post.state_at, post.state_reason = since, reason[:200]
    post.save()
    details = {"before": before, "after": str(state), "reason": reason}
    AuditEntry.objects.record(action, post, by=by, at=at, **details)
    return post


def decided(reason: str, *, by: AbstractUser) -> str:
    """`reason` as it is kept. Raises PermissionDenied, or Refused where it is empty."""
    if not policy.may_withhold(by):
        raise PermissionDenied(_("Your role does not allow this."))
    if not (reason := tidy(reason).strip()):
        raise Refused(_("Say why: the log keeps it."))
    return reason
