"""Pairs of sentences as the files tell them, before a desk with a small register."""

import tomllib
from itertools import zip_longest
from pathlib import Path

from articles.intake.register import Register
from articles.translating.checks import Finding, Pair, findings
from articles.translating.units import Unit, body_units
from matches.models import Competition
from tests.factories import make_person, make_quote, make_team

HERE = Path(__file__).parent
CLUBS = (
    "Solvanne",
    "Port-Brévin",
    "Grèvemont",
    "Valmeuse",
    "Hallowby",
    "Kestrel Rovers",
)
PEOPLE = ("Marc Perrault", "Yann Kerdrel", "Owen Tarrick", "Malik Odounga")
BELIEF = {
    "text": "On n’a jamais cessé d’y croire, même à dix",
    "translation_en": "We never stopped believing, even with ten men",
}


def listed(name: str) -> list[tuple[str, str, dict]]:
    """(language of the source, of the target, what is told) of each pair of a file."""
    told = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    other = {"fr": "en", "en": "fr"}
    return [(code, other[code], one) for code, each in told.items() for one in each]


def make_desk():
    """A register with a club and a cup of two names; the quotes of an article."""
    for name in CLUBS:
        make_team(name)
    make_team(name_fr="Atalanta Bergame", name_en="Atalanta", short_name_fr="Atalanta")
    Competition.objects.create(
        key="europa", kind="cup", name_fr="Ligue Europa", name_en="Europa League"
    )
    people = [make_person(name) for name in PEOPLE]
    quote = make_quote(speaker=people[0], language="fr", **BELIEF)
    return Register(), [quote]


def units(told: str | list[str]) -> list[Unit]:
    """Of HTML blocks, or of one plain sentence."""
    blocks = told if isinstance(told, list) else [told]
    html = [one if one.startswith("<") else f"<p>{one}</p>" for one in blocks]
    return [unit for one in html for unit in body_units(one)]


def checked(told: dict, *, source: str, target: str, desk=None) -> list[Finding]:
    sides = zip_longest(units(told["source"]), units(told["target"]))
    register, quotes = desk or (None, ())
    return findings(
        [Pair(*pair) for pair in sides],
        source=source,
        target=target,
        register=register,
        quotes=quotes,
    )


def said(source: str, target: str, *, to: str = "en", **told) -> list[tuple[str, str]]:
    """(kind, words) of what is found, `to` English or French, with no register."""
    languages = {"source": "fr" if to == "en" else "en", "target": to}
    found = checked({"source": source, "target": target}, **languages, **told)
    return [(str(one.kind), one.words) for one in found]
