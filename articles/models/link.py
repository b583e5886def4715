from django.db import models
from django.utils.translation import gettext_lazy as _

from matches.models import Match

from .article import Article
from .edition import Edition


class MatchLinkQuerySet(models.QuerySet):
    def of_matches(self, matches):
        return self.filter(match__in=matches)

    def editions_of(self, links, languages, *, at=None):
        """The public editions of the linked articles, latest first."""
        editions = Edition.objects.public_in(languages, at=at)
        articles = {link.article_id for link in links}
        return editions.of_articles(articles).with_cards().latest()

    def attach_to(self, articles):
        """Gives each article its links with their matches, in one query."""
        models.prefetch_related_objects(
            articles, models.Prefetch("links", self.with_matches())
        )

    def with_matches(self):
        return self.select_related(
            "match__home",
            "match__away",
            "match__season__competition",
            "match__stage",
            "match__group",
            "match__venue",
            "match__tie__stage__season",
            "match__tie__team_a",
            "match__tie__team_b",
        )


class MatchLink(models.Model):
    class Role(models.TextChoices):
        PREVIEW = "preview", _("Preview")
        LIVE = "live", _("Live")
        REPORT = "report", _("Match report")
        REACTION = "reaction", _("Reaction")
        RATINGS = "ratings", _("Player ratings")
        ANALYSIS = "analysis", _("Analysis")

    article = models.ForeignKey(Article, models.CASCADE, related_name="links")
    match = models.ForeignKey(
        Match, models.PROTECT, verbose_name=_("match"), related_name="links"
    )
    role = models.CharField(_("covers it as"), max_length=10, choices=Role.choices)
    is_primary = models.BooleanField(_("main match"), default=False)

    objects = MatchLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("linked match")
        verbose_name_plural = _("linked matches")
        ordering = ["-is_primary", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "match"],
                name="link_once_per_match",
                violation_error_message=_("This match is linked already."),
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=models.Q(is_primary=True),
                name="link_one_main_match",
                violation_error_message=_("An article has one main match."),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} · {self.match}"
