"""What django-allauth is told. Settings hold what an operator decides, and win."""

from django.conf import settings

APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
        "UserAttributeSimilarityValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
ALLAUTH = {
    "ACCOUNT_ADAPTER": "newsroom.sign_in.adapter.AccountAdapter",
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
    "ACCOUNT_PASSWORD_MIN_LENGTH": None,  # Django's validators decide
    "ACCOUNT_RATE_LIMITS": {
        "change_password": "5/5m/user",
        "login_failed": "5/5m/key",  # of the second factor; the first is in limits.py
        "reauthenticate": "5/m/user",
    },
    "ACCOUNT_SESSION_REMEMBER": True,
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
    "MFA_ADAPTER": "newsroom.sign_in.adapter.SecondFactorAdapter",
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_FORMS": {
        "activate_totp": "newsroom.sign_in.forms.ActivateForm",
        "authenticate": "newsroom.sign_in.forms.AuthenticateForm",
        "reauthenticate": "newsroom.sign_in.forms.ReauthenticateForm",
    },
    "MFA_TOTP_TOLERANCE": 1,
    "SOCIALACCOUNT_ADAPTER": "newsroom.sign_in.single_sign_on.SingleSignOnAdapter",
    "SOCIALACCOUNT_EMAIL_VERIFICATION": "none",
    "SOCIALACCOUNT_STORE_TOKENS": False,
}


def setting(name, default):
    """The value of one of allauth's settings (its ALLAUTH_SETTING_GETTER)."""
    return getattr(settings, name, ALLAUTH.get(name, default))


def factors(*, with_passkeys: bool) -> list[str]:
    """MFA_SUPPORTED_TYPES."""
    return ["totp", "recovery_codes", *(["webauthn"] if with_passkeys else [])]


def providers(server_url: str, client_id: str, secret: str) -> dict:
    """SOCIALACCOUNT_PROVIDERS: one OpenID Connect server, or none."""
    if not (server_url and client_id and secret):
        return {}
    application = {
        "provider_id": "desk",
        "name": "OpenID Connect",
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server_url, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [application]}}
