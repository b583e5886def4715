"""The translation of a quote, written once for every article that shows it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import policy
from articles.models import Quote
from articles.publishing import Refused


@transaction.atomic
def translate_quote(pk: int, text: str, *, language: str, by) -> Quote:
    """Raises PermissionDenied; Refused when it is said already, or nothing is sent."""
    if not policy.may_translate_quote(by):
        raise PermissionDenied(_("Your role does not allow this."))
    quote = Quote.objects.select_for_update().filter(pk=pk).first()
    if quote is None:
        raise Refused(_("This quote no longer exists."))
    if quote.is_ready_for(language):
        raise Refused(_("Someone has translated this quote meanwhile."))
    if not text.strip():
        raise Refused(_("Write what was said."))
    setattr(quote, f"translation_{language}", text)
    quote._history_user = by
    quote.save()
    return quote
