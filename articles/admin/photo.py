from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import Photo

from .desk import RecordAdmin, pair


@admin.register(Photo)
class PhotoAdmin(RecordAdmin):
    list_display = ["thumbnail", "words", "credit", "size", "taken_on"]
    list_display_links = ["thumbnail", "words"]
    list_filter = ["taken_on"]
    search_fields = ["caption_fr", "caption_en", "alt_fr", "alt_en", "credit"]
    search_help_text = _("Words of the caption, or the credit")
    readonly_fields = ["preview"]
    translated = ("alt", "caption")
    fieldsets = [
        (_("Picture"), {"fields": ["image", "preview", ("focal_x", "focal_y")]}),
        (_("What it shows"), {"classes": ["pair"], "fields": pair(*translated)}),
        (
            _("Whose it is"),
            {"fields": ["credit", "rights", "source", "taken_on"]},
        ),
    ]

    @admin.display(description=_("picture"))
    def thumbnail(self, photo):
        return picture(photo, "thumbnail") if photo.image else ""

    @admin.display(description=_("as it is"))
    def preview(self, photo):
        return picture(photo, "preview") if photo.image else "–"

    @admin.display(description=_("words"))
    def words(self, photo):
        return photo.caption or photo.alt or "–"

    @admin.display(description=_("size"))
    def size(self, photo):
        return f"{photo.width} × {photo.height}"


def picture(photo, style):
    return format_html(
        '<img class="{}" src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
        style,
        photo.image.url,
        photo.alt or "",
        photo.width,
        photo.height,
    )
