"""Published words whose facts have changed since a person last confirmed them.

Derived on reading (design: nothing pushes): an edition needs a second look exactly
when today's fingerprints differ from those of its release, or of its last look.
"""

import copy
import hashlib

from django.db import transaction
from django.db.models import (
    F,
    Model,
    OuterRef,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from matches import past
from matches.fingerprints import fingerprint
from matches.models import Match

from . import policy
from .models import AuditEntry, Edition, Embed, Quote, SecondLook
from .publishing import Refused, check

MOST_CANDIDATES = 400


def changed(editions: list[Edition]) -> dict[int, list[Model]]:
    """pk of each edition that needs a look → the quotes and matches that differ."""
    releases = [edition.release for edition in editions if edition.release]
    prefetch_related_objects(releases, "looks")
    marks = {edition.pk: confirmed_marks(edition) for edition in editions}
    now = present({key for known in marks.values() for key in known})
    found = {
        pk: [(key, known[key]) for key in known if now[key][0] != known[key]]
        for pk, known in marks.items()
    }
    once = past.when(match_marks(found.values()))
    return {
        pk: [as_told(now[key][1], once.get((number(key), mark))) for key, mark in keys]
        for pk, keys in found.items()
        if keys
    }


def match_marks(found):
    pairs = [pair for keys in found for pair in keys]
    return {(number(key), mark) for key, mark in pairs if key.startswith("match:")}


def number(key):
    return int(key.partition(":")[2])


def as_told(record, before):
    """A match with what it said when the words were confirmed, as far as is known."""
    if not isinstance(record, Match):
        return record
    match = copy.copy(record)
    match.confirmed_facts = before
    return match


def confirmed_marks(edition: Edition) -> dict[str, str]:
    if edition.status != Edition.Status.PUBLISHED:
        return {}
    looks = list(edition.release.looks.all())
    return (looks[-1] if looks else edition.release).fact_marks


def present(keys: set[str]) -> dict[str, tuple[str, Model]]:
    """Each of `keys` ("quote:12", "match:3") → its fingerprint now, and the record."""
    found = dict.fromkeys(keys, ("", None))
    for quote in Quote.objects.with_speakers().in_bulk(ids("quote", keys)).values():
        found[f"quote:{quote.pk}"] = quote.fingerprint, quote
    matches = Match.objects.with_sides().prefetch_related("events")
    for match in matches.in_bulk(ids("match", keys)).values():
        found[f"match:{match.pk}"] = fingerprint(match), match
    return found


def ids(kind, keys):
    return [number(key) for key in keys if key.startswith(f"{kind}:")]


def needed(*, most: int) -> list[tuple[Edition, list[Model]]]:
    """Editions that need a second look, with what differs, the last change first."""
    editions = [*of_quotes()[:MOST_CANDIDATES], *of_matches()]
    editions = list({edition.pk: edition for edition in editions}.values())
    found = {pk: asking(records) for pk, records in changed(editions).items()}
    editions.sort(key=lambda edition: edition.told, reverse=True)
    return [(e, found[e.pk]) for e in editions if found.get(e.pk)][:most]


def asking(records):
    """Not a match that went on as matches do: a preview is right about what was."""
    return [record for record in records if not is_played_since(record)]


def is_played_since(record):
    before = getattr(record, "confirmed_facts", None)
    return before is not None and before.status not in past.OVER


def of_matches():
    """Published, and standing on a match that changed since the last look."""
    last = past.changed_last()
    linked = published().filter(article__links__match__in=last)
    shown = published().filter(release__embeds__match__in=last)
    found = {edition.pk: edition for edition in linked | shown}
    for edition in found.values():
        numbers = [number(key) for key in edition.release.fact_marks if "match" in key]
        edition.told = max((last[n] for n in numbers if n in last), default=None)
    later = [e for e in found.values() if e.told and e.told > e.confirmed]
    later.sort(key=lambda edition: edition.told, reverse=True)
    return later[:MOST_CANDIDATES]


def published():
    """With the moment from which facts count as changed: the last look or release."""
    looks = SecondLook.objects.filter(release=OuterRef("release"))
    last = looks.order_by("-looked_at").values("looked_at")[:1]
    confirmed = Coalesce(Subquery(last), F("release__released_at"))
    return (
        Edition.objects.filter(status=Edition.Status.PUBLISHED)
        .annotate(confirmed=confirmed)
        .select_related("article", "release")
        .defer("release__body", "article__body_fr", "article__body_en")
    )


def of_quotes():
    """Published, and showing a quote that tells something else since the last look."""
    quotes = Embed.objects.filter(release=OuterRef("release"))
    newest = quotes.order_by(F("quote__marked_at").desc(nulls_last=True))
    told = Subquery(newest.values("quote__marked_at")[:1])
    shown = published().annotate(told=told).filter(told__gt=F("confirmed"))
    return shown.order_by("-told", "pk")


def facts_of(edition: Edition) -> str:
    """What a person looks at: another value once a fact changes again."""
    known = present(set(confirmed_marks(edition)))
    return digest([f"{key} {known[key][0]}" for key in sorted(known)])


def digest(lines):
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


@transaction.atomic
def confirm(edition: Edition, *, by, at=None) -> SecondLook:
    """Checked, still right: what differs today is what it stands on from now."""
    check(edition, policy.may_look_again(by, edition), Edition.Status.PUBLISHED)
    known = confirmed_marks(edition)
    marks = {key: mark for key, (mark, _record) in present(set(known)).items()}
    if marks == known:
        raise Refused(_("Nothing has changed since someone last looked."))
    at = at or timezone.now()
    changed = [key for key in marks if marks[key] != known[key]]
    fields = {key: [known[key], marks[key]] for key in changed}
    AuditEntry.objects.record("second_look", edition, by=by, at=at, fields=fields)
    return SecondLook.objects.create(
        release=edition.release, fact_marks=marks, looked_at=at, looked_by=by
    )
