from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from .article import Language
from .embargo import has_strayed, is_resolved


class EditionQuerySet(models.QuerySet):
    def public(self, language, *, at=None):
        """What readers may see in `language` at `at` (aware, default now)."""
        return self.public_in([language], at=at)

    def public_in(self, languages, *, at=None):
        return self.filter(
            language__in=languages,
            status=self.model.Status.PUBLISHED,
            public_from__lte=at or timezone.now(),
        ).filter(Q(embargo_match=None) | Exists(self.resolved()))

    def resolved(self):
        """The same edition, while its match still says what lifted its embargo."""
        return self.model.objects.filter(is_resolved(), pk=OuterRef("pk"))

    def strayed(self):
        """Published, and to be derived again: their match says another moment."""
        return self.filter(has_strayed(), status=self.model.Status.PUBLISHED)

    def follow(self):
        """Derives when readers see those that a match's moment moves; how many.

        One that somebody is saving at this instant is left to housekeeping: who runs
        a live match never waits for it.
        """
        strayed = self.strayed().select_for_update(skip_locked=True, of=("self",))
        found = list(strayed.select_related("article", "embargo_match"))
        for edition in found:
            edition.save()
        return len(found)

    def withdrawn(self, language, *, at=None):
        """Editions that readers saw once and that answer 410 now."""
        return self.filter(
            language=language,
            status=self.model.Status.WITHDRAWN,
            first_published_at__lte=at or timezone.now(),
        )

    def of_article(self, pk):
        """None too for a number that no database can hold."""
        return self.filter(article__pk=pk).first()

    def in_language(self, language):
        return self.filter(language=language)

    def of_articles(self, articles):
        return self.filter(article__in=articles)

    def not_of(self, article):
        return self.exclude(article=article)

    def latest(self):
        return self.order_by("-first_published_at", "-pk")

    def led_by(self, photo):
        """Those whose readers have, or will have, `photo` above the words."""
        shown = self.filter(release__lead_photo=photo).select_related("article")
        return shown.prefetch_related("article__editions")

    def with_cards(self):
        """With all that a card in a list prints."""
        return self.select_related("release__lead_photo", "article").defer(
            "release__body",
            *(f"article__body{suffix}" for suffix in ("", "_fr", "_en")),
        )

    def of_kind(self, kind):
        return self.filter(article__kind=kind) if kind else self

    def with_state(self):
        """With what says where it stands, and how to its source if translated."""
        return self.select_related("translation", "release").defer("release__body")

    def with_words(self):
        """With all that an article page prints of the edition itself."""
        return self.select_related("release__lead_photo", "article", "translator")

    def older_than(self, article):
        """What `latest()` puts after the edition of `article` (an id) in this set."""
        edition = self.of_article(article)
        if edition is None:
            return self
        first = edition.first_published_at
        same = Q(first_published_at=first, pk__lt=edition.pk)
        return self.filter(Q(first_published_at__lt=first) | same)

    def about_matches(self, matches):
        return self.filter(article__links__match__in=matches).distinct()

    def about_team(self, team):
        link = "article__links__match__"
        return self.filter(
            Q(**{f"{link}home": team}) | Q(**{f"{link}away": team})
        ).distinct()

    def about_season(self, season):
        return self.filter(article__links__match__season=season).distinct()

    def quoting(self, person):
        return self.filter(release__embeds__quote__speaker=person).distinct().latest()

    def showing(self, quote):
        """Published, due or not, on words that show `quote`."""
        shown = self.filter(
            status=self.model.Status.PUBLISHED, release__embeds__quote=quote
        )
        return shown.distinct().order_by("article_id", "-language")

    def by_author(self, author):
        return self.filter(article__bylines__author=author)

    def translated(self):
        """Made from the other language, with what is kept of it."""
        made = self.filter(origin=self.model.Origin.TRANSLATION)
        return made.exclude(translation=None)

    def became_public(self, *, since, at):
        """Not later than `at`, and after `since`, by the clock alone: not yet taken
        into the memory."""
        due = self.public_in(Language.values, at=at).filter(
            Q(public_from__gt=since) & Q(public_from__gt=F("release__released_at")),
            article__editions__remembered=None,
        )
        return due.select_related("article")

    def appearing(self, language, *, since, until):
        """Not public at `since`, and public at `until`, as far as is known."""
        found = self.public(language, at=until).filter(public_from__gt=since)
        return found.select_related("article", "release").order_by("public_from", "pk")

    def with_source_digest(self):
        """Annotates `source_digest`: of the words that a translation owes (design §9),
        the other language's release where it is published, else its working words."""
        other = self.model.objects.filter(
            article=OuterRef("article"), status=self.model.Status.PUBLISHED
        ).exclude(language=OuterRef("language"))
        working = Case(
            When(language=Language.FRENCH, then="article__digest_en"),
            default="article__digest_fr",
        )
        released = Subquery(other.values("release__digest")[:1])
        return self.annotate(source_digest=Coalesce(released, working))

    def stale(self):
        """Translations once complete, of words that are no longer the source's."""
        return (
            self.with_source_digest()
            .filter(
                origin=self.model.Origin.TRANSLATION,
                translation__completed_at__isnull=False,
            )
            .exclude(translation__digest=F("source_digest"))
        )
