import hashlib
from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .calendars import calendar, last_change
from .models import Match, Season, Team

YEAR = timedelta(days=365)


@require_safe
def team_calendar(request, slug):
    """What is to come, and the results of the last twelve months."""
    team = get_object_or_404(Team, slug=slug)
    matches = Match.objects.of_team(team).since(timezone.localdate() - YEAR)
    return answer(request, matches, page=team, filename=team.slug)


@require_safe
def season_calendar(request, key, season):
    seasons = Season.objects.select_related("competition")
    season = get_object_or_404(seasons, competition__key=key, slug=season)
    matches = Match.objects.of_season(season).dated()
    return answer(request, matches, page=season, filename=f"{key}-{season.slug}")


def answer(request, matches, *, page, filename):
    """The calendar of `page`, or 304 to who has it; an hour late at most."""
    matches = list(matches.with_sides().with_last_change().in_order())
    body = calendar(
        matches,
        title=str(page),
        page=page.get_absolute_url(),
        language=get_language(),
    )
    headers = {
        "Cache-Control": "public, max-age=300",
        "Content-Disposition": f'inline; filename="{filename}.ics"',
        "ETag": quote_etag(hashlib.sha256(body).hexdigest()),
    }
    changed = last_change(matches)
    moment = int(changed.timestamp()) if changed else None
    if moment:
        headers["Last-Modified"] = http_date(moment)
    response = HttpResponse(
        body, content_type="text/calendar; charset=utf-8", headers=headers
    )
    return get_conditional_response(
        request, etag=headers["ETag"], last_modified=moment, response=response
    )
