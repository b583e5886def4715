from pathlib import Path

import pytest
from django.test import Client
from django.urls import path

from newsroom.urls import urlpatterns as routes_of_the_site
from tests.factories import make_article, publish

from .addresses import every_address

pytestmark = pytest.mark.django_db

YEAR = "max-age=31536000; includeSubDomains; preload"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'; object-src 'none'"
)
MEDIA = "sandbox; default-src 'none'"
EXPECTED = {
    "Strict-Transport-Security": YEAR,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), "
    "microphone=(), payment=(), usb=()",
}


def broken(request):
    raise ZeroDivisionError


handler403 = "newsroom.views.errors.forbidden"
handler404 = "newsroom.views.errors.not_found"
handler500 = "newsroom.views.errors.server_error"
urlpatterns = [path("broken", broken), *routes_of_the_site]


@pytest.fixture
def ask(settings, tmp_path):
    """Asks over https, as readers of a newsroom in production do."""
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STATIC_ROOT = tmp_path / "static"
    Path(settings.STATIC_ROOT, "css").mkdir(parents=True)
    Path(settings.STATIC_ROOT, "css", "tokens.css").write_text("p {}")
    client = Client(raise_request_exception=False)

    def ask(address, **options):
        response = client.get(address, secure=True, **options)
        b"".join(response)  # a file is closed when it is read
        return response

    return ask


def directives(policy):
    return {*policy.split("; ")}


def security(response):
    """Headers that tell the browser what not to do, but the policy of contents."""
    names = [*EXPECTED, "Content-Security-Policy-Report-Only", "X-XSS-Protection"]
    return {name: response[name] for name in names if name in response}


def test_every_address_answers_with_exactly_these_headers(ask):
    answers = {address: ask(address) for address in every_address()}

    assert len(answers) > 200
    assert {a: security(r) for a, r in answers.items() if security(r) != EXPECTED} == {}
    policies = {a: directives(r["Content-Security-Policy"]) for a, r in answers.items()}
    other = {a for a, found in policies.items() if found != directives(POLICY)}
    assert other == set()


@pytest.mark.parametrize(
    ("address", "options", "status"),
    [
        ("/static/css/tokens.css", {}, 200),
        ("/static/css/missing.css", {}, 404),
        ("/fr/", {"headers": {"host": "evil.example"}}, 400),
        ("/admin/login/", {"headers": {"host": "evil.example"}}, 400),
        ("/", {}, 302),
        ("/broken", {}, 500),
        ("/fr/nothing/", {}, 404),
        ("/admin", {}, 301),
        ("/healthz", {}, 200),
        ("/fr/matches/1/live/", {}, 404),
    ],
)
@pytest.mark.urls("tests.newsroom.test_headers")
def test_files_refusals_and_errors_have_the_same_headers(ask, address, options, status):
    response = ask(address, **options)

    assert response.status_code == status
    assert security(response) == EXPECTED
    assert directives(response["Content-Security-Policy"]) == directives(POLICY)


def test_a_post_that_is_refused_has_them_too(ask):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/admin/login/", {"username": "x"}, secure=True)

    assert response.status_code == 403
    assert security(response) == EXPECTED


def test_a_story_taken_back_has_them_too(ask):
    edition = publish(make_article())
    address = edition.get_absolute_url()
    assert security(ask(address)) == EXPECTED

    edition.status = edition.Status.WITHDRAWN
    edition.save()

    assert ask(address).status_code == 410
    assert security(ask(address)) == EXPECTED


def test_the_desk_alone_may_run_what_carries_its_nonce(editor_client):
    pages = ["/admin/articles/article/add/", "/fr/", "/admin/login/"]

    policies = [editor_client.get(p)["Content-Security-Policy"] for p in pages]

    assert ["'nonce-" in policy for policy in policies] == [True, False, False]
    assert [policy.count("unsafe") for policy in policies] == [0, 0, 0]


def test_plain_http_promises_nothing_about_https(client, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000

    assert "Strict-Transport-Security" not in client.get("/fr/")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_of_readers_set_no_cookie_and_do_not_vary_by_one(ask, language):
    edition = publish(make_article(), language)
    addresses = [a for a in every_address() if a.startswith(f"/{language}/")]

    answers = [ask(a) for a in [*addresses, edition.get_absolute_url()]]

    assert [r.wsgi_request.path for r in answers if r.cookies] == []
    varying = [r.wsgi_request.path for r in answers if "Cookie" in r.get("Vary", "")]
    assert varying == []


def test_production_has_nothing_to_warn_of(run):
    told = {
        "SITE_URL": "https://tribune.example",
        "ALLOWED_HOSTS": "tribune.example",
        "DATABASE_URL": "",
    }

    status, output, errors = run("manage.py", "check", "--deploy", **told)

    assert (status, errors) == (0, "")
    assert "no issues (0 silenced)" in output
