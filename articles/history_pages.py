"""The history of any row of the desk: every save, any two compared, words restored."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from matches.models import StaleRow

from . import policy
from .cards import change_url
from .history import differences, previous, records_in, saves, told
from .restoring import parts, restorable, restore

SAVES_PER_PAGE = 25
MOST_TO_CHOOSE = 500


class HistoryPages:
    """Goes before SimpleHistoryAdmin, and takes its two addresses."""

    @method_decorator([never_cache, require_safe])
    def history_view(self, request, object_id, extra_context=None):
        present = self.present(request, object_id)
        paginator = Paginator(saves(present), SAVES_PER_PAGE)
        page = paginator.get_page(request.GET.get("p"))
        context = {
            "page": page,
            "page_range": paginator.get_elided_page_range(page.number),
            "revisions": revisions(paginator, page),
        }
        return self.history_page(request, "list.html", present, context)

    @method_decorator(never_cache)
    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """A save against the one before, or against `?against=` another."""
        present = self.present(request, object_id)
        newer = saved(present, version_id)
        if request.method == "POST":
            return self.restore(request, present, newer)
        choices = offered(request.user, present, newer)
        older, newer = in_order(newer, against(request, present, newer))
        context = {
            "older": older and told([older])[0],
            "newer": told([newer])[0],
            "row": newer,
            "differences": differences(older, newer),
            "records": linked(records_in(older, newer)),
            "choices": choices,
            "others": saves(present)[:MOST_TO_CHOOSE],
        }
        return self.history_page(request, "revision.html", present, context)

    def present(self, request, object_id):
        """The row as it is now; who may not read it is refused."""
        try:
            pk = self.model._meta.pk.to_python(unquote(object_id))
        except ValidationError as error:
            raise Http404 from error
        present = get_object_or_404(self.model._base_manager, pk=pk)
        if not self.has_view_or_change_permission(request, present):
            raise PermissionDenied
        return present

    def restore(self, request, present, row):
        wanted = chosen(request, present, row)
        seen = request.POST.get("seen", "")
        try:
            restore(row, wanted, by=request.user, seen=seen)
        except StaleRow:
            said = _("Others have saved this since: read it again.")
            messages.error(request, said)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, brought_back(wanted))
            return redirect(change_url(present))
        return redirect(request.get_full_path())

    def history_page(self, request, template, present, context):
        opts = self.model._meta
        context |= self.admin_site.each_context(request) | {
            "title": _("History"),
            "subtitle": str(present),
            "object": present,
            "opts": opts,
            "address": reverse(
                f"admin:{opts.app_label}_{opts.model_name}_history", args=[present.pk]
            ),
        }
        return TemplateResponse(request, f"admin/history/{template}", context)


def saved(present, history_id):
    """One save of `present`; that of another row is not found."""
    if not (history_id.isascii() and history_id.isdigit() and len(history_id) < 16):
        raise Http404
    return get_object_or_404(saves(present), history_id=history_id)


def against(request, present, row):
    """The save to compare with: the one that was asked for, else the one before."""
    asked = request.GET.get("against")
    return saved(present, asked) if asked else previous(row)


def in_order(row, other):
    """(older or None, newer)."""
    if other is not None and other.history_id > row.history_id:
        return row, other
    return other, row


def revisions(paginator, page):
    """Those of a page, each with what stands before it on the next."""
    rows, first = paginator.object_list, max(page.start_index() - 2, 0)
    seen = list(rows[first : page.end_index() + 1])
    skipped = max(page.start_index() - 1, 0) - first
    own = seen[skipped : skipped + len(page.object_list)]
    before = seen[skipped + len(own) :][:1]
    after = seen[:skipped]
    return told(own, before=next(iter(before), None), after=next(iter(after), None))


def offered(user, present, row):
    """Parts that differ from what is there now, and that `user` may write."""
    found = restorable(row, present)
    return [part for part in found if policy.may_restore(user, present, part.name)]


def chosen(request, present, row):
    """The parts that were asked for; one that is not this person's is refused."""
    names = request.POST.getlist("part")
    wanted = [part for part in parts(row) if part.name in names]
    if not all(policy.may_restore(request.user, present, p.name) for p in wanted):
        raise PermissionDenied
    return wanted


def brought_back(wanted):
    names = get_text_list([part.label for part in wanted], _("and"))
    return _("Brought back as a new save: %(parts)s. Readers see no change.") % {
        "parts": names
    }


def linked(records):
    """(its place, what it is, where to edit it); None for what no longer exists."""
    return [(place, record, record and change_url(record)) for place, record in records]
