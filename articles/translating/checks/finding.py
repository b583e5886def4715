import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a translation is checked for."""

    FIGURE = "figure", _("Figure, score or date")
    NAME = "name", _("Name")
    TRAP = "trap", _("False friend")
    EMBED = "embed", _("Embed")
    LINK = "link", _("Link")
    QUOTE = "quote", _("Quote")
    LEFTOVER = "leftover", _("Left in the other language")
    LANGUAGE = "language", _("Language of the words")
    TYPOGRAPHY = "typography", _("Typography")


class Severity(StrEnum):
    WARN = "warn"
    BLOCK = "block"


class On(StrEnum):
    """The side that a finding points at."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True)
class Finding:
    """Words that went wrong on the way, and where: characters of the unit's text.

    `pair` is the number of the pair, `says` is for people; `mark` is made of `words`,
    of what they should be (`expected`) and of the words they come from (`origin`).
    """

    kind: Kind
    pair: int
    field: str
    start: int
    end: int
    words: str
    says: str
    expected: str = ""
    origin: str = ""
    side: On = On.TARGET
    severity: Severity = Severity.WARN

    @property
    def mark(self) -> str:
        """Another value once the words change, or those they were made from."""
        words = " ".join(self.words.split())
        asked = "\n".join([self.kind, self.side, words, self.expected, self.origin])
        return hashlib.sha256(asked.encode()).hexdigest()[:16]
