"""The season a file says it tells of: "Ligue 1 2023/24", "World Cup 2022"."""

import re
from typing import NamedTuple

from .rows import Refused

WRITTEN = re.compile(
    r"(?<!\d)([12]\d{3})(?:[/–-](\d{4}|\d\d)(?!\d))?(?![\d/–-])", re.ASCII
)


class Years(NamedTuple):
    """`first` is 0 when no season is told."""

    first: int = 0
    is_split: bool = False


def read(text) -> Years:
    written = WRITTEN.search(text) if isinstance(text, str) else None
    return Years(int(written[1]), bool(written[2])) if written else Years()


def refuse_other(told, *, asked: str, place: str) -> None:
    """Refuses the file of another season than the one asked for."""
    there, here = read(told).first, read(asked).first
    if there and here and there != here:
        raise Refused(
            f"{place}: the file is of {there}, the season asked for of {here}"
        )
