"""What a correction asks of the other language, and the answer that it need not."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from articles import corrections, policy
from articles.models import Article, Release
from articles.models.article import WORDS
from articles.refused import Refused

from .change_fields import SetAsideForm
from .editions import atomic_post, difference, readable_edition, to_article

PAGE = "admin/articles/corrections/set_aside.html"


class CorrectionViews:
    """Goes before ModelAdmin."""

    def get_urls(self):
        route = "<int:pk>/<str:language>/correction/<int:release>/"
        view = self.admin_site.admin_view(self.correction_view)
        return [path(route, view, name="edition_correction"), *super().get_urls()]

    @atomic_post
    def correction_view(self, request, pk, language, release):
        """GET shows what was corrected in the other language, and how; POST answers
        that it does not apply in this one."""
        edition = readable_edition(request, pk, language)
        correction = get_object_or_404(Release.objects.of_article(pk), pk=release)
        may_answer = policy.may_look_again(request.user, edition)
        if request.method == "POST" and not may_answer:
            raise PermissionDenied
        form = SetAsideForm(request.POST or None)
        if request.method == "POST" and done(form, edition, correction, request.user):
            messages.success(request, _("Answered, with your name."))
            return to_article(pk)
        context = self.admin_site.each_context(request) | {
            "title": str(edition.article),
            "edition": edition,
            "correction": correction,
            "differences": differences(correction),
            "form": form,
            "is_asked": is_asked(edition, correction) or form.is_bound,
            "may_answer": may_answer,
            "may_publish": policy.may_publish(request.user, edition),
            "opts": self.model._meta,
        }
        return TemplateResponse(request, PAGE, context)


def is_asked(edition, correction):
    return correction in corrections.asked([edition]).get(edition.pk, [])


def done(form, edition, correction, user):
    """Answers, or leaves the reason why not on the form."""
    if not form.is_valid():
        return False
    try:
        corrections.set_aside(edition, correction, by=user, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, list(refusal.reasons))
    return form.is_valid()


def differences(correction):
    """(name, what it changed) against the release before it."""
    before = correction.previous
    if before is None:
        return []
    pairs = [(name, getattr(before, name), getattr(correction, name)) for name in WORDS]
    return [
        (Article._meta.get_field(name).verbose_name, difference(name, old, new))
        for name, old, new in pairs
        if old != new
    ]
