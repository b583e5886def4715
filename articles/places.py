"""Where in an article words were selected or pasted, as the editor tells it."""

from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property

from matches.models import Match, Membership

from .models import Language, Quote
from .speakers import Around, present

MOST_MATCHES = 10
LONGEST = 600  # characters around the words


@dataclass(frozen=True)
class Place:
    """`matches` are those of the form, saved or not, its main one first."""

    language: Language = Language.FRENCH
    around: Around = Around()
    matches: list[Match] = field(default_factory=list)
    previous: Quote | None = None

    @classmethod
    def of(cls, data: QueryDict) -> "Place":
        """Reads written_in, before, after, linked, previous; odd values are none."""
        language = data.get("written_in")
        around = Around(
            data.get("before", "")[-LONGEST:], data.get("after", "")[:LONGEST]
        )
        previous = numbers([data.get("previous", "")])
        quotes = Quote.objects.with_speakers().in_bulk(previous)
        wanted = numbers(data.getlist("linked"))[:MOST_MATCHES]
        matches = Match.objects.with_sides().in_bulk(wanted)
        return cls(
            language=Language(language if language in Language.values else "fr"),
            around=around,
            matches=[matches[pk] for pk in wanted if pk in matches],
            previous=next(iter(quotes.values()), None),
        )

    @property
    def match(self) -> Match | None:
        return self.matches[0] if self.matches else None

    @property
    def day(self) -> date:
        """The main match's, else today."""
        return (self.match and self.match.kickoff_on) or timezone.localdate()

    @cached_property
    def people(self) -> list[Membership]:
        """Who belonged to the teams that day."""
        return present(self.matches, day=self.day)


def numbers(values: list[str]) -> list[int]:
    """The primary keys among `values`, each once."""
    keys = [v for v in values if v.isascii() and v.isdigit() and len(v) < 16]
    return list(dict.fromkeys(map(int, keys)))
