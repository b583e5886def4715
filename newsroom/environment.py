"""Where settings come from: `var/tribune.env`, overridden by the environment."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Environment:
    var: Path
    local: dict[str, str]

    @classmethod
    def of(cls, base: Path) -> "Environment":
        """The environment of the checkout at `base`; state lives in TRIBUNE_VAR."""
        var = Path(os.environ.get("TRIBUNE_VAR") or base / "var").resolve()
        return cls(var, read_lines(var / "tribune.env"))

    def get(self, name: str, default: str = "") -> str:
        return os.environ.get(name, self.local.get(name, default))

    def required(self, name: str) -> str:
        if value := self.get(name):
            return value
        raise ImproperlyConfigured(
            f"Set {name} in the environment (`make demo` writes one for a first try)."
        )

    def flag(self, name: str, *, unset: bool = False) -> bool:
        value = self.get(name)
        return value.lower() in {"1", "true", "yes", "on"} if value else unset

    def number(self, name: str, *, unset: int) -> int:
        text = self.get(name) or str(int(unset))
        if text.isascii() and text.isdigit():
            return int(text)
        raise ImproperlyConfigured(f"{name} must be a whole number, 0 or more.")

    def list(self, name: str) -> list[str]:
        return [item.strip() for item in self.get(name).split(",") if item.strip()]

    def is_local(self, name: str) -> bool:
        """Whether the value was made up by the first `make demo`."""
        return name not in os.environ and name in self.local


def read_lines(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("=", 1) for line in lines if "=" in line and line[0] != "#")
    return {name.strip(): value.strip() for name, value in pairs}


def database(url: str, var: Path) -> dict:
    """Django's settings for `url` (postgres://user:password@host:port/name).

    Without one, SQLite under `var`: WAL and FULL, so that an acknowledged save
    survives a crash, and IMMEDIATE, so that writers queue instead of failing.
    """
    if not url:
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": var / "tribune.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": pragmas,
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or len(parts.path) < 2:
        raise ImproperlyConfigured(
            "DATABASE_URL must read postgres://user:password@host:port/name."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
    }


def caches(url: str) -> dict:
    """Django's settings: `default` is shared by all workers, `pages` is each one's.

    Without `url` (redis://host:port/number), `default` is a table of the database.
    """
    shared = {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "newsroom_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
    if url:
        if urlsplit(url).scheme not in {"redis", "rediss"}:
            raise ImproperlyConfigured("CACHE_URL must read redis://host:port/number.")
        redis = "django.core.cache.backends.redis.RedisCache"
        shared = {"BACKEND": redis, "LOCATION": url}
    pages = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {"default": shared, "pages": pages}


def storages(*, is_hashed: bool) -> dict:
    """Django's settings: static files are known to browsers by their content."""
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    hashed = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    return {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": hashed if is_hashed else plain},
    }
