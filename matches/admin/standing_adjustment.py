from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from matches.models import StandingAdjustment

from .forms import NamedForm
from .search import FoldedSearch
from .versioned import VersionedAdmin


@admin.register(StandingAdjustment)
class StandingAdjustmentAdmin(FoldedSearch, VersionedAdmin):
    form = NamedForm
    list_display = ["team", "season", "points", "suspended_points", "decided_on"]
    list_filter = ["season__competition"]
    list_select_related = ["team", "season__competition"]
    search_fields = ["team__name_fr", "team__name_en", "reason_fr", "reason_en"]
    autocomplete_fields = ["season", "group", "team"]
    fieldsets = [
        (None, {"fields": ["team", ("season", "group")]}),
        (_("Points"), {"fields": [("points", "suspended_points"), "decided_on"]}),
        (_("What the footnote says"), {"fields": [("reason_fr", "reason_en")]}),
    ]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related("team", "season__competition", "group")
