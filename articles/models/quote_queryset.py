from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q

from articles.characters import tidy
from articles.typography import unquoted
from matches.models import Match, Team

from .article import Language
from .edition import Edition


class QuoteQuerySet(models.QuerySet):
    def public(self, language, *, at=None):
        """Vouched for, on the record, and embedded in words readers can read."""
        releases = Edition.objects.public(language, at=at).values("release")
        return self.filter(
            verification__in=self.model.VOUCHED,
            is_off_record=False,
            embeds__release__in=releases,
        ).distinct()

    def by(self, person):
        return self.filter(speaker=person)

    def of_team(self, team):
        """Said by its people while they were so."""
        return self.filter(membership__team=team)

    def on_match(self, match):
        return self.filter(match=match)

    def on_file_for(self, article):
        """In its working words, or said on the record about one of its matches."""
        shown = Q(embeds__article=article)
        said = Q(match__links__article=article, is_off_record=False)
        return self.filter(shown | said).distinct()

    def same_as(self, quote):
        """The words of `quote`, by the same person on the same match."""
        words = unquoted(tidy(quote.text), quote.language)
        return self.by(quote.speaker).filter(match=quote.match, text=words)

    def of_occasion(self, quote):
        """What the speaker of `quote` said on the same match, or on the same day."""
        same = Q(match=quote.match) if quote.match_id else Q(said_on=quote.said_on)
        known = quote.match_id or quote.said_on
        others = self.by(quote.speaker_id).exclude(pk=quote.pk)
        return others.filter(same) if known else others.none()

    def untranslated(self, language):
        """Spoken in another language than `language`, and without words in it."""
        missing = Q(**{f"translation_{language}": ""})
        missing |= Q(**{f"translation_{language}": None})
        return self.filter(missing).exclude(language=language)

    def untranslated_anywhere(self):
        found = [self.untranslated(language) for language in Language.values]
        return reduce(or_, found)

    def teams(self):
        """Whose people said them."""
        return Team.objects.filter(pk__in=self.order_by().values("membership__team"))

    def matches(self):
        """On which they were said, the last first."""
        return Match.objects.filter(pk__in=self.order_by().values("match")).order_by(
            F("kickoff_on").desc(nulls_last=True), "-pk"
        )

    def in_order(self):
        """As they were spoken: by day, then as taken down; a list."""
        return spoken(self.order_by(F("said_on").asc(nulls_last=True), "pk"))

    def latest_first(self):
        """The last day first, and each day as it was spoken; a list."""
        return spoken(self.order_by(F("said_on").desc(nulls_last=True), "pk"))

    def with_speakers(self):
        return self.select_related(
            "speaker", "membership__team", "match__home", "match__away"
        )


def spoken(quotes):
    """`quotes` in their order, but each right after the one that it continues."""
    known = {quote.pk: quote for quote in quotes}
    followers = {}
    for quote in known.values():
        followers.setdefault(quote.continues_id, []).append(quote)
    first = [quote for quote in known.values() if quote.continues_id not in known]
    found, waiting = {}, [*reversed(first)]
    while waiting:
        quote = waiting.pop()
        found[quote.pk] = quote
        waiting += reversed(followers.get(quote.pk, []))
    return [*found.values(), *(q for pk, q in known.items() if pk not in found)]
