"""The verbs of an edition: who may, from which state, and what they leave behind."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from matches.fingerprints import fingerprint
from matches.names import slug

from . import corrections, mentions, policy, typos, withdrawing
from .characters import tidy
from .models import Article, AuditEntry, Edition, Release
from .obstacles import obstacles, shown_records
from .refused import Refused
from .translating.kept import machine_rows, settle
from .translating.remembering import remember_article

Status = Edition.Status
Change, Severity = Release.Change, Release.Severity


@transaction.atomic
def submit(edition, *, by, note="", at=None):
    """Draft → in review: asks for a second pair of eyes."""
    check(edition, policy.may_submit(by, edition), Status.DRAFT)
    told = noted(edition, note, by=by, at=at)
    return move(edition, Status.IN_REVIEW, "submit", by=by, at=at, **told)


@transaction.atomic
def send_back(edition, *, by, note, at=None):
    """In review or ready → draft, with what is to be done."""
    check(edition, policy.may_approve(by, edition), Status.IN_REVIEW, Status.READY)
    told = noted(edition, note, by=by, at=at)
    return move(edition, Status.DRAFT, "send_back", by=by, at=at, **told)


def approve(edition, *, by, at=None):
    """In review → ready, by someone other than its translator."""
    check(edition, policy.may_approve(by, edition), Status.IN_REVIEW)
    edition.checker = by
    return move(edition, Status.READY, "approve", by=by, at=at)


@transaction.atomic
def publish(
    edition,
    *,
    by,
    at=None,
    publish_at=None,
    change="",
    note="",
    severity="",
    answers=(),
):
    """Makes the working words what readers read, as a new release.

    The words are those saved last. `at` is the moment of the act, `publish_at` when it
    becomes visible (both aware, default now). Once readers have seen the edition,
    `change` (Release.Change) says what kind of change this is; a correction or
    clarification needs a `note`, and tells readers of those that were made in the
    other language, `answers` (pks). Raises PermissionDenied, or Refused with every
    reason.
    """
    at, note = at or timezone.now(), tidy(note).strip()
    check(edition, policy.may_publish(by, edition), *Status)
    edition.article = Article.objects.select_for_update().get(pk=edition.article_id)
    seen = edition.was_public(at=at)
    change = change if seen else Change.FIRST
    reasons = obstacles(edition) + change_reasons(change, note, seen=seen)
    if change == Change.TYPO:
        reasons += typos.reasons(edition, at=at)
    if reasons:
        raise Refused(*reasons)
    if edition.origin == Edition.Origin.TRANSLATION:
        settle(edition, by=by, at=at)
    edition.slug = edition.slug or slug(edition.words.title) or "article"
    told = {"change": change, "note": note, "severity": weighed(change, severity)}
    edition.release = release(edition, by=by, at=at, **told)
    edition.schedule(publish_at or at, at=at)
    when = {"publish_at": edition.publish_at.isoformat()}
    move(edition, Status.PUBLISHED, "publish", by=by, at=at, change=change, **when)
    remember_article(edition.article, at=at)
    corrections.say_here(edition, answers, by=by, at=at)
    return edition


def unschedule(edition, *, by, reason="", at=None):
    """Published, not public yet → ready; readers never know of it. Raises Refused."""
    check(edition, policy.may_publish(by, edition), Status.PUBLISHED)
    if edition.is_public(at=at) or edition.was_public(at=at):
        raise Refused(_("Readers have seen it: withdraw it instead."))
    edition.publish_at = edition.first_published_at = None
    reason = tidy(reason).strip()
    return move(edition, Status.READY, "unschedule", by=by, at=at, reason=reason)


@transaction.atomic
def withdraw(edition, *, by, reason, kind="", sentence="", at=None):
    """Published → withdrawn: readers who knew the address get a 410.

    It tells them `kind` (Withdrawal.Kind) and `sentence`; the log keeps `reason`.
    """
    check(edition, policy.may_publish(by, edition), Status.PUBLISHED)
    if edition.was_public(at=at):
        withdrawing.tell(edition, kind=kind, sentence=sentence, by=by, at=at)
    else:
        edition.first_published_at = None
    told = {k: v for k, v in (("kind", kind), ("sentence", sentence)) if v}
    why = {"reason": reason, **told}
    return move(edition, Status.WITHDRAWN, "withdraw", by=by, at=at, **why)


def check(edition, allowed, *states):
    if not allowed:
        raise PermissionDenied(_("Your role does not allow this."))
    if edition.status not in states:
        status = edition.get_status_display()
        raise Refused(_("The edition is “%(status)s” now.") % {"status": status})


def change_reasons(change, note, *, seen):
    if change not in Change.values or seen and change == Change.FIRST:
        return [_("Say what kind of change this is.")]
    if change in {Change.CORRECTION, Change.CLARIFICATION} and not note:
        return [_("Tell readers what was wrong and what is right.")]
    return []


def noted(edition, note, *, by, at):
    """The note of a move, which tells whoever it names."""
    note = tidy(note).strip()
    mentions.tell(edition.article, edition.language, note, by=by, at=at)
    return {"note": note} if note else {}


@transaction.atomic
def move(edition, status, action, *, by, at, **details):
    before, edition.status = edition.status, status
    edition.save()
    details |= {"before": before, "after": str(status)}
    AuditEntry.objects.record(action, edition, by=by, at=at, **details)
    return edition


def weighed(change, severity):
    """How serious the mistake was: of a correction alone."""
    if change != Change.CORRECTION:
        return ""
    return severity if severity in Severity.values else Severity.SIGNIFICANT


def release(edition, *, by, at, **told):
    last = edition.releases.order_by("number").last()
    return Release.objects.create(
        edition=edition,
        number=last.number + 1 if last else 1,
        lead_photo=edition.article.lead_photo,
        fact_marks=fact_marks(edition),
        is_machine_assisted=bool(machine_rows(edition)),
        released_at=at,
        released_by=by,
        **told,
        **vars(edition.words),
    )


def fact_marks(edition) -> dict[str, str]:
    """Fingerprints of the matches and quotes that the words stand on."""
    marks = {}
    for link in edition.article.links.with_matches():
        marks[f"match:{link.match_id}"] = fingerprint(link.match)
    for kind, record in shown_records(edition):
        if kind == "match":
            marks[f"match:{record.pk}"] = fingerprint(record)
        if kind == "quote":
            marks[f"quote:{record.pk}"] = record.fingerprint
    return marks
