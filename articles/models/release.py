from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Words
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

    TOLD = {Change.UPDATE, Change.CORRECTION, Change.CLARIFICATION}

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=200)
    standfirst = models.TextField(_("standfirst"), blank=True)
    body = models.TextField(_("body"))
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
    def is_told(self) -> bool:
        """Whether readers are told that and when the words changed."""
        return self.change in self.TOLD
