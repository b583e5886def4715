from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .article import Article, Language, Words
from .edition_queryset import EditionQuerySet
from .embargo import Embargoed


class Edition(Embargoed):
    """An article in one language as the desk publishes it."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")
        READY = "ready", _("Ready")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Origin(models.TextChoices):
        ORIGINAL = "original", _("Original")
        TRANSLATION = "translation", _("Translation")
        ADAPTATION = "adaptation", _("Adaptation")

    article = models.ForeignKey(Article, models.CASCADE, related_name="editions")
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    origin = models.CharField(
        _("origin"), max_length=12, choices=Origin.choices, default=Origin.ORIGINAL
    )
    slug = models.SlugField(
        _("slug"),
        max_length=80,
        blank=True,
        help_text=_("The end of the address; made from the title when left empty."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.DRAFT,
        editable=False,
    )
    publish_at = models.DateTimeField(_("published at"), null=True, editable=False)
    public_from = models.DateTimeField(null=True, editable=False)
    first_published_at = models.DateTimeField(
        _("first published"), null=True, editable=False
    )
    arrived_from = models.DateTimeField(null=True, editable=False)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("translator"),
        related_name="translations",
        null=True,
        blank=True,
    )
    checker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("checked by"),
        related_name="+",
        null=True,
        editable=False,
    )
    release = models.OneToOneField(
        "Release", models.PROTECT, related_name="current_of", null=True, editable=False
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["article_id", "language"]
        permissions = [
            ("submit_edition", "Can submit an edition for review"),
            ("approve_edition", "Can pass an edition or send it back"),
            ("publish_edition", "Can publish and withdraw an edition"),
            ("work_in_fr", "Works in French; with no language chosen, in both"),
            ("work_in_en", "Works in English; with no language chosen, in both"),
        ]
        indexes = [
            models.Index(
                fields=["language", "status", "-first_published_at"],
                name="edition_latest",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language"], name="edition_once_per_language"
            ),
            models.CheckConstraint(
                condition=~Q(status="published")
                | Q(
                    release__isnull=False,
                    publish_at__isnull=False,
                )
                & (Q(public_from__isnull=False) | Q(embargo_match__isnull=False))
                & ~Q(slug=""),
                name="edition_published_with_words_time_and_slug",
            ),
            models.CheckConstraint(
                condition=Q(embargo_match__isnull=True, embargo_event="")
                | Q(embargo_match__isnull=False) & ~Q(embargo_event=""),
                name="edition_embargo_names_match_and_moment",
            ),
        ]

    def __str__(self):
        return f"{self.article} ({self.get_language_display()})"

    def save(self, *args, **kwargs):
        self.public_from = self.due_at
        if not self.was_public():
            self.first_published_at = self.first_visible_at
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        with override(self.language):
            return reverse("articles:detail", args=[self.article_id, self.slug])

    @property
    def due_at(self):
        """The later of publication and embargo; None while hidden."""
        if self.status != self.Status.PUBLISHED:
            return None
        return self.visible_from(self.publish_at)

    def visible_from(self, hour):
        """`hour` or the end of the embargo; None while a match has not brought it."""
        if self.embargo_match_id and self.match_moment is None:
            return None
        return max([hour, *self.embargo_ends])

    @property
    def first_visible_at(self):
        """When readers first see what they have not seen; an embargo lifted: now."""
        was_held = self.first_published_at or self.embargo_match_id
        is_lifted = was_held and self.public_from
        return max(self.public_from, timezone.now()) if is_lifted else self.public_from

    def is_public(self, *, at=None):
        return (
            self.status == self.Status.PUBLISHED
            and self.public_from is not None
            and self.public_from <= (at or timezone.now())
            and not self.is_waiting_for_match
        )

    def was_public(self, *, at=None):
        """Whether readers have ever seen it, up to `at`."""
        first = self.first_published_at
        return first is not None and first <= (at or timezone.now())

    def schedule(self, publish_at, *, at):
        """Sets when readers see it, at `at` or later; what they have seen stays so."""
        if not self.is_public(at=at):
            self.publish_at = max(publish_at, at)
        if not self.was_public(at=at):
            self.first_published_at = self.visible_from(self.publish_at)

    @property
    def words(self) -> Words:
        """The working words of this edition's language."""
        return self.article.words(self.language)

    def digest_of_source(self):
        """As `with_source_digest()` has it, from the article's editions."""
        other = Language(self.language).other
        source = self.article.edition(other)
        if source and source.status == self.Status.PUBLISHED:
            return source.release.digest
        return getattr(self.article, f"digest_{other}")

    def is_stale(self):
        """As `stale()` has it, of one."""
        if self.origin != self.Origin.TRANSLATION or not hasattr(self, "translation"):
            return False
        made = self.translation
        return made.completed_at is not None and made.digest != self.digest_of_source()

    @property
    def has_unpublished_changes(self):
        """Whether publishing now would show readers something else."""
        if self.release is None:
            return False
        lead = self.article.lead_photo_id
        return (self.release.words, self.release.lead_photo_id) != (self.words, lead)
