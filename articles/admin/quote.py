from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Quote

from .desk import MATCH, RecordAdmin, pair


@admin.register(Quote)
class QuoteAdmin(RecordAdmin):
    list_display = ["words", "speaker", "match", "said_on", "verification"]
    list_display_links = ["words"]
    list_filter = ["verification", "occasion", "language", "is_off_record"]
    list_select_related = ["speaker", *MATCH]
    search_fields = [
        "text",
        "translation_fr",
        "translation_en",
        "speaker__full_name",
        "speaker__aliases",
    ]
    search_help_text = _("Words that were said, or who said them")
    date_hierarchy = "said_on"
    autocomplete_fields = ["speaker", "match", "continues"]
    translated = ("translation",)
    fieldsets = [
        (_("What was said"), {"fields": ["speaker", "language", "text", "kind"]}),
        (
            _("In the other language"),
            {"classes": ["pair"], "fields": pair(*translated)},
        ),
        (
            _("When and where"),
            {"fields": ["match", "said_on", "occasion", "broadcaster", "continues"]},
        ),
        (
            _("Can it be published?"),
            {"fields": ["verification", "is_off_record", "source_kind", "source_url"]},
        ),
    ]

    @admin.display(description=_("words"), ordering="text")
    def words(self, quote):
        return quote.text if len(quote.text) < 91 else f"{quote.text[:90]}…"
