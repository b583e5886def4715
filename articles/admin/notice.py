from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Notice

from .desk import WordsAdmin, pair


@admin.register(Notice)
class NoticeAdmin(WordsAdmin):
    list_display = ["title_fr", "title_en", "starts_at", "ends_at"]
    search_fields = ["title_fr", "title_en"]
    date_hierarchy = "starts_at"
    fieldsets = [
        (_("Words"), {"classes": ["pair"], "fields": pair("title", "body")}),
        (_("Link"), {"classes": ["pair"], "fields": pair("link_label")}),
        (_("Address and dates"), {"fields": ["link", ("starts_at", "ends_at")]}),
    ]
