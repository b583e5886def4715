from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import ClubPost

from .desk import MATCH, RecordAdmin, pair


@admin.register(ClubPost)
class ClubPostAdmin(RecordAdmin):
    list_display = ["words", "author_name", "match", "state", "checked_at"]
    list_display_links = ["words"]
    list_filter = ["state", "provider", "language", "obtained"]
    list_select_related = MATCH
    search_fields = ["text_searchable", "text_readable", "author_name", "author_handle"]
    search_help_text = _("Words of the post, or its author")
    autocomplete_fields = ["account", "match"]
    readonly_fields = ["text_readable", "captured_at"]
    translated = ("translation",)
    fieldsets = [
        (
            _("The post"),
            {
                "fields": [
                    "text_raw",
                    "text_readable",
                    "language",
                    ("author_name", "author_handle", "provider"),
                    ("posted_on", "posted_at"),
                ]
            },
        ),
        (
            _("In the other language"),
            {"classes": ["pair"], "fields": pair(*translated)},
        ),
        (
            _("The match it tells of"),
            {
                "fields": [
                    "match",
                    ("claimed_minute", "claimed_added"),
                    ("claimed_home", "claimed_away"),
                ]
            },
        ),
        (
            _("Where it comes from"),
            {
                "fields": [
                    "account",
                    ("external_id", "picture_code"),
                    ("state", "checked_at"),
                    ("obtained", "captured_at"),
                ]
            },
        ),
    ]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.captured_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("words"), ordering="text_readable")
    def words(self, post):
        text = post.text_readable
        return text if len(text) < 91 else f"{text[:90]}…"
