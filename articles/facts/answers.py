"""What the checks still ask of an edition, and what someone has answered."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles import policy
from articles.models import Article, AuditEntry, Dismissal, Words
from articles.publishing import Refused

from . import Finding, findings
from .records import Records


@dataclass(frozen=True)
class Checks:
    """`answered` are (finding, the last dismissal of just that)."""

    open: list[Finding] = field(default_factory=list)
    answered: list[tuple[Finding, Dismissal]] = field(default_factory=list)


def checks(
    article: Article,
    *,
    language: str,
    words: Words | None = None,
    records: Records | None = None,
) -> Checks:
    """A dismissal answers a finding as long as words and record are what they were."""
    found = findings(article, language=language, words=words, records=records)
    known = Dismissal.objects.of(article, language) if found else {}
    return Checks(
        [one for one in found if one.mark not in known],
        [(one, known[one.mark]) for one in found if one.mark in known],
    )


def dismiss(
    article: Article,
    mark: str,
    *,
    language: str,
    reason: str,
    by,
    words: Words | None = None,
) -> Dismissal:
    """The words stand as they are. Raises PermissionDenied; Refused without a reason,
    or when the finding is gone."""
    if not policy.may_dismiss(by, article, language):
        raise PermissionDenied(_("Your role does not allow this."))
    reason = " ".join(reason.split())[:300]
    if not reason:
        raise Refused(_("Say why the words are right."))
    found = findings(article, language=language, words=words)
    asked = next((one for one in found if one.mark == mark), None)
    if asked is None:
        raise Refused(_("The check no longer finds this: look again."))
    details = {"language": language, "words": asked.words, "reason": reason}
    AuditEntry.objects.record("dismiss", article, by=by, **details)
    return answer(asked, article=article, language=language, reason=reason, by=by)


def answer(asked, *, article, language, reason, by):
    return Dismissal.objects.create(
        article=article,
        language=language,
        kind=asked.kind,
        words=asked.words[:300],
        says=asked.says[:400],
        mark=asked.mark,
        reason=reason,
        dismissed_by=by,
    )
