from django.contrib import admin
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from matches import notation
from matches.models import Match, Tie

from .search import FoldedSearch
from .versioned import VersionedAdmin


class LegInline(admin.TabularInline):
    """The legs, to go and see; they are edited as matches."""

    model = Match
    verbose_name_plural = _("legs")
    fields = readonly_fields = ["leg", "home", "score", "away", "kickoff_on"]
    ordering = ["leg"]
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).with_sides()

    @admin.display(description=_("score"))
    def score(self, match):
        return notation.score(match, language=get_language())


@admin.register(Tie)
class TieAdmin(FoldedSearch, VersionedAdmin):
    list_display = ["team_a", "team_b", "stage", "legs", "aggregate"]
    list_filter = ["stage__season__competition", "stage__kind"]
    search_fields = [
        f"{side}__{name}"
        for side in ("team_a", "team_b")
        for name in ("name_fr", "name_en", "slug")
    ]
    autocomplete_fields = ["stage", "team_a", "team_b", "awarded_to"]
    fieldsets = [
        (None, {"fields": ["stage", ("team_a", "team_b"), "legs"]}),
        (_("How it is decided"), {"fields": ["away_goals_rule", "awarded_to"]}),
    ]
    inlines = [LegInline]

    def get_queryset(self, request):
        ties = super().get_queryset(request).prefetch_related("matches")
        return ties.select_related("stage__season__competition", "team_a", "team_b")

    @admin.display(description=_("outcome"))
    def aggregate(self, tie):
        return notation.aggregate(tie, language=get_language())
