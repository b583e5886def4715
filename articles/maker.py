"""What the editor asks when words are made a quote, or a paste a club post."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from . import policy
from .before_after import created
from .drafts import QuoteDraft
from .models import AuditEntry
from .places import Place
from .post_drafts import PostDraft

DRAFTS = {"quote": QuoteDraft, "post": PostDraft}


@never_cache
@require_POST
def embed_propose(request, kind):
    """`source` (the words selected, or what was pasted) and its place → a form.

    204: nothing can be made of it.
    """
    model = makeable(request, kind)
    source, place = request.POST.get("source", ""), Place.of(request.POST)
    try:
        draft = model.proposed(source, place=place)
    except ValueError:
        return HttpResponse(status=204)
    return page(request, kind, draft)


@never_cache
@require_POST
@transaction.atomic
def embed_make(request, kind):
    """The form, filled → {"id": …, "is_new": …}; or the form with what is wrong."""
    draft = makeable(request, kind)(request.POST, place=Place.of(request.POST))
    if not draft.is_valid():
        return page(request, kind, draft)
    record, is_new = draft.keep(by=request.user)
    if is_new:
        fields = created(record)
        AuditEntry.objects.record("add", record, by=request.user, fields=fields)
    return JsonResponse({"id": str(record.pk), "is_new": is_new})


def makeable(request, kind):
    if kind not in DRAFTS:
        raise Http404
    if not policy.may_change_record(request.user, DRAFTS[kind].Meta.model):
        raise PermissionDenied
    return DRAFTS[kind]


def page(request, kind, draft):
    template = f"admin/articles/drafts/{kind}.html"
    return TemplateResponse(request, template, {"draft": draft})
