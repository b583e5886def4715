from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article, Language
from .release import AppendOnly


class Check(models.TextChoices):
    """What words about a match are checked for (domain: the ten kinds)."""

    SCORE = "score", _("Score")
    LEAD = "lead", _("Lead in the tie")
    GOALLESS = "goalless", _("Goals")
    SCORER = "scorer", _("Scorer or minute")
    ROUND = "round", _("Round")
    OCCASION = "occasion", _("Day or place")
    TIE = "tie", _("Qualification")
    NAME = "name", _("Name")
    POST = "post", _("Club post")
    SPELLING = "spelling", _("Spelling")


class DismissalQuerySet(models.QuerySet):
    def of(self, article, language):
        """By mark, the last answer to each check of the words in `language`."""
        answers = self.filter(article=article, language=language)
        return {one.mark: one for one in answers.select_related("dismissed_by")}

    def update(self, **kwargs):
        raise AppendOnly("Dismissals are never changed.")

    def delete(self):
        raise AppendOnly("Dismissals are never deleted.")


class Dismissal(models.Model):
    """A check that someone answered: the words stand as they are, for a reason.

    `mark` is what was asked: the kind, the words and what the match says of them.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="dismissals")
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    kind = models.CharField(_("check"), max_length=10, choices=Check.choices)
    words = models.CharField(_("words"), max_length=300, blank=True)
    says = models.CharField(_("what the record said"), max_length=400)
    mark = models.CharField(max_length=16, editable=False)
    reason = models.CharField(_("reason"), max_length=300)
    dismissed_at = models.DateTimeField(_("dismissed at"), default=timezone.now)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("dismissed by"),
    )

    objects = DismissalQuerySet.as_manager()

    class Meta:
        verbose_name = _("dismissed check")
        verbose_name_plural = _("dismissed checks")
        ordering = ["dismissed_at", "pk"]
        indexes = [models.Index(fields=["article", "language"], name="dismissal_of")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="dismissal_with_a_reason"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.words or self.says}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Dismissals are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("Dismissals are never deleted.")
