"""A first draft of a passage, asked for on the page of a translation."""

from django.http import HttpResponseNotAllowed, JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache

from articles.publishing import Refused
from articles.translating.drafting import draft
from articles.translating.machine import Unanswered

from .facts import sent
from .keeping import asked_by_a_page
from .translating import answer, claimed, opened


class MachineViews:
    """Goes before ModelAdmin."""

    def get_urls(self):
        route = "<int:pk>/<str:language>/translate/draft/"
        view = never_cache(self.draft_view)
        return [path(route, view, name="article_translate_draft"), *super().get_urls()]

    @asked_by_a_page
    def draft_view(self, request, pk, language):
        """POST {number, source, before, target}; gives the rows as they are then.

        409 with a sentence where there is no draft.
        """
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        edition = opened(request, pk, language)
        try:
            draft(edition, claimed(sent(request)), by=request.user)
        except (Refused, Unanswered) as refusal:
            return JsonResponse({"error": str(refusal)}, status=409)
        return answer(request, edition)
