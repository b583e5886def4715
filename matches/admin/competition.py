from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from matches.models import Competition, Group, Season, Stage

from .forms import NamedForm
from .search import FoldedSearch
from .versioned import VersionedAdmin, VersionedInline


class SeasonInline(VersionedInline, admin.TabularInline):
    model = Season
    fields = ["label", "starts_on", "ends_on", "away_goals_rule"]
    show_change_link = True


class StageInline(VersionedInline, admin.TabularInline):
    model = Stage
    fields = ["kind", "name_fr", "name_en", "order"]
    show_change_link = True


class GroupInline(VersionedInline, admin.TabularInline):
    model = Group
    fields = ["label"]


@admin.register(Competition)
class CompetitionAdmin(FoldedSearch, VersionedAdmin):
    form = NamedForm
    list_display = ["name_fr", "name_en", "kind", "area", "key"]
    list_filter = ["kind"]
    search_fields = [
        "key",
        "name_fr",
        "name_en",
        "short_name_fr",
        "short_name_en",
        "aliases",
    ]
    prepopulated_fields = {"key": ["name_en"]}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name_fr", "name_en"),
                    ("short_name_fr", "short_name_en"),
                    "aliases",
                ]
            },
        ),
        (_("What it is"), {"fields": [("kind", "area"), "key", "timezone"]}),
    ]
    inlines = [SeasonInline]


@admin.register(Season)
class SeasonAdmin(FoldedSearch, VersionedAdmin):
    list_display = ["competition", "label", "starts_on", "ends_on", "away_goals_rule"]
    list_filter = ["competition"]
    list_select_related = ["competition"]
    search_fields = [
        "label",
        "slug",
        "competition__key",
        "competition__name_fr",
        "competition__name_en",
    ]
    autocomplete_fields = ["competition"]
    fieldsets = [
        (None, {"fields": [("competition", "label"), ("starts_on", "ends_on")]}),
        (
            _("Rules"),
            {
                "fields": [
                    "away_goals_rule",
                    ("points_for_win", "points_for_draw", "goals_of_an_award"),
                    "tiebreakers",
                ]
            },
        ),
    ]
    inlines = [StageInline]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("competition")


@admin.register(Stage)
class StageAdmin(FoldedSearch, VersionedAdmin):
    list_display = ["season", "label", "order"]
    list_filter = ["season__competition", "kind"]
    search_fields = [
        "kind",
        "name_fr",
        "name_en",
        "season__label",
        "season__competition__key",
        "season__competition__name_fr",
        "season__competition__name_en",
    ]
    autocomplete_fields = ["season"]
    fieldsets = [
        (None, {"fields": ["season", ("kind", "order"), ("name_fr", "name_en")]}),
    ]
    inlines = [GroupInline]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("season__competition")


@admin.register(Group)
class GroupAdmin(FoldedSearch, VersionedAdmin):
    list_display = ["label", "stage"]
    search_fields = ["label", "stage__season__label", "stage__season__competition__key"]
    autocomplete_fields = ["stage"]
    fieldsets = [(None, {"fields": ["stage", "label"]})]

    def get_queryset(self, request):
        groups = super().get_queryset(request)
        return groups.select_related("stage__season__competition")
