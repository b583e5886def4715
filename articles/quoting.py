"""The verbs of a quote: who may, from which state, and what they leave behind."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import policy
from .characters import tidy
from .models import AuditEntry, Quote, QuoteCorrection
from .publishing import Refused
from .typography import unquoted

State = Quote.Verification


def check(quote, *, by, at=None):
    """Unverified → checked: someone compared the words with their source."""
    ask(quote, policy.may_check_quote(by, quote), State.UNVERIFIED)
    return move(quote, State.CHECKED, "check_quote", by=by, at=at)


def approve(quote, *, by, at=None):
    """Checked → approved, by someone other than who took it down: frozen from now."""
    ask(quote, policy.may_approve_quote(by, quote), State.CHECKED)
    return move(quote, State.APPROVED, "approve_quote", by=by, at=at)


def dispute(quote, *, by, reason, at=None):
    """Any → disputed: readers no longer see it, from this moment."""
    others = [state for state in State if state != State.DISPUTED]
    ask(quote, policy.may_check_quote(by, quote), *others)
    return move(
        quote, State.DISPUTED, "dispute_quote", by=by, at=at, reason=told(reason)
    )


def reopen(quote, *, by, reason, at=None):
    """Disputed → unverified: it is to be checked again."""
    ask(quote, policy.may_check_quote(by, quote), State.DISPUTED)
    return move(
        quote, State.UNVERIFIED, "reopen_quote", by=by, at=at, reason=told(reason)
    )


@transaction.atomic
def correct(quote, *, by, text, reason, at=None, **translations):
    """Puts `text` in the place of words once approved, and says why.

    `translations` (translation_fr, translation_en) go with it. Who corrects vouches for
    the words: approved, or checked where they took them down themselves. Readers see
    them at once. Raises PermissionDenied or Refused.
    """
    ask(quote, policy.may_correct_quote(by, quote), *State)
    at, reason, before = at or timezone.now(), told(reason), quote.text
    if not quote.is_frozen:
        raise Refused(_("Words that nobody has approved are changed in their form."))
    if unquoted(tidy(text), quote.language) in {"", unquoted(before, quote.language)}:
        raise Refused(_("Write the words as they were said: they have not changed."))
    vouched = policy.may_approve_quote(by, quote)
    for name, value in translations.items():
        setattr(quote, name, value)
    quote.text, quote.is_being_corrected = text, True
    state = State.APPROVED if vouched else State.CHECKED
    move(
        quote, state, "correct_quote", by=by, at=at, words=[before, text], reason=reason
    )
    quote.is_being_corrected = False
    return QuoteCorrection.objects.create(
        quote=quote,
        before=before,
        after=quote.text,
        reason=reason,
        corrected_at=at,
        corrected_by=by,
    )


def ask(quote, allowed, *states):
    if not allowed:
        raise PermissionDenied(_("Your role does not allow this."))
    if quote.verification not in states:
        state = quote.get_verification_display()
        raise Refused(_("The quote is “%(state)s” now.") % {"state": state})


def told(reason):
    """Raises Refused where there is none."""
    if reason := tidy(reason).strip():
        return reason
    raise Refused(_("Say why."))


@transaction.atomic
def move(quote, state, action, *, by, at, **details):
    before, quote.verification = quote.verification, state
    quote._history_user = by
    quote.save()
    details |= {"before": before, "after": str(state)}
    AuditEntry.objects.record(action, quote, by=by, at=at, **details)
    return quote
