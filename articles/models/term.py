import re

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from matches.names import fold

from .written import Written

VERB, NOT_SOUGHT = "(v.)", "(ambiguous)"
REMARK = re.compile(r"\s*\([^()]*\)")
ONE_A_LINE = _(
    "One a line, remarks in brackets: (v.) tells a verb, and what is (ambiguous) is "
    "offered but not looked for."
)
NEVER = _("What translators wrongly write for it, one a line.")


def plain(lines: list[str]) -> list[str]:
    """The forms in `lines`, each once, without their remarks."""
    forms = (REMARK.sub("", line).strip() for line in lines)
    return list(dict.fromkeys(filter(None, forms)))


class TermQuerySet(models.QuerySet):
    def version(self):
        """Another value whenever a term was added, changed or removed."""
        return tuple(
            self.aggregate(
                count=models.Count("pk"), changed_at=models.Max("changed_at")
            ).values()
        )


class Term(Written):
    """What one language of the sport says for the other's words."""

    class Domain(models.TextChoices):
        STAGE = "stage", _("Stages and rounds")
        TIME = "time", _("Time")
        RESULT = "result", _("Results")
        STATUS = "status", _("Status of a match")
        PLAY = "play", _("Play")
        PITCH = "pitch", _("Pitch")
        LAW = "law", _("Laws")
        OFFICIAL = "official", _("Officials")
        POSITION = "position", _("Positions")
        STAFF = "staff", pgettext_lazy("of a club", "Staff")
        PLACE = "place", _("Places")
        PEOPLE = "people", _("Crowd")
        TEAM = "team", _("Teams")
        TABLE = "table", _("Table")
        MEDIA = "media", _("Media")
        CLUB = "club", _("Club")
        COMPETITION = "competition", _("Competitions")
        WORD = "word", _("Everyday words")

    class Gender(models.TextChoices):
        MASCULINE = "m", _("masculine")
        FEMININE = "f", _("feminine")
        MASCULINE_PLURAL = "mpl", _("masculine plural")
        FEMININE_PLURAL = "fpl", _("feminine plural")

    key = models.SlugField(
        _("key"), unique=True, max_length=60, help_text=_("What files know it by.")
    )
    domain = models.CharField(_("domain"), max_length=12, choices=Domain.choices)
    french = models.CharField(_("French"), max_length=120)
    gender = models.CharField(
        _("gender"), max_length=3, choices=Gender.choices, blank=True
    )
    british = models.CharField(_("English"), max_length=120)
    american = models.CharField(
        _("American English"),
        max_length=120,
        blank=True,
        help_text=_("Only where it differs."),
    )
    french_variants = models.TextField(
        _("also in French"), blank=True, help_text=ONE_A_LINE
    )
    english_variants = models.TextField(
        _("also in English"), blank=True, help_text=ONE_A_LINE
    )
    wrong_french = models.TextField(_("never in French"), blank=True, help_text=NEVER)
    wrong_english = models.TextField(_("never in English"), blank=True, help_text=NEVER)
    is_false_friend = models.BooleanField(
        _("false friend"),
        default=False,
        help_text=_("Translators are warned, with the note."),
    )
    note = models.TextField(_("note"), blank=True)
    folded = models.TextField(editable=False)
    imported = models.JSONField(default=dict, editable=False)  # as a file gave it
    changed_at = models.DateTimeField(_("last saved"), auto_now=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["french", "pk"]

    def __str__(self):
        return f"{self.forms('fr')[0]} – {self.forms('en')[0]}"

    def save(self, *args, **kwargs):
        self.folded = fold(" ".join(self.forms("fr") + self.forms("en")))
        super().save(*args, **kwargs)

    def lines(self, language: str) -> list[str]:
        """What that language says for it, the best first, with the remarks."""
        if language == "fr":
            return [self.french, *self.french_variants.splitlines()]
        return [self.british, self.american, *self.english_variants.splitlines()]

    def forms(self, language: str) -> list[str]:
        return plain(self.lines(language))

    def wrong_forms(self, language: str) -> list[str]:
        """What that language never says for it."""
        wrong = self.wrong_french if language == "fr" else self.wrong_english
        return plain(wrong.splitlines())
