"""The word lists of intake, a file each; `#` begins a remark.

A list of words has them between spaces; a list of patterns has reasons in brackets,
and under each its regular expressions, one a line.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def patterns(name: str) -> list[tuple[str, re.Pattern]]:
    """(reason, what tells it), in the file's order; case does not count."""
    found = {}
    for line in lines(name):
        if heading := re.fullmatch(r"\[(.+)\]", line):
            alternatives = found.setdefault(heading[1], [])
        else:
            alternatives.append(line)
    return [
        (why, re.compile("|".join(f"(?:{one})" for one in each), re.IGNORECASE))
        for why, each in found.items()
    ]


def lines(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
