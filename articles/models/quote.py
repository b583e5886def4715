import hashlib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.typography import unquoted
from matches.models import Match, Membership, Person

from .quote_queryset import QuoteQuerySet
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
    WORDS = {"translation_fr": "fr", "translation_en": "en"}  # and `text`, as spoken
    is_being_corrected = False  # articles.quoting alone may change frozen words

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
    source_name = models.CharField(_("name of the source"), max_length=120, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    notes = models.TextField(
        _("notes for the desk"), blank=True, help_text=_("Readers never see them.")
    )
    verification = models.CharField(
        _("verification"),
        max_length=12,
        choices=Verification.choices,
        default=Verification.UNVERIFIED,
    )
    approved_at = models.DateTimeField(_("first approved"), null=True, editable=False)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("taken down by"),
        related_name="+",
        null=True,
        editable=False,
    )
    marked_at = models.DateTimeField(default=timezone.now, editable=False)
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
        permissions = [
            ("check_quote", "Can check a quote, or dispute it"),
            ("approve_quote", "Can approve a quote, and correct approved words"),
        ]

    def __str__(self):
        words = self.text if len(self.text) < 61 else f"{self.text[:60]}…"
        return f"{self.speaker} · {words}"

    def save(self, *args, **kwargs):
        self.tidy()
        if self.match_id and not self.said_on:
            self.said_on = self.match.kickoff_on
        self.membership = self.role_on_that_day()
        saved = self.as_saved()
        self.refuse_frozen_change(saved)
        self.mark(saved)
        super().save(*args, **kwargs)

    def clean(self):
        self.refuse_frozen_change(self.as_saved())
        self.refuse_odd_continuation()

    def tidy(self):
        super().tidy()
        languages = {"text": self.language} | self.WORDS
        for name in languages.keys() & dict(self.texts()).keys():
            words = getattr(self, name) or ""
            setattr(self, name, unquoted(words, languages[name]))

    def as_saved(self):
        return Quote.objects.filter(pk=self.pk).first() if self.pk else None

    def mark(self, saved):
        """Remembers since when it says this, and when it was first approved."""
        if saved and saved.fingerprint != self.fingerprint:
            self.marked_at = timezone.now()
        if self.Verification.APPROVED in {
            self.verification,
            saved and saved.verification,
        }:
            self.approved_at = self.approved_at or timezone.now()

    def refuse_frozen_change(self, saved):
        """Raises ValidationError when words once approved would change.

        Another setting of the same words is none: they stay as they were.
        """
        if self.is_being_corrected or not (saved and saved.is_frozen):
            return
        if unquoted(saved.text, self.language) != unquoted(self.text, self.language):
            said = _("The words of an approved quote are frozen: correct them.")
            raise ValidationError({"text": said})
        self.text = saved.text

    def refuse_odd_continuation(self):
        before = self.continues
        if before and self.speaker_id and before.speaker_id != self.speaker_id:
            said = _("A quote continues what the same person said.")
            raise ValidationError({"continues": said})
        while before and self.pk:
            if before.pk == self.pk:
                said = _("These quotes would follow one another in a circle.")
                raise ValidationError({"continues": said})
            before = before.continues

    @property
    def is_frozen(self):
        """Approved once: its words change by a correction alone."""
        return self.verification == self.Verification.APPROVED or bool(self.approved_at)

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
