"""For the editor: records to choose from, the cards of those in a text, pictures."""

from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from . import cards, policy, records
from .models import Article, Language, Photo
from .models.embed import RECORDS
from .pictures import small

YEAR = 31_536_000


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
        {"id": record.pk, "own": record.is_own, **told[language]}
        for record, told in cards.many(kind, found)
    ]
    return JsonResponse({"results": results})


@never_cache
@require_safe
def embed_cards(request):
    """?quote=4&quote=9&match=1 → {"quote/4": {"fr": card, "en": card, "url": where to
    edit it}, …}; what does not exist is left out."""
    found = {}
    for kind in RECORDS.keys() & request.GET.keys():
        known = records.known(readable_kind(request, kind), request.GET.getlist(kind))
        told = cards.many(kind, known)
        found |= {f"{kind}/{record.pk}": every for record, every in told}
    return JsonResponse(found)


@cache_control(private=True, max_age=YEAR, immutable=True)
@require_safe
def embed_picture(request, pk):
    """A photo as small as a card shows it; its address changes with its file."""
    readable_kind(request, "photo")
    image = get_object_or_404(Photo.objects.standing().only("image"), pk=pk).image
    content = caches["pages"].get_or_set(
        f"small:{image.name}", lambda: small(image), YEAR
    )
    return HttpResponse(content, content_type="image/webp")


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
