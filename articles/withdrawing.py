"""What readers are told of a story that is taken from them."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from django.utils.translation import gettext as _

from matches.names import fold

from .models import Edition, Withdrawal
from .refused import Refused


def tell(
    edition: Edition,
    *,
    kind: str,
    sentence: str,
    by: AbstractUser,
    at: datetime | None,
) -> Withdrawal:
    """Keeps what the page of a withdrawn edition says.

    Raises Refused when the sentence gives away the title that nobody may read.
    """
    if kind and kind not in Withdrawal.Kind.values:
        raise Refused(_("Choose one of the reasons for readers."))
    if fold(edition.release.title) in fold(sentence):
        raise Refused(_("The sentence for readers repeats the title of the story."))
    return Withdrawal.objects.create(
        edition=edition,
        kind=kind,
        words=sentence,
        withdrawn_at=at or timezone.now(),
        withdrawn_by=by,
    )
