from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from matches.models import Membership, Person

from .search import FoldedSearch
from .versioned import VersionedAdmin, VersionedInline


class MembershipInline(VersionedInline, admin.TabularInline):
    model = Membership
    fields = ["team", "role", "started_on", "ended_on", "shirt_number"]
    autocomplete_fields = ["team"]


@admin.register(Person)
class PersonAdmin(FoldedSearch, VersionedAdmin):
    list_display = ["sort_name", "known_as", "posts"]
    list_filter = ["memberships__role"]
    search_fields = [
        "full_name",
        "known_as",
        "slug",
        "aliases",
        "memberships__team__name_fr",
        "memberships__team__name_en",
        "memberships__team__aliases__name",
    ]
    search_help_text = _("A name, a team")
    prepopulated_fields = {"slug": ["full_name"]}
    fieldsets = [
        (None, {"fields": [("full_name", "known_as"), "aliases"]}),
        (_("Address and order"), {"fields": [("slug", "sort_name")]}),
    ]
    inlines = [MembershipInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("memberships__team")

    @admin.display(description=_("team"))
    def posts(self, person):
        return ", ".join(
            f"{post.get_role_display()} ({post.team})"
            for post in person.memberships.all()
            if not post.ended_on
        )


@admin.register(Membership)
class MembershipAdmin(FoldedSearch, VersionedAdmin):
    list_display = ["person", "role", "team", "started_on", "ended_on"]
    list_filter = ["role"]
    search_fields = [
        "person__full_name",
        "person__slug",
        "team__name_fr",
        "team__name_en",
        "team__slug",
    ]
    autocomplete_fields = ["person", "team"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("person", "team"),
                    ("role", "shirt_number"),
                    ("started_on", "ended_on"),
                ]
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "team")
