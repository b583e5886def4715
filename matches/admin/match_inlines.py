from django.contrib import admin

from matches.models import Appearance, MatchEvent, Team

from .pickers import KnownPicker, PickerForm
from .versioned import VersionedInline


class OfTheMatch(VersionedInline):
    """Rows of a match: a team is one of its two sides."""

    form = PickerForm

    def get_queryset(self, request):
        """With all that the labels of the rows print."""
        rows = super().get_queryset(request).select_related("person", "team")
        return rows.select_related(
            "match__home", "match__away", "match__season__competition"
        )

    def get_formset(self, request, obj=None, **kwargs):
        self.match = obj
        return super().get_formset(request, obj, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = KnownPicker(db_field, self.admin_site)
        if db_field.name != "team" or not self.match:
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        kwargs["queryset"] = Team.objects.playing(self.match)
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        sides = (self.match.home, self.match.away)
        field.choices = [("", "–"), *((team.pk, str(team)) for team in sides)]
        return field


class MatchEventInline(OfTheMatch, admin.TabularInline):
    model = MatchEvent
    fields = [
        "period",
        "minute",
        "added",
        "type",
        "team",
        "person",
        "second_person",
        "sequence",
    ]
    autocomplete_fields = ["person", "second_person"]
    show_change_link = True

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("second_person")
        return rows.in_order()


class AppearanceInline(OfTheMatch, admin.TabularInline):
    model = Appearance
    fields = [
        "team",
        "part",
        "shirt_number",
        "person",
        "position",
        "is_captain",
        "order",
    ]
    autocomplete_fields = ["person"]
