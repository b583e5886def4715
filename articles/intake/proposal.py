"""What intake reads in raw copy, for a person to confirm: nothing here is saved.

Offsets count code points of the decoded input; `end` is the first one after.
"""

from dataclasses import dataclass, field
from datetime import date

from matches.models import Match, Person, Team

from .flattening import Flat


@dataclass(frozen=True)
class Finding:
    """A passage of the copy, and why it was taken for what it is."""

    start: int
    end: int
    why: str


@dataclass(frozen=True)
class FoundPost(Finding):
    author_name: str
    handle: str
    posted_on: date | None
    text: str
    readable_text: str
    language: str
    pictures: tuple[str, ...] = ()
    minute: str = ""
    claimed_score: str = ""
    provider: str = "x"
    external_id: str = ""


@dataclass(frozen=True)
class FoundQuote(Finding):
    """The words between marks; `passage` is what the quote would take the place of."""

    text: str
    kind: str
    language: str
    speaker: Person | None = None
    speaker_name: str = ""
    role: str = ""
    cue: str = ""
    occasion: str = ""
    broadcaster: str = ""
    continues: int | None = None
    passage: tuple[int, int] | None = None
    is_headline: bool = False


@dataclass(frozen=True)
class Boilerplate(Finding):
    text: str


@dataclass(frozen=True)
class Mention(Finding):
    """A team or a person that the desk knows."""

    record: Team | Person


@dataclass(frozen=True)
class Suggestion:
    """A match the copy may be about: `likeness` from 0 to 1, and the reasons."""

    match: Match
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """`copy` is the decoded input, of a web page the text of it (`flat` then tells what
    stood where); `title` is the span of its headline, if it has one."""

    copy: str
    language: str
    fixtures: list[Suggestion] = field(default_factory=list)
    posts: list[FoundPost] = field(default_factory=list)
    quotes: list[FoundQuote] = field(default_factory=list)
    boilerplate: list[Boilerplate] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    dropped: list[Finding] = field(default_factory=list)
    title: tuple[int, int] | None = None
    body_text: str = ""
    flat: Flat | None = None

    @property
    def match(self) -> Match | None:
        """The likeliest one."""
        return self.fixtures[0].match if self.fixtures else None

    def as_json(self) -> dict:
        """What `manage.py intake --json` prints."""
        return {
            "language": self.language,
            "fixtures": [fixture(found, self.language) for found in self.fixtures],
            "posts": [post(found) | self.place(found) for found in self.posts],
            "quotes": [quote(found) | self.place(found) for found in self.quotes],
            "boilerplate": [found.text for found in self.boilerplate],
            "body_text": self.body_text,
        }

    def place(self, found: Finding) -> dict:
        """Where it stands in the input, tags and all."""
        start, end = found.start, found.end
        if self.flat:
            start, end = self.flat.span(start, end)
        return {"start": start, "end": end}


def fixture(found, language):
    match = found.match
    return {
        "id": match.pk,
        "home": getattr(match.home, f"name_{language}") or str(match.home),
        "away": getattr(match.away, f"name_{language}") or str(match.away),
        "date": match.kickoff_on and match.kickoff_on.isoformat(),
        "score": found.likeness,
        "why": list(found.reasons),
    }


def post(found):
    return {
        "handle": found.handle or None,
        "author_name": found.author_name or None,
        "posted_on": found.posted_on and found.posted_on.isoformat(),
        "text": found.text,
        "readable_text": found.readable_text,
        "language": found.language,
        "pics": list(found.pictures),
        "minute": found.minute or None,
        "claimed_score": found.claimed_score or None,
    }


def quote(found):
    speaker = found.speaker.full_name if found.speaker else found.speaker_name
    return {
        "text": found.text,
        "kind": found.kind,
        "speaker": speaker or None,
        "role": found.role or None,
        "cue": found.cue or None,
        "occasion": found.occasion or None,
        "language": found.language,
    }
