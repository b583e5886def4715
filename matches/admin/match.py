from django.contrib import admin, messages
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from matches import corrections, notation, rounds, status_words, tallies
from matches.models import Match

from .filters import RoundFilter, SeasonFilter
from .live import LivePages
from .match_inlines import AppearanceInline, MatchEventInline
from .match_states import MatchStates, sentence
from .search import FoldedSearch
from .versioned import VersionedAdmin

SIDES = [
    f"{side}__{name}"
    for side in ("home", "away")
    for name in ("name_fr", "name_en", "short_name_fr", "short_name_en", "slug")
]


@admin.register(Match)
class MatchAdmin(LivePages, MatchStates, FoldedSearch, VersionedAdmin):
    date_hierarchy = "kickoff_on"
    list_display = [
        "kickoff_on",
        "home",
        "score",
        "away",
        "round",
        "competition",
        "live_link",
    ]
    list_display_links = ["home", "score", "away"]
    list_filter = [
        "status",
        "season__competition",
        ("season__label", SeasonFilter),
        ("stage__kind", RoundFilter),
    ]
    ordering = ["-kickoff_on", "kickoff_at", "pk"]
    list_per_page = 50
    search_fields = [
        *SIDES,
        "kickoff_on__icontains",
        "season__label",
        "season__competition__key",
        "season__competition__name_fr",
        "season__competition__name_en",
    ]
    autocomplete_fields = [
        "season",
        "stage",
        "group",
        "tie",
        "home",
        "away",
        "venue",
        "replay_of",
        "awarded_to",
    ]
    readonly_fields = ["corrected", "doubts", "moves", "replayed"]
    fieldsets = [
        (
            _("Fixture"),
            {
                "fields": [
                    ("home", "away"),
                    ("kickoff_at", "kickoff_on"),
                    ("season", "stage"),
                    ("matchday", "group"),
                    ("venue", "is_neutral"),
                ]
            },
        ),
        (
            _("Score"),
            {
                "description": _(
                    "Goals count on: after 120 minutes, those of the 90 are included. "
                    "The shoot-out counts its own kicks."
                ),
                "fields": [
                    ("status", "phase"),
                    "override_reason",
                    ("half_time_home", "half_time_away"),
                    ("full_time_home", "full_time_away"),
                    ("extra_time_home", "extra_time_away"),
                    ("shootout_home", "shootout_away"),
                    ("awarded_to", "is_walkover"),
                    ("awarded_reason_fr", "awarded_reason_en"),
                    ("decided_note_fr", "decided_note_en"),
                    "doubts",
                    "corrected",
                    "moves",
                ],
            },
        ),
        (_("Tie"), {"fields": [("tie", "leg"), ("replay_of", "replayed")]}),
        (
            _("On the day"),
            {
                "fields": [
                    ("attendance", "attendance_source"),
                    "spectators",
                    ("home_formation", "away_formation"),
                ]
            },
        ),
    ]
    inlines = [MatchEventInline, AppearanceInline]
    actions = ["open_to_imports"]

    class Media:
        css = {"all": ["css/admin-match.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).with_sides()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for doubt in tallies.disagreements(form.instance):
            messages.warning(request, sentence(*doubt))

    @admin.action(description=_("Let imports write again"), permissions=["change"])
    def open_to_imports(self, request, queryset):
        for match in queryset:
            request.written = {"locked_fields": [match.locked_fields, []]}
            corrections.unlock(match)
            self.log_change(request, match, "open_to_imports")
        done = ngettext("%d match is open.", "%d matches are open.", len(queryset))
        messages.success(request, done % len(queryset))

    @admin.display(description=_("round"), ordering="stage__order")
    def round(self, match):
        return rounds.round_name(match, language=get_language())

    @admin.display(description=_("competition"), ordering="season__competition")
    def competition(self, match):
        return match.season.competition.label

    @admin.display(description=_("score"), ordering="status")
    def score(self, match):
        """The score, and the status where the score alone does not tell it."""
        said = [notation.decided(match, language=get_language())]
        if not match.is_finished:
            said = [status_words.status_words(match, language=get_language())]
        if match.final_score:
            said.insert(0, str(match.final_score))
        return " ".join(said).strip()

    @admin.display(description=_("corrected by hand"))
    def corrected(self, match):
        """Imports leave these fields alone."""
        fields = [match._meta.get_field(name) for name in match.locked_fields]
        named = ", ".join(str(field.verbose_name) for field in fields)
        return named or _("Nothing: imports may write.")
