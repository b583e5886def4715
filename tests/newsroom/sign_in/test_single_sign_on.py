"""A company's OpenID Connect server, as far as Tribune asks it anything."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user_model

from articles.models import AuditEntry
from newsroom.sign_in.configuration import providers

from .doors import enrol, is_in, make_account

pytestmark = pytest.mark.django_db

DOOR = "/accounts/oidc/desk/login/"


class Server(ThreadingHTTPServer):
    person = {"sub": "7", "email": "lea@example.org", "email_verified": True}

    @property
    def url(self):
        return f"http://localhost:{self.server_port}"

    def answer(self, path):
        config = {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/me",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }
        token = {"access_token": "token", "token_type": "Bearer"}
        pages = {"/.well-known/openid-configuration": config, "/token": token}
        return pages.get(path, self.person)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = json.dumps(self.server.answer(self.path)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - http.server asks by it

    def log_message(self, *words):
        pass


@pytest.fixture
def company(settings):
    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        settings.SOCIALACCOUNT_PROVIDERS = providers(server.url, "tribune", "secret")
        yield server
        server.shutdown()


def come_from(client, **asked):
    """Goes to the company's server and comes back with its word."""
    there = urlsplit(client.post(DOOR, asked)["Location"])
    state = parse_qs(there.query)["state"][0]
    return client.get(f"{DOOR}callback/", {"code": "code", "state": state})


def test_the_verified_address_opens_the_account_that_has_it(client, company):
    lea = make_account("reporter", email="Lea@example.org")
    come_from(client)

    assert is_in(client)
    assert SocialAccount.objects.get().user == lea
    assert lea.has_usable_password()


def test_the_identity_stays_tied_to_the_account(client, company):
    lea = make_account("reporter", email="lea@example.org")
    come_from(client)
    client.logout()
    company.person = company.person | {"email": "other@example.org"}
    come_from(client)

    assert is_in(client)
    assert SocialAccount.objects.get().user == lea


@pytest.mark.parametrize(
    "fields",
    [
        {"email": "tom@example.org"},
        {"email": "lea@example.org", "is_active": False},
    ],
)
def test_who_has_no_account_gets_none(client, company, fields):
    make_account("reporter", **fields)
    answer = come_from(client)

    assert answer.status_code == 403
    assert not is_in(client)
    assert get_user_model().objects.count() == 1
    assert AuditEntry.objects.get(action="sign_in_failed").label == "lea@example.org"


def test_an_address_the_server_has_not_verified_opens_nothing(client, company):
    make_account("reporter", email="lea@example.org")
    company.person = company.person | {"email_verified": False}

    assert come_from(client).status_code == 403


def test_an_address_that_two_accounts_have_opens_neither(client, company):
    for _number in range(2):
        make_account("reporter", email="lea@example.org")

    assert come_from(client).status_code == 403


def test_nobody_ties_an_identity_to_the_account_they_are_in(client, company):
    client.force_login(make_account("reporter", email="lea@example.org"))

    assert come_from(client, process="connect").status_code == 403
    assert not SocialAccount.objects.exists()


def test_the_second_factor_is_asked_for_all_the_same(client, company):
    enrol(make_account("reporter", email="lea@example.org"))

    assert come_from(client)["Location"] == "/accounts/2fa/authenticate/"
    assert not is_in(client)


def test_a_word_that_was_not_asked_for_opens_nothing(client, company):
    make_account("reporter", email="lea@example.org")
    answer = client.get(f"{DOOR}callback/", {"code": "code", "state": "forged"})

    assert answer.status_code == 401
    assert not is_in(client)


def test_without_the_setting_there_is_no_such_door(client):
    assert client.post(DOOR).status_code == 404


def test_half_a_configuration_is_none():
    assert providers("https://login.example.org", "tribune", "") == {}
