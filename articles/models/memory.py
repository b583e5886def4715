from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Language
from .edition import Edition


class RememberedSentence(models.Model):
    """A sentence that readers could read in both languages, and where.

    `edition` is the translation. The keys are of the words alone: the same exactly
    for the same words, whatever the typography.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="remembered")
    source_language = models.CharField(
        _("translated from"), max_length=2, choices=Language.choices
    )
    text_fr = models.TextField(_("French"))
    text_en = models.TextField(_("English"))
    key_fr = models.BigIntegerField()
    key_en = models.BigIntegerField()
    remembered_at = models.DateTimeField(_("remembered at"), default=timezone.now)

    class Meta:
        verbose_name = _("remembered sentence")
        verbose_name_plural = _("remembered sentences")
        ordering = ["edition", "pk"]
        indexes = [
            models.Index(fields=["key_fr"], name="remembered_french"),
            models.Index(fields=["key_en"], name="remembered_english"),
        ]

    def __str__(self):
        return f"{self.text_fr} – {self.text_en}"


class SentenceTrace(models.Model):
    """Two words that follow one another in a remembered sentence, as a number.

    Sentences that are alike share some: how close ones are found without reading all.
    """

    trace = models.BigIntegerField()
    sentence = models.ForeignKey(
        RememberedSentence, models.CASCADE, related_name="traces"
    )

    class Meta:
        verbose_name = _("trace of a sentence")
        verbose_name_plural = _("traces of sentences")
        ordering = ["pk"]
        indexes = [models.Index(fields=["trace", "sentence"], name="trace_of_sentence")]

    def __str__(self):
        return str(self.trace)
