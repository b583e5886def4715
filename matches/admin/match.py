from django.contrib import admin

from matches.models import Match, MatchEvent

from .versioned import VersionedAdmin, VersionedInline


class MatchEventInline(VersionedInline, admin.TabularInline):
    model = MatchEvent
    fields = ["period", "minute", "added", "type", "person"]


@admin.register(Match)
class MatchAdmin(VersionedAdmin):
    inlines = [MatchEventInline]
