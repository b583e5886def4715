"""What the newsroom wrote on a match, by the part it plays in its coverage."""

from dataclasses import dataclass, field

from django.conf import settings

from .models import Match

BEFORE = ("preview", "live", "report", "reaction", "ratings", "analysis")
AFTER = ("report", "reaction", "ratings", "analysis", "live", "preview")


@dataclass(frozen=True)
class Part:
    """The editions that cover a match in one role; `name` is a reader's word."""

    name: str
    editions: list


@dataclass(frozen=True)
class Coverage:
    """`elsewhere`: public editions of stories that the page's language lacks."""

    parts: list[Part] = field(default_factory=list)
    first_leg: list = field(default_factory=list)
    elsewhere: list = field(default_factory=list)

    @property
    def is_empty(self):
        return not (self.parts or self.elsewhere)


def coverage(match: Match, *, language: str, at=None) -> Coverage:
    """The public coverage of `match` and of its first leg, in two queries.

    The links come through the reverse relation: facts know nothing of words.
    """
    first = match.other_leg if match.leg == 2 else None
    links = list(
        match.links.model.objects.of_matches([match, *([first] if first else [])])
    )
    codes = [code for code, _name in settings.LANGUAGES]
    editions = match.links.model.objects.editions_of(links, codes, at=at)
    own = {link.article_id: link for link in links if link.match_id == match.pk}
    here = [e for e in editions if e.language == language]
    known = {edition.article_id for edition in here}
    return Coverage(
        parts([e for e in here if e.article_id in own], own, match),
        [e for e in here if e.article_id not in own],
        [e for e in editions if e.article_id in own and e.article_id not in known],
    )


def parts(editions, links, match):
    """The latest edition first in each part; the parts as a reader wants them."""
    order = AFTER if match.is_finished else BEFORE
    found = {}
    for edition in editions:
        found.setdefault(links[edition.article_id].role, []).append(edition)
    names = {link.role: link.get_role_display() for link in links.values()}
    return [Part(names[role], found[role]) for role in order if role in found]
