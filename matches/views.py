from datetime import timedelta
from itertools import groupby

from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from .freshness import stored_mark
from .models import Match
from .pages import live_page, match_page

ONE = timedelta(days=1)
SHARED = 3  # seconds that one answer serves everyone who asks


@require_safe
def match_detail(request, pk, slug):
    match = get_object_or_404(Match.objects.with_sides().with_tie(), pk=pk)
    if slug != match.slug:
        return redirect(match, permanent=True)
    context = match_page(match, language=get_language())
    return TemplateResponse(request, "matches/match_detail.html", context)


def live_mark(request, pk):
    mark = stored_mark(pk, language=get_language())
    return mark and f'"{mark}"'


@require_safe
@cache_control(public=True, max_age=SHARED)
@condition(etag_func=live_mark)
def live(request, pk):
    """What changes on the page of a match: score box and timeline, as markup."""
    match = get_object_or_404(Match.objects.with_sides().with_tie(), pk=pk)
    context = live_page(match, language=get_language())
    return TemplateResponse(request, "matches/live.html", context)


@require_safe
def latest_day(request):
    """Today where matches are played, else the last day that had any."""
    last = Match.objects.last_day(until=timezone.localdate())
    return redirect("matches:day", last or timezone.localdate())


@require_safe
def day(request, day):
    matches = Match.objects.on_day(day).with_sides()
    context = {
        "day": day,
        "seasons": [(s, list(rows)) for s, rows in groupby(matches, season_of)],
        "previous": Match.objects.last_day(until=day - ONE),
        "next": Match.objects.first_day(since=day + ONE),
    }
    return TemplateResponse(request, "matches/day.html", context)


def season_of(match):
    return match.season
