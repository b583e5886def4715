"""Checks of the words against the match record, as the article's form asks (JSON)."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from articles import body, policy
from articles.characters import storable
from articles.facts import Finding
from articles.facts.answers import checks, dismiss
from articles.models import Article, Edition, Language, Words
from articles.publishing import Refused
from matches.json_bodies import parsed

from .keeping import asked_by_a_page
from .verbs import PUBLISH, Verb

MOST = 5  # told after publishing


class FactViews:
    """Goes before ModelAdmin: what the checks say of words, saved or not."""

    def get_urls(self):
        def one(route, view, name):
            route = f"<int:pk>/<str:language>/checks/{route}"
            return path(route, never_cache(view), name=name)

        return [
            one("", self.checks_view, "article_checks"),
            one("dismiss/", self.dismiss_view, "article_check_dismiss"),
            *super().get_urls(),
        ]

    @asked_by_a_page
    def checks_view(self, request, pk, language):
        """GET checks the saved words, POST {title, standfirst, body} those it sends."""
        article = checked_article(request, pk, language)
        words = sent_words(sent(request)) if request.method == "POST" else None
        return answer(request, article, language, words)

    @asked_by_a_page
    def dismiss_view(self, request, pk, language):
        """POST {mark, reason} and the words, as `checks_view` takes them."""
        article = checked_article(request, pk, language)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        told = sent(request)
        words = sent_words(told) if "body" in told else None
        asked = {"reason": storable(str(told.get("reason", ""))), "words": words}
        mark = str(told.get("mark", ""))
        try:
            dismiss(article, mark, language=language, by=request.user, **asked)
        except Refused as refusal:
            return JsonResponse({"error": str(refusal)}, status=409)
        return answer(request, article, language, words)


def checked_article(request, pk, language):
    if not policy.may_view(request.user):
        raise PermissionDenied
    if language not in Language.values:
        raise Http404
    return get_object_or_404(Article, pk=pk)


def sent(request) -> dict:
    told = parsed(request.body)
    if not isinstance(told, dict):
        raise ValueError("not words")
    return told


def sent_words(told: dict) -> Words:
    title, standfirst = (
        storable(str(told.get(name, ""))) for name in ("title", "standfirst")
    )
    return Words(title, standfirst, body.sanitise(str(told.get("body", ""))), "")


def answer(request, article, language, words):
    found = checks(article, language=language, words=words)
    context = {
        "checks": found,
        "language": language,
        "may_dismiss": policy.may_dismiss(request.user, article, language),
    }
    html = render_to_string("admin/articles/facts/_list.html", context, request)
    given = [as_told(one) for one in found.open]
    answered = [
        as_told(one) | {"reason": dismissal.reason} for one, dismissal in found.answered
    ]
    return JsonResponse({"open": given, "answered": answered, "html": html})


def as_told(finding) -> dict:
    names = ("kind", "field", "start", "end", "words", "says", "mark")
    return {name: str(getattr(finding, name)) for name in names} | {
        "start": finding.start,
        "end": finding.end,
    }


def said(verb: Verb, edition: Edition) -> list[Finding]:
    """What the checks still say of words that `verb` shows to readers."""
    if verb is not PUBLISH:
        return []
    return checks(edition.article, language=edition.language).open


def summary(found: list[Finding]) -> str:
    text = ngettext(
        "%(count)s check still says: %(told)s",
        "%(count)s checks still say: %(told)s",
        len(found),
    )
    told = " ".join(in_a_line(one) for one in found[:MOST])
    return text % {"count": len(found), "told": told}


def in_a_line(finding):
    if not finding.words:
        return finding.says
    values = {"words": finding.words, "says": finding.says}
    return _("“%(words)s”: %(says)s") % values
