from django.conf import settings
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .article import Article, Language


class AboutStory(models.Model):
    """Says something of an article, or of its words in one language, to a person."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"))
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, blank=True
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        abstract = True

    def get_absolute_url(self):
        """Where the desk works on it."""
        return reverse("admin:articles_article_change", args=[self.article_id])

    @property
    def title(self):
        """In its language, else as the article is called."""
        words = self.article.words(self.language) if self.language else None
        return words.title if words and words.title else str(self.article)


class AssignmentQuerySet(models.QuerySet):
    def open(self):
        """Not done, the soonest due first, then as they were given."""
        found = self.filter(done_at=None).select_related("article", "to", "by")
        return found.order_by(F("due_at").asc(nulls_last=True), "given_at", "pk")

    def of(self, person):
        return self.filter(to=person)

    def given_by(self, person):
        """To someone else."""
        return self.filter(by=person).exclude(to=person)

    def on(self, article):
        return self.filter(article=article)


class Assignment(AboutStory):
    """Work on a story that one person gives another."""

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="assignments",
        verbose_name=_("who"),
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    given_at = models.DateTimeField(_("given"))
    taken_at = models.DateTimeField(_("taken"), null=True, editable=False)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["given_at", "pk"]
        default_related_name = "assignments"
        indexes = [models.Index(fields=["to", "done_at"], name="assignment_open")]

    def __str__(self):
        return f"{self.article} → {self.to}"

    def is_late(self, *, at):
        return self.done_at is None and bool(self.due_at) and self.due_at < at


class MentionQuerySet(models.QuerySet):
    def unread(self, person):
        found = self.filter(person=person, read_at=None)
        return found.select_related("article", "by").order_by("-at", "-pk")


class Mention(AboutStory):
    """Someone's name after an @ in a note."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="mentions",
        verbose_name=_("who"),
    )
    at = models.DateTimeField(_("at"))
    read_at = models.DateTimeField(null=True, editable=False)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["-at", "-pk"]
        default_related_name = "mentioned_in"
        indexes = [models.Index(fields=["person", "read_at"], name="mention_unread")]

    def __str__(self):
        return f"{self.article} @{self.person}"


class Preference(models.Model):
    """How a member of the desk wants to be told of what concerns them."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="preference"
    )
    wants_mail = models.BooleanField(_("By e-mail too"), default=False)
    language = models.CharField(
        _("Language of the e-mails"),
        max_length=2,
        choices=Language.choices,
        default=Language.FRENCH,
    )

    class Meta:
        verbose_name = _("preference")
        verbose_name_plural = _("preferences")

    def __str__(self):
        return str(self.person)
