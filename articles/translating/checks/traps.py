"""False friends: words of the source beside what they are no translation of."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from .case import Case
from .finding import Finding, Kind

FILE = Path(__file__).parent / "traps.toml"


@dataclass(frozen=True)
class Trap:
    said: re.Pattern
    wrong: re.Pattern
    right: str
    unless: re.Pattern | None

    def is_excused(self, source: str) -> bool:
        return bool(self.unless and self.unless.search(source))


@cache
def traps(source: str, target: str) -> list[Trap]:
    """The traps of that direction; [] of one the file does not know."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [
        Trap(
            whole(one["said"]),
            whole(one["wrong"]),
            one["right"],
            whole(one["unless"], is_open=True) if "unless" in one else None,
        )
        for one in told.get(f"{source}-{target}", ())
    ]


def whole(pattern: str, *, is_open: bool = False) -> re.Pattern:
    """Of whole words; an excuse may be a part of one."""
    end = "" if is_open else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?:{pattern}){end}", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    known = traps(case.source.language, case.target.language)
    for number, _pair in case.prose:
        source, target = case.source[number], case.target[number]
        for trap in known:
            wrong = trap.wrong.search(target)
            said = wrong and trap.said.search(source)
            if said and not trap.is_excused(source):
                yield told(case, number, wrong, said, trap)


def told(case, number, wrong, said, trap):
    says = _("For “%(said)s” write: %(right)s.") % {
        "said": said.group(),
        "right": trap.right,
    }
    return case.found(Kind.TRAP, number, wrong.span(), says, trap.right)
