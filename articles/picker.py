"""JSON for the editor: records to choose from, and the card of one."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import policy, records
from .cards import cards
from .models import Article, Language
from .models.embed import RECORDS


@never_cache
@require_safe
def embed_search(request):
    """?kind=quote&q=gasset&article=12&language=fr → {"results": [{id, …card}]}."""
    kind = readable_kind(request, request.GET.get("kind"))
    language = request.GET.get("language")
    if language not in Language.values:
        raise Http404
    article = article_of(request)
    found = records.found(kind, request.GET.get("q", ""), article=article)
    results = [
        {"id": record.pk, "own": record.is_own, **cards(kind, record)[language]}
        for record in found
    ]
    return JsonResponse({"results": results})


@never_cache
@require_safe
def embed_card(request, kind, pk):
    """{"fr": card, "en": card, "url": where to edit it}."""
    model = RECORDS[readable_kind(request, kind)]
    related = model.objects.select_related(*records.RELATED[kind])
    return JsonResponse(cards(kind, get_object_or_404(related, pk=pk)))


def readable_kind(request, kind):
    if kind not in RECORDS:
        raise Http404
    if not policy.may_view(request.user, RECORDS[kind]):
        raise PermissionDenied
    return kind


def article_of(request):
    pk = request.GET.get("article", "")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 16):
        return None
    if not policy.may_view(request.user):
        raise PermissionDenied
    return get_object_or_404(Article.objects.only("pk"), pk=pk)
