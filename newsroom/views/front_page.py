from django.conf import settings
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
    request.COOKIES.pop(settings.LANGUAGE_COOKIE_NAME, None)  # the desk's choice
    language = get_language_from_request(request)
    response = redirect(f"/{language if language == 'en' else 'fr'}/")
    response["Cache-Control"] = "private"
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def front(request):
    context = front_page(get_language(), at=timezone.now())
    return TemplateResponse(request, "newsroom/front.html", context)


def front_page(language, *, at):
    """What the front page of `language` prints at `at` (aware)."""
    editions = Edition.objects.public(language, at=at).with_cards().latest()[:STORIES]
    MatchLink.objects.attach_to([edition.article for edition in editions])
    day = Match.objects.last_day(until=timezone.localdate(at))
    return {
        "editions": editions,
        "day": day,
        "matches": Match.objects.on_day(day).with_sides() if day else [],
        "seasons": Season.objects.newest(),
        "notice": Notice.objects.current(language, at=at),
    }
