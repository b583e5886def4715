from django.contrib import admin

from articles import policy
from articles.models import Byline, MatchLink


class StoryInline(admin.StackedInline):
    """What both languages share: for those who may write both."""

    extra = 0

    def has_add_permission(self, request, obj):
        return policy.may_change_facts_of(request.user, obj)

    def has_change_permission(self, request, obj=None):
        return policy.may_change_facts_of(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return policy.may_change_facts_of(request.user, obj)

    def has_view_permission(self, request, obj=None):
        return policy.may_view(request.user)


class MatchLinkInline(StoryInline):
    model = MatchLink
    fields = ["match", "role", "is_primary"]
    autocomplete_fields = ["match"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_matches()


class BylineInline(StoryInline):
    model = Byline
    fields = ["author", "role", "position"]
    autocomplete_fields = ["author"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author")
