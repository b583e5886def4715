"""What tables write in each language: heads of columns, form, footnotes."""

from django.utils.translation import pgettext_lazy

from . import dates, notation
from .models import StandingAdjustment
from .standings import DRAWN, LOST, WON

HEADS = {
    "played": ("J", "P", pgettext_lazy("head of a column", "played")),
    "wins": ("G", "W", pgettext_lazy("head of a column", "won")),
    "draws": ("N", "D", pgettext_lazy("head of a column", "drawn")),
    "losses": ("P", "L", pgettext_lazy("head of a column", "lost")),
    "goals": ("BP", "GF", pgettext_lazy("head of a column", "goals for")),
    "conceded": ("BC", "GA", pgettext_lazy("head of a column", "goals against")),
    "goal_difference": (
        "Diff.",
        "GD",
        pgettext_lazy("head of a column", "goal difference"),
    ),
    "points": ("Pts", "Pts", pgettext_lazy("head of a column", "points")),
}
FORM = {
    WON: ("V", "W", pgettext_lazy("outcome of a match", "won")),
    DRAWN: ("N", "D", pgettext_lazy("outcome of a match", "drawn")),
    LOST: ("D", "L", pgettext_lazy("outcome of a match", "lost")),
}
SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def short(words, *, language: str) -> str:
    french, english, _long = words
    return french if language == "fr" else english


def signed(number: int) -> str:
    """+48, 0, −23."""
    return f"{number:+d}".replace("-", MINUS) if number else "0"


def place(position: int, *, language: str) -> str:
    """1er, 8e · 1st, 2nd, 11th."""
    if language == "fr":
        return f"{position}{'er' if position == 1 else 'e'}"
    teen = 10 <= position % 100 <= 20
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(position % 10, "th")
    return f"{position}{ending}"


def footnote(adjustment: StandingAdjustment, *, language: str) -> str:
    """“Montpellier : 1 point retiré, 1 autre avec sursis (pétard lancé…).”"""
    team = notation.name(adjustment.team, language=language)
    said = [changed(adjustment.points, language=language)] if adjustment.points else []
    if adjustment.suspended_points:
        said.append(suspended(adjustment, language=language))
    aside = [getattr(adjustment, f"reason_{language}") or ""]
    if adjustment.decided_on:
        aside.append(dates.day(adjustment.decided_on, language=language))
    why = ", ".join(filter(None, aside))
    colon = f"{SPACE}:" if language == "fr" else ":"
    return f"{team}{colon} {', '.join(said)}{f' ({why})' if why else ''}."


def changed(points, *, language):
    count, many = abs(points), "s" if abs(points) > 1 else ""
    if language == "fr":
        verb = "retiré" if points < 0 else "ajouté"
        return f"{count}{SPACE}point{many} {verb}{many}"
    return f"{count} point{many} {'deducted' if points < 0 else 'added'}"


def suspended(adjustment, *, language):
    count = adjustment.suspended_points
    many = "s" if count > 1 else ""
    if language == "fr":
        kind = f"autre{many}" if adjustment.points else f"point{many}"
        return f"{count}{SPACE}{kind} avec sursis"
    kind = "more" if adjustment.points else f"point{many}"
    return f"{count} {kind} suspended"
