"""`python -m newsroom.first_run` makes `var/tribune.env`, which settings need.

Its secret is good for one machine: with hosts beyond loopback, checks refuse it.
"""

import os
import secrets
import sys
from pathlib import Path

from newsroom.environment import Environment

CHECKOUT = Path(__file__).resolve().parent.parent
LINES = """\
# Made by the first run. In production, set these in the environment instead.
SECRET_KEY={secret}
ALLOWED_HOSTS=localhost,127.0.0.1,[::1]
REQUIRE_SECOND_FACTOR=0
"""


def write_local_environment(var: Path) -> bool:
    """Write `tribune.env` under `var`, readable by its owner only.

    False when the file was there already: it is never written over.
    """
    var.mkdir(parents=True, exist_ok=True)
    try:
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
        descriptor = os.open(var / "tribune.env", flags, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(LINES.format(secret=secrets.token_urlsafe(50)))
    return True


if __name__ == "__main__":
    var = Environment.of(CHECKOUT).var
    if write_local_environment(var):
        sys.stdout.write(f"Made {var / 'tribune.env'}, with a secret of its own\n")
