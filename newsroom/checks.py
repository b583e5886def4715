"""What Tribune refuses to start on; docs/operations.md lists the ids."""

import sqlite3
import zoneinfo
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, register, run_checks
from django.db import connection

TAG = "tribune"
LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


def start_refusal() -> str:
    """One sentence with every reason not to start; empty when there is none."""
    found = sorted(run_checks(tags=[TAG]), key=lambda error: error.id)
    reasons = "; ".join(f"{error.msg} ({error.id})" for error in found)
    return f"Tribune refuses to start: {reasons}." if reasons else ""


@register(TAG)
def check_secret_key(app_configs, **kwargs):
    key = settings.SECRET_KEY
    if len(key) >= 50 and len(set(key)) >= 10 and not key.startswith("django-insecure"):
        return []
    return [
        Error(
            "SECRET_KEY is a default one, shorter than 50 characters or monotonous",
            hint="python3 -c 'import secrets; print(secrets.token_urlsafe(50))'",
            id="newsroom.E001",
        )
    ]


@register(TAG)
def check_local_secret_stays_local(app_configs, **kwargs):
    if not (settings.SECRET_KEY_IS_LOCAL and public_hosts()):
        return []
    return [
        Error(
            "the SECRET_KEY of var/tribune.env serves this machine only, and "
            f"ALLOWED_HOSTS names {', '.join(public_hosts())}",
            hint="Set a SECRET_KEY of its own in the environment.",
            id="newsroom.E002",
        )
    ]


@register(TAG)
def check_allowed_hosts(app_configs, **kwargs):
    if settings.DEBUG or (settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS):
        return []
    return [
        Error(
            "ALLOWED_HOSTS must name the hosts served, and * names none",
            hint="ALLOWED_HOSTS=www.example.org,example.org",
            id="newsroom.E003",
        )
    ]


@register(TAG)
def check_debug_stays_local(app_configs, **kwargs):
    if not (settings.DEBUG and public_hosts()):
        return []
    return [
        Error(
            "DEBUG shows secrets to whoever meets an error, and ALLOWED_HOSTS names "
            f"{', '.join(public_hosts())}",
            hint="Unset DEBUG, or keep ALLOWED_HOSTS to this machine.",
            id="newsroom.E004",
        )
    ]


@register(TAG)
def check_sqlite(app_configs, **kwargs):
    recent = sqlite3.sqlite_version_info >= (3, 40)
    if connection.vendor != "sqlite" or (recent and has_full_text_search()):
        return []
    return [
        Error(
            f"SQLite 3.40 with FTS5 is needed, and this is {sqlite3.sqlite_version}",
            hint="Use another Python, or PostgreSQL through DATABASE_URL.",
            id="newsroom.E005",
        )
    ]


@register(TAG)
def check_languages_stand_alone(app_configs, **kwargs):
    if settings.MODELTRANSLATION_FALLBACK_LANGUAGES == ():
        return []
    return [
        Error(
            "MODELTRANSLATION_FALLBACK_LANGUAGES must be (), or one language "
            "would show the words of another",
            id="newsroom.E006",
        )
    ]


@register(TAG)
def check_english_spelling(app_configs, **kwargs):
    if settings.ENGLISH_SPELLING in {"en-GB", "en-US"}:
        return []
    return [
        Error(
            f"ENGLISH_SPELLING is {settings.ENGLISH_SPELLING!r}, no English we check",
            hint="ENGLISH_SPELLING=en-GB or ENGLISH_SPELLING=en-US",
            id="newsroom.E007",
        )
    ]


@register(TAG)
def check_edition_zones(app_configs, **kwargs):
    zones = settings.EDITION_TIME_ZONES.values()
    unknown = sorted({*zones} - zoneinfo.available_timezones())
    if not unknown:
        return []
    return [
        Error(
            f"ENGLISH_TIME_ZONE is {unknown[0]!r}, no time zone",
            hint="ENGLISH_TIME_ZONE=Europe/London",
            id="newsroom.E008",
        )
    ]


@register(TAG)
def check_translation_engine(app_configs, **kwargs):
    address = settings.TRANSLATION_ENGINE_URL
    if not address or is_plain_address(address):
        return []
    return [
        Error(
            "TRANSLATION_ENGINE_URL is no address of a server, without question, "
            "fragment or password",
            hint="TRANSLATION_ENGINE_URL=https://translate.example.org",
            id="newsroom.E009",
        )
    ]


@register(TAG)
def check_shared_cache(app_configs, **kwargs):
    backend = settings.CACHES["default"]["BACKEND"].rpartition(".")[2]
    if settings.DEBUG or backend not in {"LocMemCache", "DummyCache"}:
        return []
    return [
        Error(
            f"the default cache is {backend}, and wrong passwords would be counted "
            "by each worker alone, or not at all",
            hint="Leave it to the database, or set CACHE_URL=redis://host:6379/0",
            id="newsroom.E010",
        )
    ]


@register(TAG)
def check_single_sign_on(app_configs, **kwargs):
    if not any(settings.OIDC):
        return []
    if all(settings.OIDC) and is_plain_address(settings.OIDC[0]):
        return []
    return [
        Error(
            "single sign-on needs OIDC_SERVER_URL, OIDC_CLIENT_ID and "
            "OIDC_CLIENT_SECRET together, the first an address",
            hint="OIDC_SERVER_URL=https://login.example.org/realms/desk",
            id="newsroom.E011",
        )
    ]


def is_plain_address(address: str) -> bool:
    """http(s)://host[:port][/path], and nothing else."""
    try:
        parts = urlsplit(address)
        host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    is_printable = address.isascii() and address.isprintable() and " " not in address
    is_bare = not set("?#@") & {*address}
    return parts.scheme in {"http", "https"} and host and is_printable and is_bare


def public_hosts() -> list[str]:
    """The allowed hosts that other machines can reach."""
    return [host for host in settings.ALLOWED_HOSTS if host not in LOOPBACK]


def has_full_text_search() -> bool:
    with sqlite3.connect(":memory:") as database:
        return ("ENABLE_FTS5",) in database.execute("PRAGMA compile_options")
