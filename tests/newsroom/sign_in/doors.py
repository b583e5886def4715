"""Coming in as people do: by name, password and code."""

from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from django.test import Client

from tests.factories import make_member

LOGIN, CODE = "/accounts/login/", "/accounts/2fa/authenticate/"
PASSWORD = "a secret for the desk"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOW = 1_714_676_400
STEP = 30  # seconds


def make_account(role="desk chief", **fields):
    member = make_member(role, **fields)
    member.set_password(PASSWORD)
    member.save()
    return member


def give_password(client, name, password=PASSWORD, **headers):
    sent = {"login": name, "password": password}
    return client.post(LOGIN, sent, **headers)


def give_code(client, code):
    return client.post(CODE, {"code": code})


def browser_of(user):
    """A browser of its own, signed in."""
    client = Client()
    give_password(client, user.username)
    return client


def is_in(client):
    answer = client.get("/admin/password_change/")  # light, and for the desk alone
    return answer.headers.get("Location") == "/accounts/password/"


def set_clock(monkeypatch, seconds):
    """What time it is for codes."""
    monkeypatch.setattr(auth, "time", SimpleNamespace(time=lambda: seconds))


def code_at(seconds, secret=SECRET):
    return auth.format_hotp_value(auth.hotp_value(secret, seconds // STEP))


def enrol(user):
    """An app on the phone, and recovery codes; those."""
    auth.TOTP.activate(user, SECRET)
    return RecoveryCodes.activate(user).generate_codes()


def factors(user):
    return Authenticator.objects.filter(user=user).count()
