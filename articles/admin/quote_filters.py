from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Language, Quote

MOST = 40


class TeamFilter(admin.SimpleListFilter):
    title = _("speaker’s team")
    parameter_name = "team"

    def lookups(self, request, model_admin):
        return [(team.pk, str(team)) for team in Quote.objects.teams()]

    def queryset(self, request, queryset):
        known = self.value() or ""
        return queryset.of_team(known) if known.isdecimal() else queryset


class MatchFilter(admin.SimpleListFilter):
    title = _("match")
    parameter_name = "of_match"

    def lookups(self, request, model_admin):
        matches = Quote.objects.matches().with_sides()[:MOST]
        return [(match.pk, str(match)) for match in matches]

    def queryset(self, request, queryset):
        known = self.value() or ""
        return queryset.on_match(known) if known.isdecimal() else queryset


class TranslationFilter(admin.SimpleListFilter):
    title = _("missing translation")
    parameter_name = "untranslated"

    def lookups(self, request, model_admin):
        return [("any", _("into either language")), *Language.choices]

    def queryset(self, request, queryset):
        if self.value() == "any":
            return queryset.untranslated_anywhere()
        if self.value() in Language.values:
            return queryset.untranslated(self.value())
        return queryset
