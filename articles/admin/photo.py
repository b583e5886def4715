from django.contrib import admin, messages
from django.db import models
from django.utils.html import format_html
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from articles.models import Photo

from .desk import RecordAdmin, pair
from .photo_form import PhotoForm, PictureField
from .photo_pages import PhotoTakedown


@admin.register(Photo)
class PhotoAdmin(PhotoTakedown, RecordAdmin):
    class Media:
        css = {"all": ["css/posts.css"]}

    form = PhotoForm
    change_form_template = "admin/articles/photo/change_form.html"
    formfield_overrides = RecordAdmin.formfield_overrides | {
        models.ImageField: {"form_class": PictureField}
    }
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

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if form.filled:
            text = _("Taken from what the file says: %(fields)s. Check it.")
            fields = {"fields": get_text_list(form.filled, _("and"))}
            self.message_user(request, text % fields, messages.INFO)

    @admin.display(description=_("picture"))
    def thumbnail(self, photo):
        if photo.is_taken_down:
            return pgettext("picture", "Taken down")
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
