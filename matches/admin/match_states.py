"""What the page of a match shows of its moves, and the one that makes a new match."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from matches import corrections, tallies
from matches.models import Match
from matches.replays import replay
from matches.status_machine import UNDERWAY, UNPLAYED, State
from matches.transitions import OVERRIDE, Refused

from .match_form import MatchForm

AHEAD = {*UNPLAYED, *UNDERWAY}
SHOWN = 12
MAKE_REPLAY = "_replay"
PERIODS = {
    "half_time": _("Half-time"),
    "full_time": _("After 90 minutes"),
    "extra_time": _("After 120 minutes"),
    "shootout": _("Penalty shoot-out"),
}


class MatchStates:
    """Goes before a ModelAdmin of matches."""

    form = MatchForm

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.user = request.user
        return form

    def get_fieldsets(self, request, obj=None):
        """Who may not make an exception is not asked for its reason."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj and request.user.has_perm(OVERRIDE):
            return fieldsets
        return [(title, without_reason(options)) for title, options in fieldsets]

    def save_model(self, request, obj, form, change):
        made = form.settle(obj) if change else None
        if change:
            corrections.lock(obj, [*form.changed_data, *form.ruled])
        super().save_model(request, obj, form, change)
        if made:
            made.save()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        match = form.instance
        starters = match.appearances.starters()
        if match.lineups_at is None and match.status in AHEAD and starters.exists():
            match.lineups_at = timezone.now()
            match.save()

    def response_change(self, request, obj):
        if MAKE_REPLAY not in request.POST or not self.has_add_permission(request):
            return super().response_change(request, obj)
        try:
            made = replay(obj)
            request.written = {"replay_of": [None, str(obj)]}
            self.log_addition(request, made, "replay")
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            made = obj
        return HttpResponseRedirect(
            reverse("admin:matches_match_change", args=[made.pk])
        )

    @admin.display(description=_("goals entered"))
    def doubts(self, match):
        """Where the goals entered one by one do not add up to the score."""
        told = [(sentence(*one),) for one in tallies.disagreements(match)]
        return format_html_join("", '<p class="doubt">{}</p>', told) or "–"

    @admin.display(description=_("moves"))
    def moves(self, match):
        """The last ones: from what to what, when, by whom and why."""
        moves = match.moves.select_related("by").order_by("-at", "-pk")[:SHOWN]
        lines = [(line(move),) for move in moves]
        if not lines:
            return "–"
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", lines))

    @admin.display(description=_("replayed as"))
    def replayed(self, match):
        """The match that counts in its place, or the act that makes it."""
        made = Match.objects.filter(replay_of=match).with_sides().first()
        if made:
            address = reverse("admin:matches_match_change", args=[made.pk])
            return format_html('<a href="{}">{}</a>', address, made)
        if match.status != Match.Status.ABANDONED:
            return "–"
        return format_html(
            '<button class="button" name="{}" value="1">{}</button>',
            MAKE_REPLAY,
            _("Make the replay"),
        )


def without_reason(options):
    fields = [name for name in options["fields"] if name != "override_reason"]
    return {**options, "fields": fields}


def sentence(period, score, counted):
    facts = {"period": PERIODS[period], "score": score, "goals": counted}
    return (
        _("%(period)s: the score says %(score)s, the goals entered %(goals)s.") % facts
    )


def line(move):
    before = State(move.status_before, move.phase_before).label
    after = State(move.status, move.phase).label
    when = formats.date_format(timezone.localtime(move.at), "SHORT_DATETIME_FORMAT")
    who = move.by and (move.by.get_full_name() or move.by.get_username())
    said = [when, f"{before} → {after}", who, move.reason]
    said.append(move.undone_at and _("taken back"))
    return " · ".join(str(part) for part in said if part)
