"""Where allauth asks us: who may try, what ends, what the log says."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext_lazy as _

from newsroom.acting import client_address

from . import limits, sessions
from .log import note, note_try

NO_ADDRESS = "0.0.0.0"  # of a socket that tells none
# The letter that allauth would write about an act → the act in the log.
ACTS = {
    "account/email/password_changed": "change_password",
    "account/email/password_set": "change_password",
    "mfa/email/totp_activated": "add_second_factor",
    "mfa/email/totp_deactivated": "remove_second_factor",
    "mfa/email/webauthn_added": "add_second_factor",
    "mfa/email/webauthn_removed": "remove_second_factor",
    "mfa/email/recovery_codes_generated": "make_recovery_codes",
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("This name and this password do not match."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _(
            "Too many tries: wait five minutes, then try again."
        ),
        "rate_limited": _("Too many tries: wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return client_address(request) or NO_ADDRESS

    def pre_authenticate(self, request, **credentials):
        name = credentials.get("username", "")
        self.place = limits.take(name)
        if not self.place:
            note_try("sign_in_failed", name, reason="too many tries")
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user:
            limits.give_back(self.place)
        return user

    def authentication_failed(self, request, **credentials):
        note_try("sign_in_failed", credentials.get("username", ""))

    def login(self, request, user):
        super().login(request, user)
        sessions.begin(request.session, user)
        note("sign_in", user, by=user)

    def logout(self, request):
        """Ends every session of the person, not this one alone."""
        user = request.user
        sessions.end_all(user.pk)
        super().logout(request)
        note("sign_out", user, by=user)

    def send_notification_mail(self, template_prefix, user, *args, **kwargs):
        if act := ACTS.get(template_prefix):
            note(act, user, by=self.request.user)
        super().send_notification_mail(template_prefix, user, *args, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "This code is wrong, or was used already: wait for the next one."
        ),
    }

    def get_totp_issuer(self):
        return f"Tribune {context.request.get_host()}"

    def get_totp_label(self, user):
        return user.get_username()
