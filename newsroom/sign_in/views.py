"""Where someone is signed in, and how they end that."""

from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .devices import device
from .log import note


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def session_list(request):
    """Where the person is signed in; POST ends one of those, or all others."""
    found = UserSession.objects.purge_and_list(request.user)
    if request.method == "POST":
        return end(request, chosen(found, request.POST.get("end", "")))
    found.sort(key=lambda one: (one.is_current(), one.last_seen_at), reverse=True)
    rows = [(one, device(one.user_agent)) for one in found]
    return TemplateResponse(request, "usersessions/list.html", {"rows": rows})


def chosen(found, wanted):
    """Of one's own sessions alone; the one that asks signs out by its own button."""
    others = [one for one in found if not one.is_current()]
    if wanted == "others":
        return others
    named = [one for one in others if str(one.pk) == wanted]
    if not named:
        raise Http404
    return named


def end(request, ending):
    for one in ending:
        one.end()
        told = {"device": device(one.user_agent), "from": one.ip}
        note("end_session", request.user, by=request.user, **told)
    return redirect("usersessions_list")


def too_many(request):
    """What allauth answers to whoever asks too often (its handler429)."""
    page = TemplateResponse(request, "429.html", status=429)
    page.headers["Retry-After"] = "300"
    return page.render()
