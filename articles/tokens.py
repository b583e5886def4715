"""The secret in the address of a preview: made, sealed, and kept out of the log."""

import logging
import re
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

NAME, SECRET = 8, 24  # random bytes: to find the link by, and to prove it
NAME_LENGTH = 11  # of NAME bytes, written for an address
TOKEN = re.compile(r"[\w-]{43}", re.ASCII)
IN_AN_ADDRESS = re.compile(r"(/preview/|\?key=)[^/\s\"]+")
LOGGERS = ("django.request", "django.server", "gunicorn.access")


def new_token() -> str:
    """256 random bits, of which 192 are known to nobody but the holder."""
    return secrets.token_urlsafe(NAME) + secrets.token_urlsafe(SECRET)


def name_of(token: str) -> str:
    """The part of a token that may be stored; "" when it is none of ours."""
    return token[:NAME_LENGTH] if TOKEN.fullmatch(token) else ""


def seal(token: str, *what: object) -> str:
    """A keyed hash of the token and of what it opens: neither can be exchanged."""
    value = "\n".join(map(str, (token, *what)))
    return salted_hmac("articles.preview", value, algorithm="sha256").hexdigest()


def is_sealed(stored: str, token: str, *what: object) -> bool:
    return constant_time_compare(stored, seal(token, *what))


class HideTokens(logging.Filter):
    """A refused token is logged as an address without it."""

    def filter(self, record):
        record.msg = hidden(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(map(hidden, record.args))
        return True


def hidden(value):
    if not isinstance(value, str):
        return value
    return IN_AN_ADDRESS.sub(r"\1…", value)


def hide_from_logs():
    for name in LOGGERS:
        logging.getLogger(name).addFilter(HideTokens())
