"""Pages that join facts and words: they belong to neither app alone."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Edition
from matches.models import Match, Season, Team
from matches.season_pages import season_page, team_page

STORIES = 8


@require_safe
def team_detail(request, slug):
    team = get_object_or_404(Team, slug=slug)
    matches = Match.objects.of_team(team).with_sides()
    results = list(matches.played().order_by("-kickoff_on", "-kickoff_at"))
    fixtures = list(matches.upcoming(at=timezone.now()))
    editions = Edition.objects.public(get_language()).about_team(team)
    context = team_page(team, results) | {
        "team": team,
        "results": results,
        "fixtures": fixtures,
        "editions": editions.with_cards().latest()[:STORIES],
    }
    return TemplateResponse(request, "matches/team_detail.html", context)


@require_safe
def competition_detail(request, key, season):
    seasons = Season.objects.select_related("competition")
    season = get_object_or_404(seasons, competition__key=key, slug=season)
    editions = Edition.objects.public(get_language()).about_season(season)
    context = season_page(season) | {
        "editions": editions.with_cards().latest()[:STORIES],
    }
    return TemplateResponse(request, "matches/competition_detail.html", context)
