"""Codes of a second factor: each is good once, and each wrong one is logged."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

from .log import note

VALID_FOR = 120  # seconds: a step of 30, one before, one after, and a margin


class CodeUsedOnce:
    """Goes before a form whose `clean_code` says whether a code is right."""

    def clean_code(self):
        typed = "".join(filter(str.isalnum, self.cleaned_data["code"]))
        used = f"sign-in:code:{self.user.pk}:{typed}"
        try:
            if cache.get(used):
                raise get_adapter().validation_error("incorrect_code")
            code = super().clean_code()
        except ValidationError:
            note("second_factor_failed", self.user)
            raise
        cache.set(used, 1, VALID_FOR)
        return code


class ActivateForm(CodeUsedOnce, ActivateTOTPForm):
    pass


class RecoveryCodeLogged(CodeUsedOnce):
    def save(self):
        super().save()
        if self.authenticator.type == Authenticator.Type.RECOVERY_CODES:
            note("use_recovery_code", self.user, by=self.user)


class AuthenticateForm(RecoveryCodeLogged, forms.AuthenticateForm):
    pass


class ReauthenticateForm(RecoveryCodeLogged, forms.ReauthenticateForm):
    pass
