"""Which server sends the desk's e-mails, read from one address (EMAIL_URL)."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.smtp import EmailBackend

PORTS = {"smtp": 587, "smtps": 465}
LOCAL = {"localhost", "127.0.0.1", "::1"}
PATIENCE = 10  # seconds


class Backend(EmailBackend):
    def __init__(self, **options):
        super().__init__(**options | server(settings.EMAIL_URL))


def server(url: str) -> dict:
    """What Django's SMTP backend takes. `smtp://user:password@host:587` begins to
    encrypt before it signs in, unless it is this machine; `smtps://` always does.
    """
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL must read smtp://user:password@host:port, or smtps://…"
        )
    return {
        "host": parts.hostname,
        "port": parts.port or PORTS[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp" and parts.hostname not in LOCAL,
        "use_ssl": parts.scheme == "smtps",
        "timeout": PATIENCE,
    }
