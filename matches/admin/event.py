from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from matches.models import MatchEvent

from .versioned import VersionedAdmin


@admin.register(MatchEvent)
class MatchEventAdmin(VersionedAdmin):
    """All there is to say of an event; reached from its match, not from the menu."""

    list_display = ["match", "clock", "type", "team", "person"]
    autocomplete_fields = ["match", "team", "person", "second_person"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "match",
                    ("period", "minute", "added"),
                    ("type", "team"),
                    ("person", "second_person"),
                ]
            },
        ),
        (
            _("To know more"),
            {
                "fields": [
                    ("reason", "outcome", "cancelled_by"),
                    ("note_fr", "note_en"),
                    ("source", "announced", "sequence"),
                ]
            },
        ),
    ]

    def get_queryset(self, request):
        events = super().get_queryset(request).with_people()
        return events.select_related(
            "person", "team", "match__home", "match__away", "match__season__competition"
        )

    def has_module_permission(self, request):
        return False
