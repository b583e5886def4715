from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from articles import body
from articles.translating import units
from matches.models import Match

from .author import Author
from .body_field import BodyField
from .written import Written


class Language(models.TextChoices):
    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")

    @property
    def other(self):
        return Language.ENGLISH if self is Language.FRENCH else Language.FRENCH


@dataclass(frozen=True)
class Words:
    """What one language of an article says; `body` is sanitised HTML."""

    title: str
    standfirst: str
    body: str
    social_title: str

    @property
    def digest(self) -> str:
        """The same as long as they say the same, whatever their typography."""
        return units.digest(units.units(self))


WORDS = tuple(Words.__dataclass_fields__)


class ArticleQuerySet(models.QuerySet):
    def written_by(self, user):
        return self.filter(
            models.Q(created_by=user) | models.Q(authors__user=user)
        ).distinct()


class Article(Written):
    """A story as the desk works on it; readers see releases of its editions."""

    class Kind(models.TextChoices):
        REPORT = "report", _("Match report")
        REACTION = "reaction", _("Reaction")
        PREVIEW = "preview", _("Preview")
        LIVE = "live", _("Live")
        ANALYSIS = "analysis", _("Analysis")
        BRIEF = "brief", _("In brief")

    AS_GIVEN = ("body", "body_fr", "body_en")  # sanitised instead

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    original_language = models.CharField(
        _("written in"),
        max_length=2,
        choices=Language.choices,
        default=Language.FRENCH,
        help_text=_("The other language is a translation of this one."),
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        max_length=600,
        help_text=_("Two sentences that say what happened and why it matters."),
    )
    body = BodyField(_("body"), blank=True)
    social_title = models.CharField(
        _("social title"),
        max_length=110,
        blank=True,
        help_text=_("For search and shared links; the title where left empty."),
    )
    lead_photo = models.ForeignKey(
        "Photo",
        models.PROTECT,
        verbose_name=_("lead picture"),
        related_name="leads",
        null=True,
        blank=True,
    )
    authors = models.ManyToManyField(Author, through="Byline", related_name="articles")
    matches = models.ManyToManyField(
        Match, through="MatchLink", related_name="articles"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(_("last saved"), auto_now=True)
    digest_fr = models.CharField(max_length=32, default="", editable=False)
    digest_en = models.CharField(max_length=32, default="", editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-changed_at"]
        permissions = [
            ("change_any_article", "Can edit the articles of others"),
            ("translate_article", "Can write the other language of any article"),
        ]

    def __str__(self):
        return self.headline or _("Article %(id)s") % {"id": self.pk}

    @transaction.atomic
    def save(self, *args, **kwargs):
        for language in Language.values:
            column = f"body_{language}"
            setattr(self, column, body.sanitise(getattr(self, column) or ""))
            setattr(self, f"digest_{language}", self.words(language).digest)
        super().save(*args, **kwargs)
        for language in Language.values:
            self.embeds.follow(self, self.words(language).body, language=language)

    def clean(self):
        if not self.headline:
            raise ValidationError(_("Give the article a title in one language."))

    def words(self, language: str) -> Words:
        """The working words of one language."""
        return Words(*(getattr(self, f"{name}_{language}") for name in WORDS))

    @property
    def headline(self):
        """A title to know the article by on the desk, the original's first."""
        original, other = self.original_language, Language(self.original_language).other
        titles = [getattr(self, f"title_{code}") for code in (original, other)]
        return titles[0] or titles[1]

    def public_editions(self, *, at=None) -> dict:
        """language → edition of this article that readers may see."""
        editions = self.editions.public_in(Language.values, at=at)
        return {edition.language: edition for edition in editions}

    def edition(self, language):
        """The edition in `language`, from the prefetched ones, or None."""
        return next((e for e in self.editions.all() if e.language == language), None)


class Byline(models.Model):
    class Role(models.TextChoices):
        AUTHOR = "author", _("author")
        CONTRIBUTOR = "contributor", _("contributor")

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, models.PROTECT, verbose_name=_("author"), related_name="bylines"
    )
    role = models.CharField(
        _("role"), max_length=12, choices=Role.choices, default=Role.AUTHOR
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author"], name="byline_once_per_author"
            )
        ]

    def __str__(self):
        return str(self.author)
