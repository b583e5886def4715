from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles import body
from matches.models import Match

from .article import Article, Language
from .photo import Photo
from .post import ClubPost
from .quote import Quote
from .release import Release

RECORDS = {"quote": Quote, "post": ClubPost, "photo": Photo, "match": Match}


def exactly_one(*columns):
    one = Q()
    for column in columns:
        others = {f"{name}__isnull": name != column for name in columns}
        one |= Q(**others)
    return one


class EmbedQuerySet(models.QuerySet):
    def with_records(self):
        return self.select_related(
            "quote__speaker",
            "quote__membership__team",
            "post__account__team",
            "photo",
            "match__home",
            "match__away",
            "match__season__competition",
            "match__stage",
            "match__venue",
            "match__tie__stage__season",
            "match__tie__team_a",
            "match__tie__team_b",
        )

    def in_language(self, language):
        return self.filter(language=language)

    def follow(self, owner, html, *, language):
        """Makes the rows of `owner` (article, release) match the records in `html`.

        A record that no longer exists keeps its place in the words and gets no row.
        """
        wanted = [
            (position, record.kind, record.id)
            for position, record in enumerate(existing(body.records(html)))
        ]
        rows = self.in_language(language)
        if wanted == [(row.position, row.kind, row.record_id) for row in rows]:
            return
        rows.delete()
        self.bulk_create(
            Embed(
                **{owner._meta.model_name: owner, f"{kind}_id": record_id},
                language=language,
                position=position,
            )
            for position, kind, record_id in wanted
        )


def existing(records):
    """The records that the database has, in order, for one query a kind."""
    known = set()
    for kind in {record.kind for record in records}:
        ids = {record.id for record in records if record.kind == kind}
        found = RECORDS[kind].objects.filter(pk__in=ids).values_list("pk", flat=True)
        known |= {(kind, pk) for pk in found}
    return [record for record in records if (record.kind, record.id) in known]


class Embed(models.Model):
    """Where a body shows a record: derived on save, it protects what it shows."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="embeds", null=True
    )
    release = models.ForeignKey(
        Release, models.PROTECT, related_name="embeds", null=True
    )
    language = models.CharField(max_length=2, choices=Language.choices)
    position = models.PositiveIntegerField()
    quote = models.ForeignKey(Quote, models.PROTECT, related_name="embeds", null=True)
    post = models.ForeignKey(ClubPost, models.PROTECT, related_name="embeds", null=True)
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="embeds", null=True)
    match = models.ForeignKey(Match, models.PROTECT, related_name="embeds", null=True)

    objects = EmbedQuerySet.as_manager()

    class Meta:
        verbose_name = _("place in a text")
        verbose_name_plural = _("places in texts")
        ordering = ["language", "position"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("article", "release"),
                name="embed_of_one_text",
            ),
            models.CheckConstraint(
                condition=exactly_one(*RECORDS), name="embed_of_one_record"
            ),
            models.UniqueConstraint(
                fields=["article", "language", "position"],
                name="embed_place_in_working_words",
            ),
            models.UniqueConstraint(
                fields=["release", "position"], name="embed_place_in_release"
            ),
        ]

    def __str__(self):
        if self.release_id:
            return _("in release %(number)s of “%(title)s”") % {
                "number": self.release.number,
                "title": self.release.title,
            }
        title = {"title": self.article}
        if self.language == Language.ENGLISH:
            return _("in the English text of “%(title)s”") % title
        return _("in the French text of “%(title)s”") % title

    @property
    def kind(self):
        return next(kind for kind in RECORDS if getattr(self, f"{kind}_id"))

    @property
    def record_id(self):
        return getattr(self, f"{self.kind}_id")

    @property
    def record(self):
        return getattr(self, self.kind)
