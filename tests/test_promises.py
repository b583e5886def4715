"""docs/promises.md names every promise once, and only files that exist."""

import re
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
PAGE = (CHECKOUT / "docs" / "promises.md").read_text(encoding="utf-8")
COUNTS = {"A": 5, "B": 7, "C": 5, "D": 11, "E": 5, "F": 5, "G": 9, "H": 5}
ROW = re.compile(r"(?m)^\| ([A-H]\d+) \| [^|]+ \| (held|partly|not yet) \| ([^|]*) \|$")


def test_every_promise_stands_there_once():
    named = [name for name, _state, _held in ROW.findall(PAGE)]

    every = [f"{part}{n}" for part, most in COUNTS.items() for n in range(1, most + 1)]
    assert named == every


def test_what_holds_a_promise_exists():
    missing = [
        p for p in re.findall(r"`(\w+/[\w./]+)`", PAGE) if not (CHECKOUT / p).exists()
    ]

    assert missing == []


def test_what_is_held_names_a_test():
    bare = [
        n
        for n, state, held in ROW.findall(PAGE)
        if state == "held" and "`tests/" not in held
    ]

    assert bare == []
