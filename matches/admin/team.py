from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from matches.models import Team, TeamAccount, TeamAlias

from .forms import NamedForm
from .search import FoldedSearch
from .versioned import VersionedAdmin, VersionedInline


class TeamAliasInline(VersionedInline, admin.TabularInline):
    model = TeamAlias
    fields = ["name"]


class TeamAccountInline(VersionedInline, admin.TabularInline):
    model = TeamAccount
    fields = ["provider", "handle", "display_name", "official_from", "official_to"]


@admin.register(Team)
class TeamAdmin(FoldedSearch, VersionedAdmin):
    form = NamedForm
    list_display = ["name_fr", "name_en", "code", "country", "kind"]
    list_filter = ["kind", "country"]
    search_fields = [
        "name_fr",
        "name_en",
        "short_name_fr",
        "short_name_en",
        "slug",
        "aliases__folded",
    ]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (
            _("Names"),
            {
                "fields": [
                    ("name_fr", "name_en"),
                    ("short_name_fr", "short_name_en"),
                    ("article_fr", "code"),
                ]
            },
        ),
        (
            _("What it is"),
            {
                "fields": [
                    ("kind", "country"),
                    ("primary_colour", "secondary_colour"),
                    "slug",
                ]
            },
        ),
    ]
    inlines = [TeamAliasInline, TeamAccountInline]


@admin.register(TeamAccount)
class TeamAccountAdmin(VersionedAdmin):
    list_display = ["handle", "provider", "team", "official_from", "official_to"]
    list_filter = ["provider"]
    list_select_related = ["team"]
    search_fields = [
        "handle",
        "display_name",
        "team__slug",
        "team__name_fr",
        "team__name_en",
    ]
    autocomplete_fields = ["team"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "team",
                    ("provider", "handle"),
                    "display_name",
                    ("official_from", "official_to"),
                ]
            },
        ),
    ]
