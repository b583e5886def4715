from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.characters import storable

from .article import Article


class ImportedCopy(models.Model):
    """The raw copy that an article was made from, with all that was left out of it.

    `token` is the confirmation it came by: the same one makes no second article.
    """

    article = models.OneToOneField(
        Article, models.CASCADE, verbose_name=_("article"), related_name="imported_copy"
    )
    text = models.TextField(_("copy"))
    token = models.UUIDField(unique=True)
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("imported by"),
        related_name="+",
        null=True,
    )

    class Meta:
        verbose_name = _("imported copy")
        verbose_name_plural = _("imported copies")
        ordering = ["-imported_at", "-pk"]

    def __str__(self):
        return f"{self.imported_at:%Y-%m-%d %H:%M} · {self.text[:60]}"

    def save(self, *args, **kwargs):
        self.text = storable(self.text)
        super().save(*args, **kwargs)
