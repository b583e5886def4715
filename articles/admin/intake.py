"""From raw copy: paste it, settle what was read in it, and open the draft."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles import policy
from articles.intake import Refused
from articles.intake.drafting import draft
from articles.models import Article, ImportedCopy

from .intake_forms import PasteForm
from .intake_page import ProposalPage
from .intake_settling import Settling

PAGES = "admin/articles/article/intake/"


class IntakeViews:
    """Goes before ModelAdmin: the intake page, and the copy an article came from."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("intake/", view(self.intake_view), name="articles_article_intake"),
            path(
                "<int:pk>/copy/",
                view(self.imported_copy_view),
                name="articles_article_copy",
            ),
            *super().get_urls(),
        ]

    @method_decorator([never_cache, require_http_methods(["GET", "HEAD", "POST"])])
    def intake_view(self, request):
        """`step` tells what is posted: copy to read, or what was settled of it."""
        if not policy.may_change_record(request.user, Article):
            raise PermissionDenied
        if request.POST.get("step") == "confirm":
            return self.confirm(request)
        form = PasteForm(request.POST or None, request.FILES or None)
        if request.method != "POST" or not form.is_valid():
            return self.intake_page(request, "paste.html", form=form)
        settling = Settling(form.proposal, user=request.user, source=form.source)
        return self.proposal_page(request, settling)

    def confirm(self, request):
        try:
            settling = Settling.of(request.POST, user=request.user)
        except Refused as refusal:
            form = PasteForm(initial={"copy": request.POST.get("source", "")})
            said = refusal.said
            return self.intake_page(request, "paste.html", form=form, refused=said)
        if not settling.is_valid():
            return self.proposal_page(request, settling)
        try:
            article, is_new = drafted(settling, request)
        except ValidationError as refused:
            settling.story.add_error(None, refused.messages)
            return self.proposal_page(request, settling)
        if is_new:
            messages.success(request, self.said(request, article))
        return redirect(reverse("admin:articles_article_change", args=[article.pk]))

    def said(self, request, article):
        done = _("The draft is made; readers see nothing of it.")
        if not self.has_delete_permission(request, article):
            undo = _("Not what you wanted? A desk chief can delete it.")
            return f"{done} {undo}"
        address = reverse("admin:articles_article_delete", args=[article.pk])
        undo = _("Not what you wanted? Delete it.")
        return format_html('{} <a href="{}">{}</a>', done, address, undo)

    def proposal_page(self, request, settling):
        page = ProposalPage(settling, request.user)
        return self.intake_page(request, "proposal.html", settling=settling, page=page)

    def intake_page(self, request, template, **context):
        context |= self.admin_site.each_context(request) | {
            "title": _("From raw copy"),
            "opts": self.model._meta,
        }
        return TemplateResponse(request, f"{PAGES}{template}", context)

    @method_decorator([never_cache, require_safe])
    def imported_copy_view(self, request, pk):
        if not policy.may_view(request.user):
            raise PermissionDenied
        copies = ImportedCopy.objects.select_related("article", "imported_by")
        copy = get_object_or_404(copies, article=pk)
        return self.intake_page(request, "source.html", copy=copy)


def drafted(settling, request):
    return draft(
        settling.decision(),
        by=request.user,
        token=settling.story.cleaned_data["token"],
    )
