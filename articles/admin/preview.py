"""The page as readers would see it, beside the form; and links to show it outside."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from articles import policy
from articles.before_after import pair
from articles.models import AuditEntry, Edition, Language, PreviewLink
from articles.models.article import WORDS
from articles.obstacles import obstacles
from articles.preview import (
    edition_to_be,
    embeds_of,
    on_the_desk,
    preview_page,
    take_words,
)

from .editions import readable_article

TYPED = {f"{name}_{code}" for name in WORDS for code in Language.values}
TYPED.add("lead_photo")


class PreviewViews:
    """Goes before ModelAdmin."""

    def get_urls(self):
        def one(route, view, name):
            route = f"<int:pk>/<str:language>/preview/{route}"
            return path(route, self.admin_site.admin_view(view), name=name)

        return [
            one("", self.preview_view, "article_preview"),
            one("link/", self.make_link_view, "preview_link"),
            one("link/<int:link>/revoke/", self.revoke_link_view, "preview_revoke"),
            *super().get_urls(),
        ]

    @method_decorator(never_cache)
    def preview_view(self, request, pk, language):
        """GET shows the words as saved; POST those of a form, of which nothing is
        stored."""
        article = previewed(request, pk, language)
        typed = {k: v for k, v in request.POST.items() if k in TYPED}
        refusal = refused_words(article, language, typed)
        context = {"typed": {} if refusal else typed, "refusal": refusal}
        return self.preview_page(request, article, language, **context)

    @method_decorator([never_cache, require_POST, sensitive_variables("token")])
    def make_link_view(self, request, pk, language):
        article = shared(request, pk, language)
        with transaction.atomic():
            link, token = PreviewLink.objects.make(article, language, by=request.user)
            opens = {"version": [None, link.version]}
            record("make_preview", link, request, fields=opens)
        with override(language):
            address = settings.SITE_URL + reverse("articles:preview", args=[token])
        return self.preview_page(request, article, language, address=address)

    @method_decorator([never_cache, require_POST, transaction.atomic])
    def revoke_link_view(self, request, pk, language, link):
        article = shared(request, pk, language)
        link = article.preview_links.all().revocable(link)
        if link:
            link.revoked_at = timezone.now()
            link.save()
            fields = {"revoked_at": pair(None, link.revoked_at)}
            record("revoke_preview", link, request, fields=fields)
        messages.success(request, _("Revoked: the link opens nothing any more."))
        return redirect("admin:article_preview", pk, language)

    def preview_page(self, request, article, language, **context):
        at = timezone.now()
        edition = edition_to_be(article, language, at=at)
        embeds = embeds_of(edition)
        context |= self.admin_site.each_context(request) | {
            "title": pgettext("page", "Preview"),
            "subtitle": str(article),
            "article": article,
            "edition": edition,
            "other": Language(language).other,
            "obstacles": obstacles(edition, embeds),
            "page": printed(request, edition, embeds, at=at),
            "links": PreviewLink.objects.listed(article, language),
            "may_share": may_share(request.user, edition),
            "opts": self.model._meta,
        }
        template = "admin/articles/article/preview.html"
        return TemplateResponse(request, template, context)


def previewed(request, pk, language):
    article = readable_article(request, pk)
    if language not in Language.values:
        raise Http404
    return article


def shared(request, pk, language):
    article = previewed(request, pk, language)
    edition = edition_to_be(article, language, at=timezone.now())
    if not may_share(request.user, edition):
        raise PermissionDenied
    return article


def may_share(user, edition):
    """A withdrawn story is shown to nobody outside."""
    is_withdrawn = edition.status == Edition.Status.WITHDRAWN
    return not is_withdrawn and policy.may_share(
        user, edition.article, edition.language
    )


def refused_words(article, language, typed):
    """Gives `article` the words of a form; what no save would take is returned."""
    try:
        take_words(article, language, typed)
    except ValidationError as refusal:
        article.refresh_from_db()
        return refusal.messages
    return []


def printed(request, edition, embeds, *, at):
    """The whole page that readers would get, in their language, as text."""
    with override(edition.language):
        context = preview_page(edition, embeds, place=on_the_desk, at=at)
        return render_to_string("articles/article_detail.html", context, request)


def record(action, link, request, **details):
    AuditEntry.objects.record(action, link, by=request.user, **details)
