"""The live desk: a page to run a match by keyboard or thumb, and its JSON."""

from datetime import timedelta
from functools import wraps

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from matches.live.acts import Act
from matches.live.entering import enter
from matches.live.people import people
from matches.live.periods import PLAYED
from matches.live.refusals import Doubled, Refused
from matches.live.state import state, version
from matches.live.wording import wording
from matches.models import Match

DAY = timedelta(days=1)
NEEDED = [
    "matches.change_match",
    "matches.add_matchevent",
    "matches.change_matchevent",
    "matches.delete_matchevent",
]


def asked_by_the_page(view):
    """401 where a person would be sent to sign in, 403 for who may not run a match."""

    @wraps(view)
    def wrapped(self, request, pk):
        if not self.admin_site.has_permission(request):
            return JsonResponse({}, status=401)
        if not request.user.has_perms(NEEDED):
            return JsonResponse({}, status=403)
        match = get_object_or_404(Match.objects.with_sides(), pk=pk)
        return view(self, request, match)

    return wrapped


def is_about(match, *, at):
    """It is on, or kicks off within a day."""
    if match.status in (*PLAYED, Match.Status.DELAYED):
        return True
    return bool(match.kickoff_at) and abs(match.kickoff_at - at) < DAY


def facts(match):
    """What the log tells of a match before and after an act."""
    score = str(match.final_score) if match.final_score else None
    return {"status": match.status, "score": score}


class LivePages:
    """Goes before ModelAdmin: each match has a desk to run it from."""

    def get_urls(self):
        page = self.admin_site.admin_view(self.live_page)
        return [
            path("<int:pk>/live/", page, name="match_live"),
            path(
                "<int:pk>/live/state/", never_cache(self.live_state), name="live_state"
            ),
            path("<int:pk>/live/acts/", never_cache(self.live_acts), name="live_acts"),
            *super().get_urls(),
        ]

    def get_list_display(self, request):
        """Who may not run a match is not led there."""
        may_run = request.user.has_perms(NEEDED)
        shown = super().get_list_display(request)
        return [name for name in shown if may_run or name != "live_link"]

    def live_page(self, request, pk):
        if not request.user.has_perms(NEEDED):
            raise PermissionDenied
        match = get_object_or_404(Match.objects.with_sides(), pk=pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "match": match,
            "title": _("Live desk"),
            "state": state(match, at=timezone.now()),
            "people": people(match),
            "wording": wording(),
            "user": request.user,
        }
        return TemplateResponse(request, "admin/matches/match/live.html", context)

    @asked_by_the_page
    def live_state(self, request, match):
        """The match now; 304 when the page has it."""
        tag = f'"{version(match, language=get_language())}"'
        if request.headers.get("If-None-Match") == tag:
            return HttpResponse(status=304, headers={"ETag": tag})
        return JsonResponse(state(match, at=timezone.now()), headers={"ETag": tag})

    @asked_by_the_page
    def live_acts(self, request, match):
        """POST: an act to do. GET: who is signed in, and their token."""
        if request.method != "POST":
            user = {"user": request.user.pk, "token": get_token(request)}
            return JsonResponse(user)
        try:
            act = Act.of(request.body)
        except ValueError:
            return JsonResponse({}, status=400)
        status, answer = self.answer(request, match, act)
        now = Match.objects.with_sides().get(pk=match.pk)
        answer["state"] = state(now, at=timezone.now())
        return JsonResponse(answer, status=status)

    def answer(self, request, match, act):
        """(status, what became of the act): 422 a refusal, 409 a question."""
        try:
            if enter(match.pk, act, by=request.user):
                self.log_act(request, match, act)
        except Doubled as doubled:
            return 409, {"said": str(doubled), "event": doubled.event.pk}
        except Refused as refused:
            return 422, {"said": str(refused)}
        return 200, {"done": str(act.key)}

    def log_act(self, request, match, act):
        """`match` as it was before the act."""
        what = act.step or act.type or act.cancelled_by or act.kind
        now = Match.objects.with_sides().get(pk=match.pk)
        request.written = {act.kind: [None, what]}
        was, is_now = facts(match), facts(now)
        moved = {n: [was[n], is_now[n]] for n in was if was[n] != is_now[n]}
        request.written |= moved
        self.log_change(request, match, f"{act.kind}: {what}")

    @admin.display(description=gettext_lazy("live desk"))
    def live_link(self, match):
        """Of a match that is on, or about to be."""
        if not is_about(match, at=timezone.now()):
            return ""
        address = reverse("admin:match_live", args=[match.pk])
        return format_html('<a href="{}">{}</a>', address, _("Live desk"))
