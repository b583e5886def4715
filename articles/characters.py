"""Words hold the characters that facts do: see `matches.characters`."""

from matches.characters import (
    BIDIRECTIONAL,
    FORBIDDEN,
    composed,
    normalised,
    one_line,
    storable,
    tidy,
)

__all__ = [
    "BIDIRECTIONAL",
    "FORBIDDEN",
    "composed",
    "normalised",
    "one_line",
    "storable",
    "tidy",
]
