import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.characters import tidy
from matches.models import Match, Membership, Person

from .edition import Edition
from .written import Written


class SpokenLanguage(models.TextChoices):
    """Languages in which people of the game speak and clubs post."""

    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")
    ITALIAN = "it", _("Italian")
    SPANISH = "es", _("Spanish")
    GERMAN = "de", _("German")
    PORTUGUESE = "pt", _("Portuguese")
    DUTCH = "nl", _("Dutch")
    ARABIC = "ar", _("Arabic")
    TURKISH = "tr", _("Turkish")


class QuoteQuerySet(models.QuerySet):
    def public(self, language, *, at=None):
        """Vouched for, on the record, and embedded in words readers can read."""
        releases = Edition.objects.public(language, at=at).values("release")
        return self.filter(
            verification__in=Quote.VOUCHED,
            is_off_record=False,
            embeds__release__in=releases,
        ).distinct()

    def by(self, person):
        return self.filter(speaker=person).order_by("-said_on", "pk")

    def in_order(self):
        """As the desk took them down: a quote after the one it continues."""
        return self.order_by("pk")

    def with_speakers(self):
        return self.select_related(
            "speaker", "membership__team", "match__home", "match__away"
        )


class Quote(Written):
    """What a person said, word for word, in the language it was said in."""

    class Kind(models.TextChoices):
        FULL = "full", _("Full sentence")
        PARTIAL = "partial", _("Part of a sentence")

    class Occasion(models.TextChoices):
        PRESS_CONFERENCE = "press_conference", _("press conference")
        MIXED_ZONE = "mixed_zone", _("mixed zone")
        TELEVISION = "television", _("television microphone")
        STATEMENT = "statement", _("statement")
        TRAINING_GROUND = "training_ground", _("training ground")
        OTHER = "other", _("other occasion")

    class Verification(models.TextChoices):
        UNVERIFIED = "unverified", _("Unverified")
        CHECKED = "checked", _("Checked")
        APPROVED = "approved", _("Approved")
        DISPUTED = "disputed", _("Disputed")

    class Source(models.TextChoices):
        HEARD = "heard", _("heard by us")
        AGENCY = "agency", _("agency")
        OTHER_MEDIA = "other_media", _("other media")
        CLUB_SITE = "club_site", _("club’s site")
        POST = "post", _("post")

    VOUCHED = (Verification.CHECKED, Verification.APPROVED)

    speaker = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("speaker"), related_name="quotes"
    )
    membership = models.ForeignKey(
        Membership,
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("role on that day"),
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind.choices, default=Kind.FULL
    )
    language = models.CharField(
        _("spoken in"),
        max_length=5,
        choices=SpokenLanguage.choices,
        default=SpokenLanguage.FRENCH,
    )
    text = models.TextField(
        _("verbatim"), help_text=_("Word for word, without quotation marks.")
    )
    translation = models.TextField(_("translation"), blank=True)
    match = models.ForeignKey(
        Match,
        models.PROTECT,
        verbose_name=_("match"),
        related_name="quotes",
        null=True,
        blank=True,
    )
    occasion = models.CharField(
        _("occasion"),
        max_length=20,
        choices=Occasion.choices,
        default=Occasion.PRESS_CONFERENCE,
    )
    said_on = models.DateField(
        _("said on"), null=True, blank=True, help_text=_("Empty: the day of the match.")
    )
    broadcaster = models.CharField(_("broadcaster"), max_length=80, blank=True)
    source_kind = models.CharField(
        _("source"), max_length=12, choices=Source.choices, default=Source.HEARD
    )
    source_url = models.URLField(_("address of the source"), blank=True)
    verification = models.CharField(
        _("verification"),
        max_length=12,
        choices=Verification.choices,
        default=Verification.UNVERIFIED,
    )
    is_off_record = models.BooleanField(
        _("off the record"), default=False, help_text=_("Never published.")
    )
    continues = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("continues"),
        related_name="continued_by",
        null=True,
        blank=True,
        help_text=_("The quote it follows and cannot be understood without."),
    )

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(continues=models.F("pk")),
                name="quote_does_not_continue_itself",
            )
        ]

    def __str__(self):
        words = self.text if len(self.text) < 61 else f"{self.text[:60]}…"
        return f"{self.speaker} · {words}"

    def save(self, *args, **kwargs):
        if self.match_id and not self.said_on:
            self.said_on = self.match.kickoff_on
        self.membership = self.role_on_that_day()
        self.refuse_frozen_change()
        super().save(*args, **kwargs)

    def clean(self):
        self.refuse_frozen_change()

    def refuse_frozen_change(self):
        """Raises ValidationError when approved words would change."""
        approved = Quote.objects.filter(
            pk=self.pk, verification=self.Verification.APPROVED
        ).exclude(text=tidy(self.text))
        if self.pk and approved.exists():
            raise ValidationError(
                {
                    "text": _(
                        "The words of an approved quote are frozen: dispute it first."
                    )
                }
            )

    def role_on_that_day(self):
        if not self.said_on:
            return None
        roles = self.speaker.memberships.valid_on(self.said_on)
        return roles.order_by("-started_on", "pk").first()

    @property
    def fingerprint(self):
        """Changes exactly when what readers were told was said does."""
        facts = f"{self.speaker_id}\n{self.text}\n{self.is_vouched_for}"
        return hashlib.sha256(facts.encode()).hexdigest()[:16]

    @property
    def is_vouched_for(self):
        return self.verification in self.VOUCHED and not self.is_off_record

    def is_ready_for(self, language):
        """Whether its words exist for readers of `language`."""
        return self.language == language or bool(self.translation_into(language))

    def translation_into(self, language):
        return getattr(self, f"translation_{language}") or ""
