"""Acts of signing in and out, in the one log."""

from django.contrib.auth import get_user_model

from articles.models import AuditEntry


def note(action, user, *, by=None, **details):
    """Logs what happened to the account of `user` (`by` is None: someone unknown)."""
    return AuditEntry.objects.record(action, user, by=by, **details)


def note_try(action, name, **details):
    """Logs a try at `name`, which need not be anyone's."""
    about = get_user_model().objects.filter(username=name).first()
    return AuditEntry.objects.record(action, about, by=None, label=name, **details)
