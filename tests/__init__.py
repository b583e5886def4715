"""The suite's own environment, set before any settings are read.

Only DATABASE_URL and TRIBUNE_* come from the shell; `var/` is never touched.
"""

import os
import tempfile
from pathlib import Path

import django
from django.conf import settings

VAR = tempfile.TemporaryDirectory(prefix="tribune-tests-")
for name in ("DEBUG", "SITE_URL", "CACHE_URL", "MEDIA_STORAGE", "BEHIND_PROXY"):
    os.environ.pop(name, None)
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "TRIBUNE_VAR": VAR.name,
    "SECRET_KEY": "n0-secret: every-copy-of-the-suite-signs-with-the-same-words",
    "ALLOWED_HOSTS": "localhost",
    "REQUIRE_SECOND_FACTOR": "0",
}
settings.STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
Path(settings.STATIC_ROOT).mkdir()
django.setup()
del os.environ["DJANGO_SETTINGS_MODULE"]  # parallel workers come here too, each alone
