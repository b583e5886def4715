"""Names after an @ in a note: each person finds the story on their board."""

import re
from datetime import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from matches.names import fold

from . import mail, policy
from .models import Article, Mention

NAME = re.compile(r"(?<![\w.@])@([\w.+-]+)")
LONGEST = 500


def named(note: str, *, besides: AbstractUser) -> list[AbstractUser]:
    """Who `note` names, by user name or by a first name that one person has."""
    found = dict.fromkeys(
        person for name in NAME.findall(note) if (person := known(name.rstrip(".-+")))
    )
    return [person for person in found if person != besides]


def known(name: str) -> AbstractUser | None:
    wanted = fold(name)
    members = [user for user in people() if policy.may_view(user)]
    exact = [user for user in members if fold(user.get_username()) == wanted]
    first = [user for user in members if wanted and fold(user.first_name) == wanted]
    found = exact or first
    return found[0] if len(found) == 1 else None


def people():
    """The active members of the desk."""
    members = get_user_model().objects.filter(is_active=True, is_staff=True)
    return members.order_by("first_name", "last_name", "username")


def tell(
    article: Article,
    language: str,
    note: str,
    *,
    by: AbstractUser,
    at: datetime | None = None,
) -> list[Mention]:
    """Puts the story on the board of whoever `note` names; `language` may be ""."""
    return [
        mention(article, language, note, person, by=by, at=at or timezone.now())
        for person in named(note, besides=by)
    ]


def mention(article, language, note, person, *, by, at):
    made = Mention.objects.create(
        article=article,
        language=language,
        person=person,
        by=by,
        note=note[:LONGEST],
        at=at,
    )
    mail.of_mention(made)
    return made


def read(mention: Mention, *, by: AbstractUser, at: datetime | None = None) -> Mention:
    """Takes it off the board; another's stays."""
    if mention.person_id == by.pk and mention.read_at is None:
        mention.read_at = at or timezone.now()
        mention.save()
    return mention
