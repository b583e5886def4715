"""What every request of the desk passes before any view sees it."""

from functools import partial

from django.contrib.auth import SESSION_KEY, get_user_model, logout
from django.contrib.auth.models import AnonymousUser
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from . import limits, sessions
from .log import note
from .policy import lacks_second_factor

DESK, DOORS = "/admin/", "/accounts/"
OPEN = ("admin:login", "admin:logout", "admin:language", "admin:jsi18n")


def watch(get_response):
    """Middleware: sessions that are over end, and who must enrol does nothing else."""

    def answer(request):
        if not request.path.startswith((DESK, DOORS)):
            request.user = SimpleLazyObject(partial(present, request, request.user))
            return get_response(request)
        end_what_is_over(request)
        response = refusal(request) or get_response(request)
        if request.path.startswith(DOORS):
            add_never_cache_headers(response)
        return response

    return answer


def present(request, user):
    """`user` where no page of the desk asks, as for the picture of a draft."""
    if not user.is_authenticated:
        return user
    is_over = sessions.is_over(request.session, user, at=timezone.now())
    return AnonymousUser() if is_over or lacks_second_factor(user) else user


def end_what_is_over(request):
    """A session lives as long as its person may; one that ended for rights ends all."""
    at, session = timezone.now(), request.session
    if request.user.is_authenticated:
        if not sessions.is_over(session, request.user, at=at):
            return sessions.see(request, at=at)
        if session["rights"] != sessions.rights(request.user):
            end_everywhere(request.user.pk, reason="other rights")
    elif user_id := session.get(SESSION_KEY):  # of someone put out of the desk
        end_everywhere(user_id, reason="account closed")
    else:
        return None
    return logout(request)


def end_everywhere(user_id, *, reason):
    ended = sessions.end_all(user_id)
    if user := get_user_model().objects.filter(pk=user_id).first():
        note("end_sessions", user, ended=ended, reason=reason)


def refusal(request):
    """The answer to who may not go on, else None."""
    if request.path.startswith(DOORS):
        is_away = request.method == "POST" and not limits.store_answers()
        return unavailable(request) if is_away else None
    if request.path in map(reverse, OPEN) or not lacks_second_factor(request.user):
        return None
    if request.method == "GET" and request.headers.get("Sec-Fetch-Dest") != "empty":
        return redirect("mfa_activate_totp")
    return JsonResponse({"error": _("Set up your second factor first.")}, status=403)


def unavailable(request):
    """Nobody gets in uncounted."""
    page = TemplateResponse(request, "account/unavailable.html", status=503)
    page.headers["Retry-After"] = "30"
    return page.render()
