"""Giving work, and answering it: addresses of the desk."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from . import assigning, mail, mentions, policy
from .assigning_forms import AssignForm, HandOverForm, PreferenceForm
from .models import Article, Assignment, Mention
from .refused import Refused

ACTS = {
    "take": (assigning.take, gettext_lazy("Taken.")),
    "finish": (assigning.finish, gettext_lazy("Done: it is off the board.")),
}
PAGES = "admin/assigning/"


def urls(admin_view):
    """For the desk's site, which wraps each page in its own guard."""

    def one(route, view, name):
        return path(route, admin_view(view), name=name)

    number = "assignments/<int:pk>/"
    return [
        one("assign/<int:pk>/", assign, "assign"),
        one(f"{number}hand-over/", hand_over, "assignment_hand_over"),
        one(f"{number}<slug:act>/", answer, "assignment_answer"),
        one("mentions/<int:pk>/read/", read, "mention_read"),
        one("notices/", notices, "notices"),
    ]


@never_cache
def assign(request, pk):
    """A page that gives work on an article; the form of the article posts here."""
    article = readable(request, Article, pk)
    if not policy.may_assign(request.user, article):
        raise PermissionDenied
    form = AssignForm(request.POST or None)
    if request.method == "POST" and given(form, article, by=request.user):
        messages.success(request, _("Given: it stands on their board."))
        return back(request, article)
    return page(request, "assign.html", article, form=form)


def given(form, article, *, by):
    return form.is_valid() and was_done(
        form, lambda: assigning.give(article, by=by, **form.cleaned_data)
    )


@never_cache
def hand_over(request, pk):
    assignment = readable(request, Assignment, pk)
    if not policy.may_finish(request.user, assignment):
        raise PermissionDenied
    form = HandOverForm(request.POST or None)
    if request.method == "POST" and handed(form, assignment, by=request.user):
        messages.success(request, _("Handed over."))
        return back(request, assignment.article)
    said = {"form": form, "assignment": assignment}
    return page(request, "hand_over.html", assignment.article, **said)


def handed(form, assignment, *, by):
    return form.is_valid() and was_done(
        form, lambda: assigning.hand_over(assignment, by=by, **form.cleaned_data)
    )


def was_done(form, act):
    """Does it, or leaves the reason why not on the form."""
    try:
        act()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@require_POST
def answer(request, pk, act):
    """Takes an assignment, or finishes it."""
    assignment = readable(request, Assignment, pk)
    if act not in ACTS:
        raise Http404
    do, said = ACTS[act]
    try:
        do(assignment, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return back(request, assignment.article)


@require_POST
def read(request, pk):
    """Takes a mention off its person's board."""
    mention = readable(request, Mention, pk)
    if mention.person_id != request.user.pk:
        raise Http404
    mentions.read(mention, by=request.user)
    return redirect("admin:index")


@never_cache
def notices(request):
    """How a person wants to be told of what concerns them."""
    form = PreferenceForm(request.POST or None, instance=mail.preference(request.user))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("admin:index")
    context = admin.site.each_context(request) | {
        "title": _("My notices"),
        "form": form,
        "is_configured": mail.is_configured(),
    }
    return TemplateResponse(request, f"{PAGES}notices.html", context)


def readable(request, model, pk):
    if not policy.may_view(request.user):
        raise PermissionDenied
    return get_object_or_404(model, pk=pk)


def back(request, article):
    """To where it was done: the board, or the form of the article."""
    if request.POST.get("from") == "board":
        return redirect("admin:index")
    return redirect(reverse("admin:articles_article_change", args=[article.pk]))


def page(request, template, article, **context):
    context |= admin.site.each_context(request) | {
        "title": str(article),
        "article": article,
    }
    return TemplateResponse(request, f"{PAGES}{template}", context)
