"""Pages that join facts and words: they belong to neither app alone."""

from itertools import groupby

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Edition
from matches.models import Match, Season, Team

STORIES = 8


@require_safe
def team_detail(request, slug):
    team = get_object_or_404(Team, slug=slug)
    matches = Match.objects.of_team(team).with_sides()
    editions = Edition.objects.public(get_language()).about_team(team)
    context = {
        "team": team,
        "results": matches.played().order_by("-kickoff_on", "-kickoff_at"),
        "fixtures": matches.upcoming(at=timezone.now()),
        "editions": editions.with_cards().latest()[:STORIES],
    }
    return TemplateResponse(request, "matches/team_detail.html", context)


@require_safe
def competition_detail(request, key, season):
    seasons = Season.objects.select_related("competition")
    season = get_object_or_404(seasons, competition__key=key, slug=season)
    matches = Match.objects.of_season(season).by_stage().with_sides()
    editions = Edition.objects.public(get_language()).about_season(season)
    context = {
        "season": season,
        "stages": [(s, rounds(rows)) for s, rows in groupby(matches, stage_of)],
        "editions": editions.with_cards().latest()[:STORIES],
    }
    return TemplateResponse(request, "matches/competition_detail.html", context)


def stage_of(match):
    return match.stage


def rounds(matches):
    """Lists of the matches of one group or one matchday each."""
    return [list(rows) for _key, rows in groupby(matches, round_of)]


def round_of(match):
    return match.group_id, match.matchday
