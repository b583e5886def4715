import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from articles import posts
from articles.characters import storable
from articles.post_addresses import is_on
from matches.models import MINUTES, Match, Network, TeamAccount

from .edition import Edition
from .quote import SpokenLanguage
from .written import Written

named = lazy(lambda code: get_language_info(code)["name_translated"], str)
# Clubs post in more languages than the desk hears in a press room; Django names them.
OTHERS = "ca, cs, da, el, fi, hr, hu, ja, ko, no, pl, ro, ru, sr, sv, uk"
LANGUAGES = [
    *SpokenLanguage.choices,
    *((code, named(code)) for code in OTHERS.split(", ")),
]
AT_URI = re.compile(r"at://([\w.:-]+)/app\.bsky\.feed\.post/([\w.-]+)", re.ASCII)
PROFILES = {
    Network.X: "https://x.com/%s",
    Network.BLUESKY: "https://bsky.app/profile/%s",
    Network.INSTAGRAM: "https://www.instagram.com/%s/",
    Network.FACEBOOK: "https://www.facebook.com/%s",
    Network.THREADS: "https://www.threads.net/@%s",
    Network.TIKTOK: "https://www.tiktok.com/@%s",
    Network.YOUTUBE: "https://www.youtube.com/@%s",
    Network.DAILYMOTION: "https://www.dailymotion.com/%s",
}


class ClubPostQuerySet(models.QuerySet):
    def public(self, language, *, at=None):
        """Not withheld, and embedded in words readers can read."""
        releases = Edition.objects.public(language, at=at).values("release")
        return (
            self.exclude(state=ClubPost.State.WITHHELD)
            .filter(embeds__release__in=releases)
            .distinct()
        )

    def of_team(self, team):
        """Posted by an account of the club."""
        return self.filter(account__team=team)

    def linked(self, *, is_linked):
        return self.filter(match__isnull=not is_linked)

    def registered(self, *, is_registered):
        """Whether the register had the author's account when it was found."""
        return self.filter(account__isnull=not is_registered)

    def with_accounts(self):
        return self.select_related("account__team", "match__home", "match__away")


class ClubPost(Written):
    """A post as it stood when the desk took it; nothing is loaded from its network."""

    class State(models.TextChoices):
        LIVE = "live", _("Online")
        EDITED = "edited", _("Edited since")
        DELETED = "deleted", _("Deleted since")
        WITHHELD = "withheld", _("Withheld")

    class Obtained(models.TextChoices):
        PASTE = "paste", _("pasted")
        MANUAL = "manual", _("typed in")
        OEMBED = "oembed", _("embed service")

    class AuthorKind(models.TextChoices):
        CLUB = "club", _("Club or competition")
        PUBLIC_FIGURE = "public", _("Public figure")
        PRIVATE = "private", _("Private person")

    AS_GIVEN = ("text_raw", "text_readable", "text_searchable")

    provider = models.CharField(
        _("network"), max_length=12, choices=Network.choices, default=Network.X
    )
    external_id = models.CharField(
        _("id"), max_length=120, blank=True, help_text=_("The number in its address.")
    )
    canonical_url = models.URLField(
        _("address"),
        max_length=300,
        blank=True,
        help_text=_("Where the network and the id do not give it."),
    )
    identity = models.CharField(max_length=64, unique=True, editable=False)
    author_name = models.CharField(_("author’s name, as captured"), max_length=120)
    author_handle = models.CharField(
        _("handle, as captured"),
        max_length=80,
        blank=True,
        validators=[RegexValidator(r"^[\w.@:-]*$", _("Write the handle alone."))],
    )
    author_kind = models.CharField(
        _("who the author is"),
        max_length=10,
        choices=AuthorKind.choices,
        default=AuthorKind.CLUB,
        help_text=_("A private person’s post goes when they ask for it."),
    )
    account = models.ForeignKey(
        TeamAccount,
        models.PROTECT,
        verbose_name=_("club account"),
        related_name="posts",
        null=True,
        blank=True,
        help_text=_("Found by the handle when left empty."),
    )
    language = models.CharField(
        _("language"),
        max_length=5,
        choices=LANGUAGES,
        default=SpokenLanguage.FRENCH,
    )
    posted_at = models.DateTimeField(_("posted at"), null=True, blank=True)
    posted_on = models.DateField(
        _("posted on"), null=True, blank=True, help_text=_("Where the hour is unknown.")
    )
    text_raw = models.TextField(_("text, as posted"))
    text_readable = models.TextField(_("readable text"), editable=False)
    text_searchable = models.TextField(editable=False)
    translation = models.TextField(_("translation"), blank=True)
    picture_code = models.CharField(
        _("picture code"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^[A-Za-z0-9]*$")],
        help_text=_("What follows pic.twitter.com/."),
    )
    match = models.ForeignKey(
        Match,
        models.PROTECT,
        verbose_name=_("match"),
        related_name="posts",
        null=True,
        blank=True,
    )
    claimed_minute = models.PositiveSmallIntegerField(
        _("minute it gives"), null=True, blank=True
    )
    claimed_added = models.PositiveSmallIntegerField(
        _("added minute"), null=True, blank=True
    )
    claimed_home = models.PositiveSmallIntegerField(
        _("goals it gives, home"), null=True, blank=True
    )
    claimed_away = models.PositiveSmallIntegerField(
        _("goals it gives, away"), null=True, blank=True
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.LIVE
    )
    state_at = models.DateTimeField(_("in this state since"), null=True, blank=True)
    state_reason = models.CharField(
        _("reason, for the desk"), max_length=200, blank=True
    )
    checked_at = models.DateTimeField(_("last checked"), null=True, blank=True)
    obtained = models.CharField(
        _("obtained"), max_length=10, choices=Obtained.choices, default=Obtained.PASTE
    )
    archive_url = models.URLField(
        _("archived copy"),
        max_length=300,
        blank=True,
        help_text=_("Where a public archive keeps it as it was."),
    )
    captured_at = models.DateTimeField(_("captured at"), auto_now_add=True)
    captured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )

    objects = ClubPostQuerySet.as_manager()

    class Meta:
        verbose_name = _("club post")
        verbose_name_plural = _("club posts")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(posted_at__isnull=False)
                | models.Q(posted_on__isnull=False),
                name="post_has_a_date",
                violation_error_message=_("Say when it was posted."),
            )
        ]

    def __str__(self):
        return f"@{self.author_handle} · {self.text_readable[:60]}"

    def save(self, *args, **kwargs):
        self.tidy()
        self.text_raw = storable(self.text_raw)
        self.text_readable = posts.readable(self.text_raw)
        self.text_searchable = posts.searchable(self.text_raw)
        self.identity = posts.identity(
            provider=self.provider,
            external_id=self.external_id,
            handle=self.author_handle,
            day=self.day,
            raw=self.text_raw,
        )
        self.account = self.account or self.registered_account()
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.provider == Network.X and not re.fullmatch("[0-9]*", self.external_id):
            raise ValidationError({"external_id": _("Write the number alone.")})
        if self.canonical_url and not is_on(self.provider, self.canonical_url):
            text = _("This address is not one of %(network)s.")
            network = {"network": self.get_provider_display()}
            raise ValidationError({"canonical_url": text % network})

    def registered_account(self):
        accounts = TeamAccount.objects.named(self.author_handle, provider=self.provider)
        return accounts.official(on=self.day).first() if self.day else None

    @property
    def day(self):
        """In the newsroom's zone."""
        if self.posted_on or self.posted_at is None:
            return self.posted_on
        return timezone.localdate(self.posted_at)

    @property
    def is_official(self):
        """Posted by the club's own account, as the register had it that day."""
        account, day = self.account, self.day
        is_its_own = account and account.is_named(self.author_handle, self.provider)
        return bool(is_its_own and day and account.is_official(on=day))

    @property
    def is_withheld(self):
        return self.state == ClubPost.State.WITHHELD

    @property
    def clock(self):
        """45+2’, 12’; empty where it gives no minute."""
        if self.claimed_minute is None:
            return ""
        added = f"+{self.claimed_added}" if self.claimed_added else ""
        return f"{self.claimed_minute}{added}’"

    @property
    def moment(self):
        """Where it stands among a match's events (`MatchEvent.moment`), or None."""
        if self.claimed_minute is None:
            return None
        ends = [last for _first, last in MINUTES.values()]
        period = sum(self.claimed_minute > end for end in ends)
        return period, self.claimed_minute, self.claimed_added or 0

    @property
    def url(self):
        """The post where its id is known, else its picture, else the profile."""
        if self.original:
            return self.original
        if self.provider == Network.X and self.picture_code:
            return f"https://pic.twitter.com/{self.picture_code}"
        profile = PROFILES.get(self.provider)
        return profile % self.author_handle if profile and self.author_handle else ""

    @property
    def original(self):
        """The address of the post itself, or ""."""
        if self.provider == Network.X and self.external_id:
            author = self.author_handle or "i"
            return f"https://x.com/{author}/status/{self.external_id}"
        if found := AT_URI.fullmatch(self.external_id):
            return f"https://bsky.app/profile/{found[1]}/post/{found[2]}"
        return self.canonical_url

    def translation_into(self, language):
        return getattr(self, f"translation_{language}") or ""
