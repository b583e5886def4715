"""Pages that join facts and words: they belong to neither app alone."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Edition
from matches.models import Season, Team
from matches.season_pages import season_page, team_page
from matches.team_matches import team_matches
from newsroom.team_words import team_words

STORIES = 8


@require_safe
def team_detail(request, slug):
    team = get_object_or_404(Team, slug=slug)
    matches = team_matches(team, at=timezone.now())
    context = team_page(team, matches.results)
    context |= team_words(team, language=get_language())
    context |= {"team": team, "matches": matches}
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
