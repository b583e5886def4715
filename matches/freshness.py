"""What the live part of a match page was made from, as one short mark.

Versions only rise and numbers are never given twice: how many rows there are, the
last number and the sum of versions tell any two states of a list apart.
"""

import hashlib
from collections.abc import Iterable

from django.db.models import Count, Max, OuterRef, Subquery, Sum

from .models import Match, MatchEvent


def mark(match: Match, events: Iterable[MatchEvent], posts: Iterable) -> str:
    """The mark of rows that are at hand; `match` comes from `with_tie()`."""
    legs = match.tie.matches.all() if match.tie_id else ()
    facts = [
        match.version,
        match.home.version,
        match.away.version,
        match.tie.version if match.tie_id else None,
        sum(leg.version for leg in legs),
        len(events),
        max((event.pk for event in events), default=None),
        sum(event.version for event in events),
        sum(event.person.version for event in events if event.person_id),
        sum(e.second_person.version for e in events if e.second_person_id),
    ]
    return digest(facts, [(post.pk, post.version) for post in posts])


def stored_mark(number: int, *, language: str, at=None) -> str | None:
    """The mark of match `number` in two queries; None when there is none."""
    legs = Match.objects.filter(tie=OuterRef("tie")).order_by().values("tie")
    rows = Match.objects.filter(pk=number).values_list(
        "version",
        "home__version",
        "away__version",
        "tie__version",
        Subquery(legs.annotate(total=Sum("version")).values("total")),
        Count("events"),
        Max("events"),
        Sum("events__version"),
        Sum("events__person__version"),
        Sum("events__second_person__version"),
    )
    facts = rows.first()
    if facts is None:
        return None
    posts = Match(pk=number).posts.public(language, at=at)
    return digest(facts, posts.values_list("pk", "version"))


def digest(facts, posts):
    told = [fact or 0 for fact in facts], sorted(posts)
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]
