"""What checks find, of whatever kind, and what someone has answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from . import policy
from .characters import tidy
from .models import Article, AuditEntry, Dismissal
from .refused import Refused


class Finding(Protocol):
    """`mark` is another one once the words change, or what they are checked against."""

    kind: str
    words: str
    says: str
    mark: str


@dataclass(frozen=True)
class Checks:
    """`answered` are (finding, the last dismissal of just that)."""

    open: list[Finding] = field(default_factory=list)
    answered: list[tuple[Finding, Dismissal]] = field(default_factory=list)


def sorted_out(found: Sequence[Finding], article: Article, *, language: str) -> Checks:
    """A dismissal answers a finding as long as its mark is what it was."""
    known = Dismissal.objects.of(article, language) if found else {}
    return Checks(
        [one for one in found if one.mark not in known],
        [(one, known[one.mark]) for one in found if one.mark in known],
    )


def dismiss(
    article: Article,
    mark: str,
    *,
    find: Callable[[], Sequence[Finding]],
    language: str,
    reason: str,
    by: AbstractUser,
) -> Dismissal:
    """The words stand as they are. `find` says what the checks find now.

    Raises PermissionDenied; Refused without a reason, or when the finding is gone.
    """
    if not policy.may_dismiss(by, article, language):
        raise PermissionDenied(_("Your role does not allow this."))
    reason = " ".join(tidy(reason).split())[:300]
    if not reason:
        raise Refused(_("Say why the words are right."))
    asked = next((one for one in find() if one.mark == mark), None)
    if asked is None:
        raise Refused(_("The check no longer finds this: look again."))
    details = {"language": language, "words": asked.words, "reason": reason}
    AuditEntry.objects.record("dismiss", article, by=by, **details)
    return Dismissal.objects.create(
        article=article,
        language=language,
        kind=asked.kind,
        words=asked.words[:300],
        says=asked.says[:400],
        mark=mark,
        reason=reason,
        dismissed_by=by,
    )
