"""What keeps a translation from being ready, and what someone has answered."""

from dataclasses import dataclass, field, replace

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.intake.register import Register
from articles.models import AuditEntry, Dismissal, Edition, Quote, TranslatedUnit
from articles.models.article import Language

from .checks import Finding, Pair, Severity, findings
from .rows import Row, RowState, rows


class Unanswerable(Exception):
    """Why a finding cannot be dismissed: a sentence."""


@dataclass(frozen=True)
class Ready:
    """`answered` are (finding, the last dismissal of just that)."""

    open: list[Finding] = field(default_factory=list)
    answered: list[tuple[Finding, Dismissal]] = field(default_factory=list)

    @property
    def blocking(self) -> list[Finding]:
        return [one for one in self.open if one.severity == Severity.BLOCK]


def ready(edition: Edition, found: list[Row] | None = None) -> Ready:
    """The checks of `edition`, a translation, as its rows (`found`) stand."""
    if found is None:
        kept = TranslatedUnit.objects.filter(translation__edition=edition)
        found = rows(edition, kept)
    said = checked(edition, found)
    known = Dismissal.objects.of(edition.article, edition.language) if said else {}
    return Ready(
        [one for one in said if one.mark not in known],
        [(one, known[one.mark]) for one in said if one.mark in known],
    )


def checked(edition, found) -> list[Finding]:
    """Their `pair` is the number of the row."""
    asked = [(n, row) for n, row in enumerate(found) if is_said(row)]
    languages = {
        "source": str(Language(edition.language).other),
        "target": str(edition.language),
    }
    said = findings(
        [Pair(row.source, row.target) for _n, row in asked],
        **languages,
        register=Register(),
        quotes=Quote.objects.shown_in(edition.article),
    )
    return [replace(one, pair=asked[one.pair][0]) for one in said]


def is_said(row):
    """Not what is still to be written, nor what is left out; a record must stand."""
    if row.state == RowState.UNWRITTEN:
        return row.is_record
    return row.state != RowState.LEFT_OUT


@transaction.atomic
def dismiss(edition: Edition, mark: str, *, reason: str, by) -> Dismissal:
    """The words stand as they are. Raises PermissionDenied, or Unanswerable."""
    if not policy.may_dismiss(by, edition.article, edition.language):
        raise PermissionDenied(_("Your role does not allow this."))
    reason = " ".join(reason.split())[:300]
    if not reason:
        raise Unanswerable(_("Say why the words are right."))
    asked = next((one for one in ready(edition).open if one.mark == mark), None)
    if asked is None:
        raise Unanswerable(_("The check no longer finds this: look again."))
    details = {"language": edition.language, "words": asked.words, "reason": reason}
    AuditEntry.objects.record("dismiss", edition.article, by=by, **details)
    return Dismissal.objects.create(
        article=edition.article,
        language=edition.language,
        kind=asked.kind,
        words=asked.words[:300],
        says=asked.says[:400],
        mark=mark,
        reason=reason,
        dismissed_by=by,
    )
