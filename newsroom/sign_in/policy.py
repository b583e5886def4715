"""Who must have a second factor."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AbstractUser


def needs_second_factor(user: AbstractUser) -> bool:
    """Whoever can publish, superusers among them, where the setting asks for it."""
    if not (settings.REQUIRE_SECOND_FACTOR and user.is_authenticated):
        return False
    return user.has_perm("articles.publish_edition")


def lacks_second_factor(user: AbstractUser) -> bool:
    return needs_second_factor(user) and not is_mfa_enabled(user)
