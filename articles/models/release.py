from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Words
from .body_field import BodyField
from .edition import Edition
from .photo import Photo


class AppendOnly(Exception):
    """Someone tried to change what is only ever added to."""


class ReleaseQuerySet(models.QuerySet):
    def of_article(self, pk):
        """In all its languages, in order, with what a history tells of them."""
        releases = self.filter(edition__article=pk).order_by("released_at", "pk")
        return releases.select_related("edition", "released_by").defer("body")

    def between(self, since, until=None):
        """Made from `since` on, and before `until` where it is given."""
        releases = self.filter(released_at__gte=since)
        return releases.filter(released_at__lt=until) if until else releases

    def told(self, *, at=None):
        """Those of which readers are told, up to `at`, the last first."""
        found = self.filter(
            change__in=self.model.TOLD, released_at__lte=at or timezone.now()
        )
        return found.defer("body").latest_first()

    def correcting(self, *, at=None):
        """Those that put something right, up to `at`, the last first."""
        return self.told(at=at).filter(change__in=self.model.CORRECTING)

    def corrections(self, language, *, at=None):
        """What readers may know was put right in `language`, the last first.

        Nothing of an edition that they may not read at `at`.
        """
        public = Edition.objects.public(language, at=at)
        return self.correcting(at=at).filter(edition__in=public)

    def unanswered(self, *, at=None):
        """Corrections that published words in the other language have not answered.

        One that is itself such an answer asks nothing.
        """
        others = Edition.objects.filter(
            article=OuterRef("edition__article"), status=Edition.Status.PUBLISHED
        ).exclude(language=OuterRef("edition__language"))
        asking = self.correcting(at=at).filter(
            edition__status=Edition.Status.PUBLISHED, answers=None, answering=None
        )
        return asking.filter(Exists(others))

    def asked_of(self, editions, *, at=None):
        """Corrections of the same articles that answer none themselves."""
        articles = {edition.article_id for edition in editions}
        return self.correcting(at=at).filter(
            edition__article__in=articles,
            edition__status=Edition.Status.PUBLISHED,
            answering=None,
        )

    def with_stories(self):
        """With what leads to the edition, under the title that it has now."""
        return self.select_related("edition__release").defer(
            "body", "edition__release__body"
        )

    def older_than(self, pk):
        """What `latest_first()` puts after the release `pk`, where it exists."""
        last = Release.objects.filter(pk=pk).first()
        if last is None:
            return self
        same = Q(released_at=last.released_at, pk__lt=last.pk)
        return self.filter(Q(released_at__lt=last.released_at) | same)

    def latest_first(self):
        return self.order_by("-released_at", "-pk")

    def update(self, **kwargs):
        raise AppendOnly("Releases are never changed.")

    def delete(self):
        raise AppendOnly("Releases are never deleted.")


class Release(models.Model):
    """The words readers read, as they stood when a person published them."""

    class Change(models.TextChoices):
        FIRST = "first", _("First publication")
        TYPO = "typo", _("Typo")
        UPDATE = "update", _("Update")
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")

    class Severity(models.TextChoices):
        """How wrong a correction says the words were (CDJM, 11 May 2021)."""

        MINOR = "minor", _("Minor")
        SIGNIFICANT = "significant", _("Significant")
        SERIOUS = "serious", _("Serious")

    CORRECTING = (Change.CORRECTION, Change.CLARIFICATION)
    TOLD = (Change.UPDATE, *CORRECTING)

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=200)
    standfirst = models.TextField(_("standfirst"), blank=True)
    body = BodyField(_("body"))
    social_title = models.CharField(_("social title"), max_length=110, blank=True)
    lead_photo = models.ForeignKey(
        Photo,
        models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("lead picture"),
    )
    change = models.CharField(_("change"), max_length=15, choices=Change.choices)
    note = models.TextField(_("note to readers"), blank=True)
    severity = models.CharField(
        _("severity"), max_length=11, choices=Severity.choices, blank=True
    )
    fact_marks = models.JSONField(default=dict)
    is_machine_assisted = models.BooleanField(_("machine help"), default=False)
    digest = models.CharField(max_length=32, default="", editable=False)
    released_at = models.DateTimeField(_("published at"))
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["edition", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "number"], name="release_numbered_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["-released_at", "-id"],
                name="release_corrections",
                condition=Q(change__in=["correction", "clarification"]),
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.number})"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Releases are never changed.")
        self.digest = self.words.digest
        super().save(*args, **kwargs)
        self.embeds.follow(self, self.body, language=self.edition.language)

    def delete(self, *args, **kwargs):
        raise AppendOnly("Releases are never deleted.")

    @property
    def words(self) -> Words:
        return Words(self.title, self.standfirst, self.body, self.social_title)

    @property
    def lead_picture(self):
        """The lead photo that readers see: None too once it was taken down."""
        lead = self.lead_photo
        return None if lead and lead.is_taken_down else lead

    @property
    def previous(self):
        """The release that readers had before this one, or None."""
        before = Release.objects.filter(edition=self.edition, number__lt=self.number)
        return before.last()

    @property
    def is_told(self) -> bool:
        """Whether readers are told that and when the words changed."""
        return self.change in self.TOLD

    @property
    def is_correction(self) -> bool:
        """Whether it puts right, or makes clear, what readers had read."""
        return self.change in self.CORRECTING
