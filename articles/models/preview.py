from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import tokens

from .article import Article, Language


class PreviewLinkQuerySet(models.QuerySet):
    def make(self, article, language, *, by, at=None):
        """(link, token) for the words of `article` as they were last saved.

        The token stands in the address and nowhere else: only its seal is stored.
        """
        token = tokens.new_token()
        link = PreviewLink(
            article=article,
            language=language,
            version=article.version,
            name=tokens.name_of(token),
            made_by=by,
            made_at=at or timezone.now(),
        )
        link.seal = tokens.seal(token, *link.opens)
        link.save()
        return link, token

    def live(self, *, at=None):
        """Those that open a page: not too old, not revoked, their maker still here."""
        at = at or timezone.now()
        return self.filter(
            made_at__lte=at,
            made_at__gt=at - PreviewLink.LIFE,
            revoked_at=None,
            made_by__is_active=True,
        )

    def opened_by(self, token, language, *, at=None):
        """The live link of `token` in `language`, or None."""
        links = self.live(at=at).select_related("article")
        link = links.filter(name=tokens.name_of(token), language=language).first()
        is_right = link and tokens.is_sealed(link.seal, token, *link.opens)
        return link if is_right else None

    def listed(self, article, language):
        """The live ones of one edition, the newest first, with who made them."""
        links = self.live().filter(article=article, language=language)
        return links.select_related("made_by").order_by("-made_at", "-pk")

    def revocable(self, pk):
        return self.select_for_update().filter(pk=pk, revoked_at=None).first()


class PreviewLink(models.Model):
    """Lets someone without an account read one edition as it stood in one version."""

    LIFE = timedelta(hours=24)

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="preview_links", editable=False
    )
    language = models.CharField(max_length=2, choices=Language.choices)
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=tokens.NAME_LENGTH, unique=True)
    seal = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made_at"]

    def __str__(self):
        return _("Preview of “%(article)s” (%(language)s), version %(version)s") % {
            "article": self.article,
            "language": self.get_language_display(),
            "version": self.version,
        }

    @property
    def opens(self):
        """What its token was sealed for."""
        return self.article_id, self.language, self.version

    @property
    def expires_at(self):
        return self.made_at + self.LIFE
