from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request
from django.views.decorators.http import require_safe

from articles.models import Edition, MatchLink, Notice
from matches.models import Match, Season

STORIES = 13


@require_safe
def language_choice(request):
    """`/` sends a reader to the front page of their browser's language."""
    language = get_language_from_request(request)
    response = redirect(f"/{language if language == 'en' else 'fr'}/")
    response["Cache-Control"] = "private"
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def front(request):
    editions = Edition.objects.public(get_language()).with_cards().latest()[:STORIES]
    MatchLink.objects.attach_to([edition.article for edition in editions])
    today = timezone.localdate()
    day = Match.objects.last_day(until=today)
    context = {
        "editions": editions,
        "day": day,
        "matches": Match.objects.on_day(day).with_sides() if day else [],
        "seasons": Season.objects.newest(),
        "notice": Notice.objects.current(get_language()),
    }
    return TemplateResponse(request, "newsroom/front.html", context)
