"""What stands beside a quote's form, and the pages of its verbs."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import policy, pull_quotes
from articles.cards import change_url
from articles.models import AuditEntry, Edition, Quote
from articles.publishing import Refused
from articles.transcriptions import comparisons

from .editions import atomic_post
from .quote_verbs import CORRECT, VERBS, choice, choices

PAGES = "admin/articles/quote/"
LATEST = 6
ACTS = {
    "check_quote": _("Checked"),
    "approve_quote": _("Approved"),
    "dispute_quote": _("Disputed"),
    "reopen_quote": _("Taken up again"),
    "correct_quote": _("Corrected"),
}


class QuotePages:
    """Goes before ModelAdmin."""

    def get_urls(self):
        def one(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=name)

        return [
            one("<int:pk>/verb/<str:name>/", self.verb_view, "quote_verb"),
            one("<int:pk>/correct/", self.correct_view, "quote_correct"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["beside"] = beside(obj, request.user)
        context["longest_pull"] = pull_quotes.LONGEST
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @atomic_post
    def verb_view(self, request, pk, name):
        quote = readable(request, pk)
        verb = VERBS.get(name)
        if verb is None:
            raise Http404
        return self.act(request, quote, verb, "verb.html")

    @atomic_post
    def correct_view(self, request, pk):
        quote = readable(request, pk)
        if not quote.is_frozen:
            raise Http404
        return self.act(request, quote, CORRECT, "correct.html")

    def act(self, request, quote, verb, template):
        if not verb.allowed(request.user, quote):
            raise PermissionDenied
        option = choice(verb, quote, request.POST or None)
        editions = list(shown_in(quote))
        if request.method == "POST" and done(option, by=request.user):
            messages.success(request, told(verb, editions))
            return redirect(change_url(quote))
        context = self.admin_site.each_context(request) | {
            "title": verb.label,
            "quote": Quote.objects.with_speakers().get(pk=quote.pk),
            "choice": option,
            "editions": editions,
            "opts": self.model._meta,
        }
        return TemplateResponse(request, f"{PAGES}{template}", context)


def readable(request, pk):
    """Locked on POST, so that what was read is what is vouched for."""
    if not policy.may_view(request.user, Quote):
        raise PermissionDenied
    quotes = Quote.objects.all()
    if request.method == "POST":
        quotes = quotes.select_for_update()
    return get_object_or_404(quotes, pk=pk)


def shown_in(quote):
    return Edition.objects.showing(quote).select_related("article")


def done(option, *, by):
    """Does the verb, or leaves the reasons why not on its form."""
    form = option.form
    if not form.is_valid():
        return False
    try:
        option.verb.act(form.quote, by=by, **form.words)
    except Refused as refusal:
        form.add_error(None, refusal.reasons)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    return form.is_valid()


def told(verb, editions):
    if verb != CORRECT or not editions:
        return verb.done
    asking = ngettext(
        "%(count)s edition asks for a second look.",
        "%(count)s editions ask for a second look.",
        len(editions),
    )
    return f"{verb.done} {asking % {'count': len(editions)}}"


def beside(quote, user):
    """What the form shows of a saved quote besides its fields."""
    log = AuditEntry.objects.about(quote)
    return {
        "choices": choices(quote, user),
        "may_correct": quote.is_frozen and policy.may_correct_quote(user, quote),
        "acts": [(ACTS[a.action], a) for a in log.acts(ACTS)[:LATEST]],
        "corrections": quote.corrections.select_related("corrected_by"),
        "comparisons": comparisons(quote),
        "editions": shown_in(quote),
        "pulled": pull_quotes.refusals(quote),
    }
