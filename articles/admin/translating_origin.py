"""Making a translation an adaptation, and an adaptation a translation again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles.publishing import Refused
from articles.translating.origin import adapt, translate_again

from .translating import opened

ACTS = {
    "adapt": (adapt, _("It is an adaptation now, and owes its source nothing.")),
    "translate-again": (
        translate_again,
        _("It is a translation again: what it lacks is shown below."),
    ),
}


class OriginViews:
    """Goes before ModelAdmin."""

    def get_urls(self):
        route = "<int:pk>/<str:language>/translate/origin/<str:verb>/"
        view = self.admin_site.admin_view(never_cache(self.origin_view))
        return [path(route, view, name="article_translate_origin"), *super().get_urls()]

    @method_decorator(require_POST)
    def origin_view(self, request, pk, language, verb):
        if verb not in ACTS:
            raise Http404
        edition = opened(request, pk, language)
        act, done = ACTS[verb]
        try:
            act(edition, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, done)
        return redirect("admin:article_translate", pk, language)
