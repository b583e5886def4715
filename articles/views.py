import re

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from matches.models import Person

from .models import (
    Article,
    AuditEntry,
    Author,
    Edition,
    PreviewLink,
    Quote,
    Release,
    Withdrawal,
)
from .pages import article_page
from .preview import embeds_of, outside, preview_page, shared_edition
from .rendering import QuoteBlock

NUMBER = re.compile(r"[0-9]{1,9}")
PAGE = 24
UNSEEN = {"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


@require_safe
def article_detail(request, pk, slug):
    language = get_language()
    edition = Edition.objects.public(language).with_words().of_article(pk)
    if edition is None:
        return gone(request, pk)
    if request.path != edition.get_absolute_url():
        return redirect(edition, permanent=True)
    context = article_page(edition)
    return TemplateResponse(request, "articles/article_detail.html", context)


def gone(request, pk):
    """Says that readers once had it and why no more, without its title; else 404."""
    edition = Edition.objects.withdrawn(get_language()).of_article(pk)
    if edition is None:
        raise Http404
    told = {"withdrawal": Withdrawal.objects.last_of(edition), "is_error": True}
    return TemplateResponse(request, "articles/gone.html", told, status=410)


@never_cache
@sensitive_variables("token")
@require_safe
def preview(request, token):
    """One version of one edition, for who holds its link; else 404, whatever failed."""
    at = timezone.now()
    link = PreviewLink.objects.opened_by(token, get_language(), at=at)
    edition = link and shared_edition(link, at=at)
    if not edition:
        raise Http404
    if request.method == "GET":
        AuditEntry.objects.record("open_preview", link, by=None)
    embeds = embeds_of(edition, lent_by=link)
    context = preview_page(edition, embeds, place=outside, at=at, until=link.expires_at)
    template = "articles/article_detail.html"
    return TemplateResponse(request, template, context, headers=UNSEEN)


@require_safe
def article_list(request):
    kind, before = request.GET.get("kind", ""), request.GET.get("before", "")
    editions = Edition.objects.public(get_language())
    if kind in Article.Kind.values:
        editions = editions.of_kind(kind)
    if NUMBER.fullmatch(before):
        editions = editions.older_than(int(before))
    page = list(editions.with_cards().latest()[: PAGE + 1])
    context = {
        "editions": page[:PAGE],
        "last": page[PAGE - 1] if len(page) > PAGE else None,
        "kind": kind,
        "kinds": Article.Kind.choices,
    }
    return TemplateResponse(request, "articles/article_list.html", context)


@require_safe
def correction_list(request):
    before = request.GET.get("before", "")
    corrections = Release.objects.corrections(get_language()).with_stories()
    if NUMBER.fullmatch(before):
        corrections = corrections.older_than(int(before))
    page = list(corrections[: PAGE + 1])
    context = {
        "corrections": page[:PAGE],
        "last": page[PAGE - 1] if len(page) > PAGE else None,
    }
    return TemplateResponse(request, "articles/correction_list.html", context)


@require_safe
def author_detail(request, slug):
    author = get_object_or_404(Author, slug=slug)
    editions = Edition.objects.public(get_language()).by_author(author)
    context = {"author": author, "editions": editions.with_cards().latest()[:PAGE]}
    return TemplateResponse(request, "articles/author_detail.html", context)


@require_safe
def person_detail(request, slug):
    language = get_language()
    person = get_object_or_404(Person, slug=slug)
    quotes = Quote.objects.public(language).by(person).with_speakers().latest_first()
    context = {
        "person": person,
        "memberships": person.memberships.select_related("team"),
        "blocks": [QuoteBlock.of(quote, language=language) for quote in quotes],
        "editions": Edition.objects.public(language).quoting(person).with_cards(),
    }
    return TemplateResponse(request, "articles/person_detail.html", context)
