"""The pieces of raw copy, each with what a sub-editor would find in it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matches.names import fold

from .world import spellings

FOLDER = Path(__file__).with_name("pieces")


@dataclass(frozen=True)
class Piece:
    name: str
    text: str
    expected: dict

    @property
    def is_held_out(self) -> bool:
        return self.expected["held_out"]


def read() -> Iterator[Piece]:
    for path in sorted(FOLDER.iterdir()):
        if path.suffix != ".json":
            expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
            yield Piece(path.stem, path.read_bytes().decode(), expected)


def team_names(world: dict) -> dict[str, str]:
    """The key of a team for every folded name it has in `world`."""
    return {fold(name): t["key"] for t in world["teams"] for name in spellings(t)}
