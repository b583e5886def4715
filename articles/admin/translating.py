"""The page on which an edition is translated, passage beside passage."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles import policy
from articles.blocks import text_of
from articles.characters import storable
from articles.keeping import number
from articles.models import AuditEntry, Edition, Language, Photo, TranslatedUnit
from articles.publishing import Refused
from articles.translating.queue import shares, waiting
from articles.translating.ready import dismiss, ready
from articles.translating.rows import html_of, rows
from articles.translating.work import Act, Claim, Conflict, act, begin, hand

from .editions import readable_article
from .facts import sent
from .keeping import asked_by_a_page
from .translating_captions import ShownCaption, with_captions
from .translating_help import help_for
from .translating_rows import Progress, Shown, shown_rows

PAGES = "admin/articles/translating/"
DIRECTIONS = [
    ("fr-en", gettext_lazy("French → English")),
    ("en-fr", gettext_lazy("English → French")),
]


class TranslatingViews:
    """Goes before ModelAdmin."""

    def get_urls(self):
        def one(route, view, name):
            route = f"<int:pk>/<str:language>/translate/{route}"
            return path(route, never_cache(view), name=f"article_translate{name}")

        page = self.admin_site.admin_view
        return [
            one("", page(self.translate_view), ""),
            one("begin/", page(self.begin_view), "_begin"),
            one("rows/", self.rows_view, "_rows"),
            one("act/", self.act_view, "_act"),
            one("help/", self.help_view, "_help"),
            one("checks/", self.ready_view, "_checks"),
            one("hand/", page(self.hand_view), "_hand"),
            path("to-translate/", page(self.queue_view), name="to_translate"),
            *super().get_urls(),
        ]

    def queue_view(self, request):
        """What waits for a translator; ?direction=fr-en."""
        if not policy.may_view(request.user):
            raise PermissionDenied
        direction = request.GET.get("direction", "")
        context = self.admin_site.each_context(request) | {
            "title": _("To translate"),
            "waiting": waiting(direction=direction),
            "direction": direction,
            "directions": DIRECTIONS,
            "shares": shares(),
            "opts": self.model._meta,
        }
        return TemplateResponse(request, f"{PAGES}queue.html", context)

    @method_decorator(require_POST)
    def hand_view(self, request, pk, language):
        """Gives the translation to the person of `to`, or back to all without one."""
        edition = opened(request, pk, language)
        to = translator(request.POST.get("to", ""), edition)
        try:
            hand(edition, to, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Saved."))
        return redirect("admin:article_translate", pk, language)

    def translate_view(self, request, pk, language):
        article, edition = translated(request, pk, language)
        shown = shown_in(edition) if edition else []
        context = self.admin_site.each_context(request) | {
            "title": str(article),
            "article": article,
            "edition": edition,
            "language": Language(language),
            "source_language": Language(language).other,
            "rows": shown,
            "progress": Progress.of(shown),
            "may_write": language in policy.editable_languages(request.user, article),
            "may_caption": policy.may_translate_record(request.user, Photo, language),
            "may_adapt": bool(edition) and policy.may_adapt(request.user, edition),
            "adapted": adapted(edition),
            "translators": translators(request.user, edition),
            "opts": self.model._meta,
        }
        return TemplateResponse(request, f"{PAGES}page.html", context)

    @method_decorator(require_POST)
    def begin_view(self, request, pk, language):
        article, _edition = translated(request, pk, language)
        begin(article, language=language, by=request.user)
        return redirect("admin:article_translate", pk, language)

    @asked_by_a_page
    def rows_view(self, request, pk, language):
        """The rows as they stand."""
        return answer(request, opened(request, pk, language))

    @asked_by_a_page
    def act_view(self, request, pk, language):
        """POST {verb, number, source, before, target}; gives the rows as they are then.

        409 with a sentence where someone else was first, and what they wrote.
        """
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        edition = opened(request, pk, language)
        told = sent(request)
        try:
            verb, claim = Act(told.get("verb")), claimed(told)
            act(edition, verb, claim, by=request.user)
        except Conflict as conflict:
            theirs = {"theirs": html_of(conflict.row.target)}
            return JsonResponse({"error": str(conflict)} | theirs, status=409)
        except Refused as refusal:
            return JsonResponse({"error": str(refusal)}, status=409)
        return answer(request, edition)

    @asked_by_a_page
    def help_view(self, request, pk, language):
        """POST {source}: the HTML of a passage; gives what is known of its words."""
        opened(request, pk, language)
        text = text_of(storable(str(sent(request).get("source", ""))))
        return TemplateResponse(
            request,
            f"{PAGES}_help.html",
            {"help": help_for(text, language=language), "language": language},
        )

    @asked_by_a_page
    def ready_view(self, request, pk, language):
        """What the checks say; POST {mark, reason} answers one of them first."""
        edition = opened(request, pk, language)
        if request.method == "POST":
            told = sent(request)
            reason, mark = (storable(str(told.get(n, ""))) for n in ("reason", "mark"))
            try:
                dismiss(edition, mark, reason=reason, by=request.user)
            except Refused as refusal:
                return JsonResponse({"error": str(refusal)}, status=409)
        may = policy.may_dismiss(request.user, edition.article, language)
        context = {
            "checks": ready(edition),
            "language": language,
            "source": Language(language).other,
            "may_dismiss": may,
        }
        html = render_to_string(f"{PAGES}_checks.html", context, request)
        return JsonResponse({"html": html})


def translated(request, pk, language):
    """The article, and its edition in `language` or None."""
    if language not in Language.values:
        raise Http404
    article = readable_article(request, pk)
    prefetch_related_objects([article], "bylines__author")
    edition = Edition.objects.in_language(language).of_article(pk)
    if edition:
        edition.article = article
    return article, edition


def opened(request, pk, language) -> Edition:
    _article, edition = translated(request, pk, language)
    if edition is None:
        raise Http404
    return edition


def translator(number, edition):
    """The member of the desk, or None."""
    known = {
        str(user.pk): user
        for user in policy.translators(edition.article, edition.language)
    }
    return known.get(number)


def claimed(told) -> Claim:
    """Raises ValueError for what no page of ours sends."""
    words = (
        storable(str(told.get(name, ""))) for name in ("source", "before", "target")
    )
    return Claim(number(told.get("number")), *words)


def translators(user, edition) -> list:
    """Whom `user` may give the translation to."""
    if edition is None or not policy.may_write(user, edition):
        return []
    if not policy.may_hand(user, edition):
        return [user]
    return policy.translators(edition.article, edition.language)


def adapted(edition) -> AuditEntry | None:
    """Who made it an adaptation, and when."""
    if edition is None or edition.origin != Edition.Origin.ADAPTATION:
        return None
    return AuditEntry.objects.about(edition).acts(["adapt"]).first()


def shown_in(edition) -> list[Shown | ShownCaption]:
    kept = TranslatedUnit.objects.filter(translation__edition=edition)
    return with_captions(shown_rows(edition, rows(edition, kept)), edition)


def answer(request, edition):
    """The HTML of each row the page does not know, and the key of each."""
    known = sent(request).get("known") if request.method == "POST" else None
    known = {str(key) for key in known} if isinstance(known, list) else set()
    found = shown_in(edition)
    context = {
        "language": Language(edition.language),
        "may_write": policy.may_write(request.user, edition),
        "may_caption": policy.may_translate_record(
            request.user, Photo, edition.language
        ),
    }
    told = [
        {
            "key": shown.key,
            "html": "" if shown.key in known else row_html(shown, context, request),
        }
        for shown in found
    ]
    progress = render_to_string(
        f"{PAGES}_progress.html", {"progress": Progress.of(found)}, request
    )
    return JsonResponse({"rows": told, "progress": progress})


def row_html(shown, context, request):
    return render_to_string(f"{PAGES}_either.html", context | {"shown": shown}, request)
