"""Signing in at an OpenID Connect server: for accounts that the desk has made."""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.contrib.auth import get_user_model
from django.template.response import TemplateResponse

from .log import note_try


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        """Ties the identity to the one account with its verified address."""
        if sociallogin.is_existing:
            return
        user = known(sociallogin.email_addresses)
        if user is None or sociallogin.state.get("process") == AuthProcess.CONNECT:
            note_try("sign_in_failed", told(sociallogin), reason="no account")
            page = TemplateResponse(request, "account/unknown.html", status=403)
            raise ImmediateHttpResponse(page.render())
        sociallogin.connect(request, user)


def known(addresses):
    """The only active user with one of the verified `addresses`, else None."""
    verified = [one.email for one in addresses if one.verified]
    active = get_user_model().objects.filter(is_active=True)
    found = [user for email in verified for user in active.filter(email__iexact=email)]
    return found[0] if len(found) == 1 else None


def told(sociallogin):
    """What the server calls whoever it sent."""
    addresses = [one.email for one in sociallogin.email_addresses]
    return next(iter(addresses), sociallogin.account.uid)
