"""`make prove`: the long proofs. Each prints one line, and one for its broken twin.

A proof holds when its line does and its twin's does not: what cannot fail proves
nothing. The status is 1 when one does not hold.
"""

import subprocess
import sys
from dataclasses import dataclass

from django.db import connection

COMMAND = ["git", "rev-parse", "--short", "HEAD"]
STARTED = subprocess.run(COMMAND, capture_output=True, text=True, check=False)
COMMIT = STARTED.stdout.strip() or "unknown"


@dataclass(frozen=True)
class Result:
    """`holds`: of the newsroom as it is; a broken twin must not hold."""

    name: str
    text: str
    holds: bool
    is_twin: bool = False

    @property
    def is_proof(self) -> bool:
        return self.holds is not self.is_twin

    def __str__(self):
        verdict = "holds" if self.holds else "broken"
        twin = " (twin, to be broken)" if self.is_twin else ""
        return f"{self.name}{twin}: {self.text}; {setting()}: {verdict}"


def setting() -> str:
    return f"commit {COMMIT}, {database()}"


def database():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA journal_mode")
            journal = cursor.fetchone()[0]
            cursor.execute("PRAGMA synchronous")
            return f"sqlite {journal}, synchronous {cursor.fetchone()[0]}, 2 workers"
        cursor.execute("SHOW synchronous_commit")
        return f"postgresql, synchronous_commit {cursor.fetchone()[0]}, 2 workers"


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
