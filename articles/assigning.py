"""Work on a story, given to a person, taken, handed over and done."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import mail, mentions, policy
from .characters import tidy
from .models import Article, Assignment, AuditEntry
from .refused import Refused


@transaction.atomic
def give(
    article: Article,
    *,
    to: AbstractUser,
    by: AbstractUser,
    language: str = "",
    note: str = "",
    due_at: datetime | None = None,
    at: datetime | None = None,
) -> Assignment:
    """`language` "" is the whole article. Raises PermissionDenied, or Refused for
    someone who could not do it."""
    allow(policy.may_assign(by, article))
    at, note = at or timezone.now(), tidy(note).strip()
    refuse_who_may_not(to, article, language)
    made = Assignment.objects.create(
        article=article,
        language=language,
        to=to,
        by=by,
        note=note,
        due_at=due_at,
        given_at=at,
    )
    announce(made, "assign", by=by, at=at)
    return made


def take(assignment: Assignment, *, by: AbstractUser, at: datetime | None = None):
    """Says that the person it was given to is at it."""
    assignment = mine_or_refused(assignment, allowed=policy.may_take, by=by)
    if assignment.taken_at is None:
        assignment.taken_at = at or timezone.now()
        assignment.save()
        record("take", assignment, by=by, at=at)
    return assignment


def finish(assignment: Assignment, *, by: AbstractUser, at: datetime | None = None):
    assignment = mine_or_refused(assignment, allowed=policy.may_finish, by=by)
    assignment.done_at = at or timezone.now()
    assignment.save()
    record("finish", assignment, by=by, at=at)
    return assignment


@transaction.atomic
def hand_over(
    assignment: Assignment,
    *,
    to: AbstractUser,
    by: AbstractUser,
    note: str = "",
    at: datetime | None = None,
) -> Assignment:
    """To someone else, who has not taken it yet; what was asked stays with it."""
    assignment = mine_or_refused(assignment, allowed=policy.may_finish, by=by)
    refuse_who_may_not(to, assignment.article, assignment.language)
    if to == assignment.to:
        raise Refused(_("It is theirs already."))
    assignment.to, assignment.by, assignment.taken_at = to, by, None
    assignment.note = tidy(note).strip() or assignment.note
    assignment.save()
    announce(assignment, "hand_over", by=by, at=at)
    return assignment


@transaction.atomic
def mine_or_refused(assignment, *, allowed, by):
    """The row as it is now; raises PermissionDenied, or Refused once it is done."""
    rows = Assignment.objects.select_related("article", "to", "by")
    assignment = rows.get(pk=assignment.pk)
    allow(allowed(by, assignment))
    if assignment.done_at:
        raise Refused(_("It is done already."))
    return assignment


def allow(allowed):
    if not allowed:
        raise PermissionDenied(_("Your role does not allow this."))


def refuse_who_may_not(person, article, language):
    able = policy.languages_of(person, article)
    able |= policy.approvable_languages(person)
    wanted = {language} if language else able
    if not person.is_active or not able or not wanted <= able:
        raise Refused(_("Their role does not allow this work."))


def announce(assignment, action, *, by, at):
    at = at or timezone.now()
    record(action, assignment, by=by, at=at)
    told = (assignment.article, assignment.language, assignment.note)
    for person in mentions.named(assignment.note, besides=by):
        if person != assignment.to:
            mentions.mention(*told, person, by=by, at=at)
    if assignment.to != by:
        mail.of_assignment(assignment)


def record(action, assignment, *, by, at):
    details = {
        "to": assignment.to.get_username(),
        "language": assignment.language,
        "note": assignment.note,
    }
    AuditEntry.objects.record(action, assignment.article, by=by, at=at, **details)
