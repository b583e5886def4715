"""Settings, read from `var/tribune.env` and then from the environment."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf.global_settings import FILE_UPLOAD_HANDLERS as UPLOAD_HANDLERS
from whitenoise.compress import Compressor

from newsroom import editor, headers, log_lines
from newsroom.environment import Environment, caches, database, storages
from newsroom.sign_in import configuration as sign_in

# Core
BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment.of(BASE_DIR)
VAR = env.var
DEBUG = env.flag("DEBUG")
SECRET_KEY = env.required("SECRET_KEY")
SECRET_KEY_IS_LOCAL = env.is_local("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SITE_URL = env.get("SITE_URL", "http://localhost:8000").rstrip("/")
IDENTITY_DOMAIN = env.get("IDENTITY_DOMAIN") or urlsplit(SITE_URL).hostname
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
LOGGING = {} if DEBUG else log_lines.LOGGING

# Apps
INSTALLED_APPS = [
    "newsroom",
    "articles",
    "matches",
    "modeltranslation",  # before the admin
    "newsroom.admin_config.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "simple_history",
    "django_prose_editor",
    "csp",
    *sign_in.APPS,
]

# Middleware
MIDDLEWARE = [
    "newsroom.acting.told_to_the_log",
    "newsroom.not_modified.bare_not_modified",  # the last to see an answer
    "newsroom.headers.on_every_answer",
    "newsroom.refusing.without_nul",
    "newsroom.refusing.from_another_site",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "newsroom.limits.Paced",
    "allauth.account.middleware.AccountMiddleware",
    "newsroom.sign_in.middleware.watch",
]

# Templates
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Data
DATABASES = {"default": database(env.get("DATABASE_URL"), VAR)}
CACHES = caches(env.get("CACHE_URL"))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SIMPLE_HISTORY_REVERT_DISABLED = True

# Languages
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
FORMAT_MODULE_PATH = "newsroom.formats"  # an English desk is British
MODELTRANSLATION_LANGUAGES = ("fr", "en")
MODELTRANSLATION_DEFAULT_LANGUAGE = "fr"
MODELTRANSLATION_FALLBACK_LANGUAGES = ()
TIME_ZONE = "Europe/Paris"
EDITION_TIME_ZONES = {
    "fr": TIME_ZONE,
    "en": env.get("ENGLISH_TIME_ZONE", "Europe/London"),
}

# Desk
SUB_EDITORS_PUBLISH = env.flag("SUB_EDITORS_PUBLISH")
OEMBED_FETCH = env.flag("OEMBED_FETCH")
TRANSLATION_ENGINE_URL = env.get("TRANSLATION_ENGINE_URL")
TRANSLATION_ENGINE_KEY = env.get("TRANSLATION_ENGINE_KEY")
ENGLISH_SPELLING = env.get("ENGLISH_SPELLING", "en-GB")  # or "en-US"
EMAIL_BACKEND = "newsroom.mail_server.Backend"
EMAIL_URL = env.get("EMAIL_URL")
DEFAULT_FROM_EMAIL = env.get("EMAIL_FROM") or f"tribune@{IDENTITY_DOMAIN}"
DJANGO_PROSE_EDITOR_EXTENSIONS = editor.EXTENSIONS

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static", ("guide", BASE_DIR / "docs" / "guide")]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
FILE_UPLOAD_HANDLERS = ["articles.uploads.CappedUploads", *UPLOAD_HANDLERS]
STORAGES = storages(is_hashed=not DEBUG)
# Source maps: two megabytes that only debuggers fetch
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")

# Sign-in; what no operator decides is in newsroom/sign_in/configuration.py
ALLAUTH_SETTING_GETTER = "newsroom.sign_in.configuration.setting"
AUTH_PASSWORD_VALIDATORS = sign_in.PASSWORD_VALIDATORS
LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "admin:index"
MFA_SUPPORTED_TYPES = sign_in.factors(with_passkeys=env.flag("PASSKEYS"))
REQUIRE_SECOND_FACTOR = env.flag("REQUIRE_SECOND_FACTOR", unset=not SECRET_KEY_IS_LOCAL)
OIDC = (env.get("OIDC_SERVER_URL"), env.get("OIDC_CLIENT_ID"))
OIDC += (env.get("OIDC_CLIENT_SECRET"),)
SOCIALACCOUNT_PROVIDERS = sign_in.providers(*OIDC)

# Security
HTTPS = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_AGE = 7 * 24 * 3600  # 12 hours without a sign of life end it too
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", unset=env.flag("BEHIND_PROXY"))
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None
)
CONTENT_SECURITY_POLICY = {"DIRECTIVES": headers.POLICY}
