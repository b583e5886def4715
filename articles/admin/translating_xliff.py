"""A translation sent away as XLIFF, and taken back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles import policy
from articles.models import AuditEntry, Language
from articles.translating.xliff import exported
from articles.translating.xliff_import import take
from articles.translating.xml_tree import LARGEST, Misfit

from .translating import PAGES, opened

TYPE = "application/xliff+xml; charset=utf-8"


class XliffViews:
    """Goes before ModelAdmin."""

    def get_urls(self):
        def one(route, view, name):
            route = f"<int:pk>/<str:language>/translate/xliff/{route}"
            page = never_cache(self.admin_site.admin_view(view))
            return path(route, page, name=f"article_translate_xliff{name}")

        return [
            one("", self.xliff_view, ""),
            one("import/", self.xliff_import_view, "_import"),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def xliff_view(self, request, pk, language):
        edition = opened(request, pk, language)
        file = exported(edition)
        AuditEntry.objects.record("xliff_export", edition, by=request.user)
        pair = f"{Language(language).other}-{language}"
        name = f'attachment; filename="article-{pk}-{pair}.xlf"'
        headers = {"Content-Disposition": name}
        return HttpResponse(file, content_type=TYPE, headers=headers)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def xliff_import_view(self, request, pk, language):
        edition = opened(request, pk, language)
        if not policy.may_write(request.user, edition):
            raise PermissionDenied
        faults, taken = [], None
        if request.method == "POST":
            try:
                taken = take(edition, uploaded(request), by=request.user)
            except Misfit as misfit:
                faults = misfit.faults
        if taken and not (taken.stale or taken.kept or taken.gone):
            messages.success(request, said(taken))
            return redirect("admin:article_translate", pk, language)
        context = self.admin_site.each_context(request) | {
            "title": _("XLIFF from an agency"),
            "article": edition.article,
            "edition": edition,
            "language": Language(language),
            "source_language": Language(language).other,
            "faults": faults,
            "taken": taken,
            "said": said(taken) if taken else "",
            "opts": self.model._meta,
        }
        status = 422 if faults else 200
        page = f"{PAGES}xliff.html"
        return TemplateResponse(request, page, context, status=status)


def uploaded(request) -> bytes:
    """The file that was sent; raises Misfit without one, or before reading too much."""
    file = request.FILES.get("file")
    if file is None:
        raise Misfit.at(1, _("Choose a file first."))
    if file.size > LARGEST:
        raise Misfit.at(1, _("The file is larger than 12 MB."))
    return file.read()


def said(taken) -> str:
    """What was taken, in a sentence."""
    count = len(taken.done) + len(taken.open) + len(taken.stale)
    if not count:
        return _("The file says nothing new.")
    told = ngettext(
        "%(count)s passage was taken from the file.",
        "%(count)s passages were taken from the file.",
        count,
    )
    return told % {"count": count}
