from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.typography import unquoted

from .quote import Quote, SpokenLanguage
from .written import Written


class QuoteVariant(Written):
    """The same words as another source has them: the desk compares, readers never see.

    Two transcriptions of one press conference have had opposite meanings.
    """

    quote = models.ForeignKey(
        Quote, models.CASCADE, verbose_name=_("quote"), related_name="variants"
    )
    text = models.TextField(_("as they have it"))
    language = models.CharField(
        _("language"),
        max_length=5,
        choices=SpokenLanguage.choices,
        default=SpokenLanguage.FRENCH,
    )
    source_kind = models.CharField(
        _("source"),
        max_length=12,
        choices=Quote.Source.choices,
        default=Quote.Source.OTHER_MEDIA,
    )
    source_name = models.CharField(_("who has it so"), max_length=120)
    source_url = models.URLField(_("address of the source"), blank=True)
    noted_at = models.DateTimeField(_("noted"), auto_now_add=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("noted by"),
        related_name="+",
        null=True,
        editable=False,
    )

    class Meta:
        verbose_name = _("other transcription")
        verbose_name_plural = _("other transcriptions")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.source_name} · {self.text[:60]}"

    def tidy(self):
        super().tidy()
        self.text = unquoted(self.text, self.language)
