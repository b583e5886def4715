"""What records say in the other language, written on the page of a translation."""

from html import unescape

from django.http import Http404, HttpResponseNotAllowed, JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache

from articles.characters import storable
from articles.publishing import Refused
from articles.translating import captions
from articles.translating.captions import Taken, write_caption
from articles.translating.records import SPOKEN, translate_record

from .facts import sent
from .keeping import asked_by_a_page
from .translating import answer, opened


class RecordViews:
    """Goes before ModelAdmin."""

    def get_urls(self):
        def one(route, view, name):
            route = f"<int:pk>/<str:language>/translate/{route}"
            return path(route, never_cache(view), name=f"article_translate_{name}")

        return [
            one("record/<str:kind>/<int:record>/", self.record_view, "record"),
            one("caption/<int:photo>/<str:name>/", self.caption_view, "caption"),
            *super().get_urls(),
        ]

    @asked_by_a_page
    def record_view(self, request, pk, language, kind, record):
        """POST {target}: what a quote or a post says, for all that shows it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if kind not in SPOKEN:
            raise Http404
        edition = opened(request, pk, language)
        text = said(request, "target")
        try:
            translate_record(kind, record, text, language=language, by=request.user)
        except Refused as refusal:
            return JsonResponse({"error": str(refusal)}, status=409)
        return answer(request, edition)

    @asked_by_a_page
    def caption_view(self, request, pk, language, photo, name):
        """POST {before, target}: what a picture says, for all that shows it.

        409 with a sentence where someone else was first, and what they wrote.
        """
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if name not in captions.NAMES:
            raise Http404
        edition = opened(request, pk, language)
        words = {"before": unescape(said(request, "before")), "language": language}
        try:
            write_caption(
                photo, name, said(request, "target"), **words, by=request.user
            )
        except Taken as taken:
            told = {"error": str(taken), "theirs": taken.target}
            return JsonResponse(told, status=409)
        except Refused as refusal:
            return JsonResponse({"error": str(refusal)}, status=409)
        return answer(request, edition)


def said(request, name):
    return storable(str(sent(request).get(name, "")))
