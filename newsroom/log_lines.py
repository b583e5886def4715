"""What servers write on standard error: one line for each event, whatever it quotes."""

import logging
import re

# Whatever ends a line, moves the cursor or turns the direction of what is read
UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
FORMAT = "%(asctime)s [%(process)d] %(levelname)s %(name)s: %(message)s"


class OneLine(logging.Formatter):
    """A traceback too: its line ends are written as \\n."""

    def format(self, record):
        return UNSEEN.sub(escaped, super().format(record))


def escaped(found: re.Match) -> str:
    return found[0].encode("unicode_escape").decode()


# For settings.LOGGING, when DEBUG is off: Django alone would only write to ADMINS
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"one_line": {"()": OneLine, "format": FORMAT}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "one_line"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
