import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.pictures import RefusedPicture, encoded

from .photo_queryset import PhotoQuerySet
from .written import Written


def random_name(photo, filename):
    """128 random bits: an address that cannot be guessed from another."""
    return f"photos/{secrets.token_hex(16)}.webp"


def per_cent(label):
    return models.PositiveSmallIntegerField(
        label, default=50, help_text=_("In per cent, from the left or the top.")
    )


class Photo(Written):
    key = ""  # opens it in a preview: see articles.lending

    image = models.ImageField(
        _("picture"), upload_to=random_name, width_field="width", height_field="height"
    )
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    focal_x = per_cent(_("focal point, across"))
    focal_y = per_cent(_("focal point, down"))
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What a reader who cannot see the picture needs to know."),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=120)
    rights = models.CharField(_("rights"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    taken_down_at = models.DateTimeField(_("taken down"), null=True, editable=False)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("taken down by"),
        related_name="+",
        null=True,
        editable=False,
    )
    taken_down_reason = models.CharField(
        _("why it was taken down"), max_length=200, blank=True, editable=False
    )

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["image"], name="photo_of_file")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    taken_down_at__isnull=True, taken_down_by__isnull=True
                )
                | models.Q(taken_down_at__isnull=False, taken_down_by__isnull=False)
                & ~models.Q(taken_down_reason=""),
                name="photo_taken_down_by_someone_for_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100),
                name="photo_focal_point_inside",
                violation_error_message=_("The focal point lies between 0 and 100."),
            ),
        ]

    def __str__(self):
        words = self.caption or self.alt or self.image.name
        name = f"{words[:60]} ({self.credit})"
        gone = gettext("%(photo)s – taken down")
        return gone % {"photo": name} if self.is_taken_down else name

    def save(self, *args, **kwargs):
        if self.has_new_file:
            self.encode()
        super().save(*args, **kwargs)

    def clean(self):
        if self.has_new_file:
            try:
                self.encode()
            except RefusedPicture as refusal:
                raise ValidationError({"image": str(refusal)}) from refusal

    def encode(self):
        if self.is_taken_down:
            said = gettext("This picture was taken down: give its file a new photo.")
            raise RefusedPicture(said)
        self.image.file = encoded(self.image.file)

    @property
    def is_taken_down(self):
        return self.taken_down_at is not None

    @property
    def address(self):
        return f"{self.image.url}?key={self.key}" if self.key else self.image.url

    @property
    def has_new_file(self):
        return bool(self.image) and not self.image._committed
