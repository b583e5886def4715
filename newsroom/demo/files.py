"""The demo's own files, read."""

import csv
import json
from pathlib import Path

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def document(name: str):
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def words(story: str, language: str) -> dict[str, str]:
    """Title, standfirst, social title and body; records still under their keys."""
    text = (HERE / "articles" / f"{story}.{language}.html").read_text(encoding="utf-8")
    head, _blank, body = text.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return {**fields, "body": body}
