"""The door gunicorn enters by. A wrong configuration keeps it shut."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from newsroom.checks import start_refusal

STOP = 3  # the status that stops gunicorn, where another would start a new worker


def ready_or_refused() -> str:
    """Set Django up; one sentence when it must not start, else empty."""
    try:
        django.setup()
    except ImproperlyConfigured as error:
        return f"Tribune refuses to start: {error}"
    return start_refusal()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
if refusal := ready_or_refused():
    sys.stderr.write(f"{refusal}\n")
    sys.exit(STOP)
application = get_wsgi_application()
