"""The translation of a quote or a post, written once for all that shows it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.before_after import pair
from articles.models import AuditEntry, ClubPost, Quote
from articles.models.written import Written
from articles.refused import Refused

SPOKEN = {"quote": Quote, "post": ClubPost}


def is_translated(record: Quote | ClubPost, *, language: str) -> bool:
    """Whether readers of `language` have its words in their own."""
    return record.language == language or bool(
        getattr(record, f"translation_{language}")
    )


@transaction.atomic
def translate_record(kind: str, pk: int, text: str, *, language: str, by) -> Written:
    """Raises PermissionDenied; Refused when it is said already, or nothing is sent."""
    model = SPOKEN[kind]
    if not policy.may_translate_record(by, model, language):
        raise PermissionDenied(_("Your role does not allow this."))
    record = model.objects.select_for_update().filter(pk=pk).first()
    if record is None:
        raise Refused(_("This record no longer exists."))
    if is_translated(record, language=language):
        raise Refused(_("Someone has translated it meanwhile."))
    if not text.strip():
        raise Refused(_("Write what it says."))
    column = f"translation_{language}"
    fields = {column: pair(getattr(record, column), text)}
    setattr(record, column, text)
    record._history_user = by
    record.save()
    AuditEntry.objects.record("change", record, by=by, fields=fields)
    return record
