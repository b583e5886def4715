from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from matches.names import fold

from .versioned import Versioned

validate_colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and six digits: #2faee0.")
)


class TeamQuerySet(models.QuerySet):
    def named(self, name):
        """The teams that `name` (any spelling the desk knows) may mean: 0 or 1."""
        return self.filter(aliases__folded=fold(name)).distinct()

    def playing(self, match):
        return self.filter(pk__in=(match.home_id, match.away_id))


class Team(Versioned):
    class Kind(models.TextChoices):
        MEN = "men", _("Men")
        WOMEN = "women", _("Women")
        UNDER_19 = "under_19", _("Under 19")
        RESERVES = "reserves", _("Reserves")

    slug = models.SlugField(_("slug"), unique=True)
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind.choices, default=Kind.MEN
    )
    name = models.CharField(_("name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=30, blank=True)
    article_fr = models.CharField(
        _("French article"),
        max_length=4,
        blank=True,
        choices=[("l’", "l’"), ("le ", "le"), ("la ", "la"), ("les ", "les")],
        help_text=_("As in “l’OM”, “le PSG”; none for “Monaco”."),
    )
    code = models.CharField(_("three-letter code"), max_length=3, blank=True)
    country = models.CharField(
        _("country"), max_length=3, blank=True, help_text=_("Three letters: FRA.")
    )
    primary_colour = models.CharField(
        _("first colour"), max_length=7, default="#44546a", validators=[validate_colour]
    )
    secondary_colour = models.CharField(
        _("second colour"),
        max_length=7,
        default="#ffffff",
        validators=[validate_colour],
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["slug"]

    def __str__(self):
        return self.name or self.slug

    def get_absolute_url(self):
        return reverse("team", args=[self.slug])

    @property
    def label(self):
        """The short name where there is one: what score lines print."""
        return self.short_name or self.name

    @property
    def initials(self):
        return self.code or fold(self.label).replace(" ", "")[:3].upper()


class TeamAlias(Versioned):
    """A spelling that files, agencies and other languages use for a team."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=80)
    folded = models.CharField(max_length=80, unique=True, editable=False)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.folded = fold(self.name)
        super().save(*args, **kwargs)

    def clean(self):
        same = TeamAlias.objects.filter(folded=fold(self.name)).exclude(pk=self.pk)
        if other := same.select_related("team").first():
            raise ValidationError(
                {"name": _("%(team)s already has this name.") % {"team": other.team}}
            )


class Network(models.TextChoices):
    X = "x", "X"
    BLUESKY = "bluesky", "Bluesky"
    MASTODON = "mastodon", "Mastodon"
    INSTAGRAM = "instagram", "Instagram"
    FACEBOOK = "facebook", "Facebook"
    THREADS = "threads", "Threads"
    TIKTOK = "tiktok", "TikTok"
    YOUTUBE = "youtube", "YouTube"
    DAILYMOTION = "dailymotion", "Dailymotion"


class TeamAccountQuerySet(models.QuerySet):
    def official(self, *, on):
        """The club's own on the day `on`; an open end is for ever."""
        begun = models.Q(official_from=None) | models.Q(official_from__lte=on)
        unended = models.Q(official_to=None) | models.Q(official_to__gte=on)
        return self.filter(begun & unended)

    def named(self, handle, *, provider):
        return self.filter(provider=provider, handle__iexact=handle)


class TeamAccount(Versioned):
    """An account the club is known to run: what makes a post the club's own."""

    team = models.ForeignKey(
        Team, models.PROTECT, verbose_name=_("team"), related_name="accounts"
    )
    provider = models.CharField(_("network"), max_length=12, choices=Network.choices)
    handle = models.CharField(_("handle"), max_length=80, help_text=_("Without the @."))
    display_name = models.CharField(_("display name"), max_length=80, blank=True)
    official_from = models.DateField(_("official from"), null=True, blank=True)
    official_to = models.DateField(_("official until"), null=True, blank=True)

    objects = TeamAccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("club account")
        verbose_name_plural = _("club accounts")
        ordering = ["provider", "handle"]
        constraints = [
            models.UniqueConstraint(
                "provider",
                Lower("handle"),
                name="account_once",
                violation_error_message=_("This account is already on the register."),
            )
        ]

    def __str__(self):
        return f"@{self.handle} ({self.get_provider_display()})"

    def is_official(self, *, on):
        begun = self.official_from is None or self.official_from <= on
        return begun and (self.official_to is None or on <= self.official_to)

    def is_named(self, handle, provider):
        return provider == self.provider and handle.casefold() == self.handle.casefold()
