import ast
import sqlite3
from types import SimpleNamespace

import pytest

from newsroom import checks
from newsroom.environment import caches

SECRET = "a-Secret-0f-its-0wn-L0ng-En0ugh-t0-be-refused-by-n0b0dy"
WRONG = [
    ({"SECRET_KEY": "default"}, "(newsroom.E001).\n"),
    ({"ALLOWED_HOSTS": "*"}, "(newsroom.E003).\n"),
    ({"ALLOWED_HOSTS": "tribune.example", "DEBUG": "1"}, "(newsroom.E004).\n"),
    ({"SECRET_KEY": ""}, "first try).\n"),
]


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        (SECRET, []),
        (SECRET[:49], ["newsroom.E001"]),
        ("abcdefghi" * 6, ["newsroom.E001"]),
        (f"django-insecure-{SECRET}", ["newsroom.E001"]),
    ],
)
def test_secret_key_is_long_varied_and_no_default(settings, key, ids):
    settings.SECRET_KEY = key

    assert [error.id for error in checks.check_secret_key(None)] == ids


@pytest.mark.parametrize(
    ("spelling", "ids"), [("en-GB", []), ("en-US", []), ("en", ["newsroom.E007"])]
)
def test_the_houses_english_is_british_or_american(settings, spelling, ids):
    settings.ENGLISH_SPELLING = spelling

    assert [error.id for error in checks.check_english_spelling(None)] == ids


@pytest.mark.parametrize(
    ("zone", "ids"),
    [("Europe/Dublin", []), ("Europe/Londres", ["newsroom.E008"])],
)
def test_english_readers_have_a_time_zone(settings, zone, ids):
    settings.EDITION_TIME_ZONES = {"fr": "Europe/Paris", "en": zone}

    assert [error.id for error in checks.check_edition_zones(None)] == ids


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        ("", []),
        ("https://translate.example.org", []),
        ("http://127.0.0.1:5000/", []),
        ("http://[::1]:5000/api", []),
        ("translate.example.org", ["newsroom.E009"]),
        ("ftp://translate.example.org", ["newsroom.E009"]),
        ("https://", ["newsroom.E009"]),
        ("https://translate.example.org:http", ["newsroom.E009"]),
        ("https://translate.example.org:99999", ["newsroom.E009"]),
        ("https://desk:secret@translate.example.org", ["newsroom.E009"]),
        ("https://translate.example.org?key=secret", ["newsroom.E009"]),
        ("https://translate.example.org/a b", ["newsroom.E009"]),
        ("https://[::1", ["newsroom.E009"]),
    ],
)
def test_a_translation_engine_has_a_plain_address(settings, address, ids):
    settings.TRANSLATION_ENGINE_URL = address

    assert [error.id for error in checks.check_translation_engine(None)] == ids


@pytest.mark.parametrize(
    ("is_local", "hosts", "ids"),
    [
        (True, ["localhost", "127.0.0.1", "[::1]"], []),
        (False, ["www.example.org"], []),
        (True, ["localhost", "www.example.org"], ["newsroom.E002"]),
        (True, ["*"], ["newsroom.E002"]),
    ],
)
def test_secret_of_the_first_run_serves_loopback_only(settings, is_local, hosts, ids):
    settings.SECRET_KEY_IS_LOCAL, settings.ALLOWED_HOSTS = is_local, hosts

    errors = checks.check_local_secret_stays_local(None)

    assert [error.id for error in errors] == ids


@pytest.mark.parametrize(
    ("debug", "hosts", "ids"),
    [
        (False, ["www.example.org"], []),
        (False, ["*"], ["newsroom.E003"]),
        (False, ["www.example.org", "*"], ["newsroom.E003"]),
        (False, [], ["newsroom.E003"]),
        (True, [], []),
    ],
)
def test_allowed_hosts_are_named(settings, debug, hosts, ids):
    settings.DEBUG, settings.ALLOWED_HOSTS = debug, hosts

    assert [error.id for error in checks.check_allowed_hosts(None)] == ids


@pytest.mark.parametrize(
    ("debug", "hosts", "ids"),
    [
        (True, ["localhost"], []),
        (True, ["localhost", "www.example.org"], ["newsroom.E004"]),
        (True, ["*"], ["newsroom.E004"]),
        (False, ["www.example.org"], []),
    ],
)
def test_debug_serves_loopback_only(settings, debug, hosts, ids):
    settings.DEBUG, settings.ALLOWED_HOSTS = debug, hosts

    assert [error.id for error in checks.check_debug_stays_local(None)] == ids


@pytest.mark.parametrize(
    ("version", "vendor", "ids"),
    [
        ((3, 40, 0), "sqlite", []),
        ((3, 39, 4), "sqlite", ["newsroom.E005"]),
        ((3, 39, 4), "postgresql", []),
    ],
)
def test_sqlite_is_recent_where_it_is_used(monkeypatch, version, vendor, ids):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    monkeypatch.setattr(checks, "connection", SimpleNamespace(vendor=vendor))

    assert [error.id for error in checks.check_sqlite(None)] == ids


def test_sqlite_without_full_text_search_is_refused(monkeypatch):
    monkeypatch.setattr(checks, "connection", SimpleNamespace(vendor="sqlite"))
    monkeypatch.setattr(checks, "has_full_text_search", lambda: False)

    assert [error.id for error in checks.check_sqlite(None)] == ["newsroom.E005"]


def test_language_fallback_is_refused(settings):
    settings.MODELTRANSLATION_FALLBACK_LANGUAGES = ("fr",)

    errors = checks.check_languages_stand_alone(None)

    assert [error.id for error in errors] == ["newsroom.E006"]


@pytest.mark.parametrize(
    ("backend", "debug", "ids"),
    [
        ("db.DatabaseCache", False, []),
        ("redis.RedisCache", False, []),
        ("locmem.LocMemCache", False, ["newsroom.E010"]),
        ("dummy.DummyCache", False, ["newsroom.E010"]),
        ("locmem.LocMemCache", True, []),
    ],
)
def test_wrong_passwords_are_counted_for_all_workers(settings, backend, debug, ids):
    name = f"django.core.cache.backends.{backend}"
    settings.CACHES, settings.DEBUG = {"default": {"BACKEND": name}}, debug

    assert [error.id for error in checks.check_shared_cache(None)] == ids


@pytest.mark.parametrize(
    ("told", "ids"),
    [
        (("", "", ""), []),
        (("https://login.example.org", "tribune", "secret"), []),
        (("https://login.example.org", "tribune", ""), ["newsroom.E011"]),
        (("login.example.org", "tribune", "secret"), ["newsroom.E011"]),
    ],
)
def test_single_sign_on_is_told_all_or_nothing(settings, told, ids):
    settings.OIDC = told

    assert [error.id for error in checks.check_single_sign_on(None)] == ids


def test_redis_is_the_shared_cache_where_one_is_named():
    found = caches("redis://localhost:6379/0")

    assert found["default"]["BACKEND"].endswith("RedisCache")
    assert found["pages"]["BACKEND"].endswith("LocMemCache")


def test_another_cache_is_refused(run):
    status, _, errors = run("manage.py", "check", CACHE_URL="memcached://localhost")

    assert status == 1
    assert errors == (
        "Tribune refuses to start: CACHE_URL must read redis://host:port/number.\n"
    )


def test_refusal_is_one_sentence_with_every_reason(settings):
    settings.SECRET_KEY, settings.ALLOWED_HOSTS = "short", ["*"]

    assert checks.start_refusal() == (
        "Tribune refuses to start: SECRET_KEY is a default one, shorter than 50 "
        "characters or monotonous (newsroom.E001); ALLOWED_HOSTS must name the hosts "
        "served, and * names none (newsroom.E003)."
    )


def test_right_configuration_is_not_refused(settings):
    settings.SECRET_KEY, settings.ALLOWED_HOSTS = SECRET, ["www.example.org"]

    assert checks.start_refusal() == ""


@pytest.mark.parametrize(("wrong", "ending"), WRONG)
def test_server_refuses_wrong_configuration_in_one_sentence(run, wrong, ending):
    status, _, errors = run("-m", "gunicorn", "-c", "python:newsroom.server", **wrong)

    assert status == 3
    assert errors.startswith("Tribune refuses to start: ")
    assert errors.endswith(ending)
    assert errors.count("\n") == 1


@pytest.mark.parametrize(("wrong", "ending"), WRONG)
def test_any_gunicorn_stops_on_wrong_configuration(run, tmp_path, wrong, ending):
    bind = f"--bind=unix:{tmp_path}/socket"

    status, _, errors = run("-m", "gunicorn", bind, "newsroom.wsgi", **wrong)

    assert status == 3
    assert ending in errors


def test_secret_of_the_first_run_is_refused_in_production(run):
    status, _, errors = run(
        "-c",
        "import os; os.environ.pop('SECRET_KEY')\n"
        "import runpy; runpy.run_module('newsroom.first_run', run_name='__main__')\n"
        "import newsroom.wsgi",
        ALLOWED_HOSTS="tribune.example",
    )

    assert status == 3
    assert errors.endswith("ALLOWED_HOSTS names tribune.example (newsroom.E002).\n")


def test_check_command_reports_the_configuration(run):
    status, _, errors = run("manage.py", "check", ALLOWED_HOSTS="*")

    assert status == 1
    assert "?: (newsroom.E003) ALLOWED_HOSTS must name the hosts served" in errors


def test_production_leaves_nothing_to_warn_of(run):
    production = {
        "ALLOWED_HOSTS": "tribune.example",
        "SITE_URL": "https://tribune.example",
    }

    status, _, errors = run("manage.py", "check", "--deploy", **production)

    assert errors == ""
    assert status == 0


def test_commands_refuse_a_missing_secret_in_one_sentence(run):
    status, _, errors = run("manage.py", "check", SECRET_KEY="")

    assert status == 1
    assert errors == (
        "Tribune refuses to start: Set SECRET_KEY in the environment (`make demo` "
        "writes one for a first try).\n"
    )


def test_old_python_is_refused_in_one_sentence(run):
    pretend = "import runpy, sys; sys.version_info = (3, 10, 13)"

    status, _, errors = run("-c", f"{pretend}; runpy.run_path('manage.py')")

    assert status == 1
    assert errors == "Tribune needs Python 3.11 or newer; this is 3.10.\n"


def test_old_python_can_read_the_refusal(settings):
    source = (settings.BASE_DIR / "manage.py").read_text()

    assert ast.parse(source, feature_version=(3, 5))
    assert 'f"' not in source
