from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from articles.models import Embed, Quote

from .desk import MATCH, RecordAdmin
from .quote_columns import QuoteColumns
from .quote_filters import MatchFilter, TeamFilter, TranslationFilter
from .quote_form import QuoteForm
from .quote_pages import QuotePages
from .quote_variants import VariantInline


@admin.register(Quote)
class QuoteAdmin(QuoteColumns, QuotePages, RecordAdmin):
    list_display = ["words", "who", "said", "occasion", "tongues", "state", "places"]
    list_display_links = ["words"]
    list_filter = [
        "verification",
        TranslationFilter,
        "language",
        TeamFilter,
        MatchFilter,
        "occasion",
        "is_off_record",
    ]
    list_select_related = ["speaker", "membership__team", *MATCH]
    search_fields = [
        "text",
        "translation_fr",
        "translation_en",
        "speaker__full_name",
        "speaker__aliases",
        "membership__team__name_fr",
        "membership__team__name_en",
        "membership__team__aliases__name",
        "match__home__aliases__name",
        "match__away__aliases__name",
    ]
    search_help_text = _("Words that were said, who said them, a team")
    date_hierarchy = "said_on"
    form = QuoteForm
    autocomplete_fields = ["speaker", "match"]
    readonly_fields = ["role"]
    inlines = [VariantInline]
    change_form_template = "admin/articles/quote/change_form.html"
    translated = ("translation",)
    fieldsets = [
        (
            _("What was said"),
            {
                "classes": ["pair"],
                "fields": [("text", "translation_fr", "translation_en")],
            },
        ),
        (
            _("Who, when and where"),
            {
                "fields": [
                    ("language", "kind"),
                    ("speaker", "role"),
                    ("match", "said_on"),
                    ("occasion", "broadcaster"),
                    "continues",
                ]
            },
        ),
        (
            _("Where it comes from"),
            {
                "fields": [
                    ("source_kind", "source_name"),
                    "source_url",
                    "is_off_record",
                    "notes",
                ]
            },
        ),
    ]

    def get_queryset(self, request):
        shown = Prefetch("embeds", Embed.objects.current(), to_attr="shown")
        return super().get_queryset(request).prefetch_related(shown)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.taken_by = request.user
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        for row in formset.forms:
            if not row.instance.pk:
                row.instance.noted_by = request.user
        super().save_formset(request, form, formset, change)
