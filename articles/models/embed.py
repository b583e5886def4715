from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles import body
from matches.models import Match

from .article import Article, Language
from .edition import Edition
from .photo import Photo
from .post import ClubPost
from .quote import Quote
from .release import Release

RECORDS = {"quote": Quote, "post": ClubPost, "photo": Photo, "match": Match}
# What a page prints of a record besides its own row.
PRINTED = {
    "quote": ("speaker", "membership__team"),
    "post": ("account__team",),
    "photo": (),
    "match": (
        "home",
        "away",
        "season__competition",
        "stage",
        "venue",
        "tie__stage__season",
        "tie__team_a",
        "tie__team_b",
    ),
}


def exactly_one(*columns):
    one = Q()
    for column in columns:
        others = {f"{name}__isnull": name != column for name in columns}
        one |= Q(**others)
    return one


class EmbedQuerySet(models.QuerySet):
    def with_records(self):
        paths = [f"{kind}__{path}" for kind in PRINTED for path in PRINTED[kind]]
        return self.select_related(*RECORDS, *paths)

    def in_language(self, language):
        return self.filter(language=language)

    def showing(self, records, *, kind="post"):
        """Where `records` stand in working words and in what readers read now."""
        current = Q(release__edition__release=F("release"))
        shown = self.filter(
            current | Q(article__isnull=False), **{f"{kind}__in": records}
        )
        paths = ("article", "release__edition__article")
        return shown.select_related(*paths).order_by("pk")

    def with_editions(self):
        """With every language of the articles they stand in."""
        paths = ("article__editions", "release__edition__article__editions")
        return self.prefetch_related(*paths)

    def current(self):
        """In the words that published editions stand on."""
        return self.filter(release__current_of__status=Edition.Status.PUBLISHED)

    def unsaved(self, html, *, language):
        """The rows that `html` would have, with their records; one query a kind."""
        wanted = body.records(html)
        known = {kind: printed_records(kind, wanted) for kind in RECORDS}
        return [
            Embed(language=language, position=position, **{record.kind: found})
            for position, record in enumerate(wanted)
            if (found := known[record.kind].get(record.id))
        ]

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


def printed_records(kind, records):
    ids = {record.id for record in records if record.kind == kind}
    related = RECORDS[kind].objects.select_related(*PRINTED[kind])
    return related.in_bulk(ids) if ids else {}


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
