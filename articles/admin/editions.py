"""Addresses of the verbs: each posts to its own, asks the policy, and is logged."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles import embargo, policy
from articles.assigning_forms import work_on
from articles.before_after import written
from articles.diff import printed, word_diff
from articles.models import Article, AuditEntry, Edition, Language
from articles.models.article import WORDS
from articles.publishing import Refused
from articles.translating.origin import pair_again

from . import facts
from .panel import choice, panels
from .state import state
from .summary import summary
from .verb_forms import EditionForm
from .verbs import VERBS

PAGES = "admin/articles/article/"


def atomic_post(view):
    """A GET takes no lock."""

    @wraps(view)
    def wrapped(self, request, *args, **kwargs):
        if request.method != "POST":
            return view(self, request, *args, **kwargs)
        with transaction.atomic():
            return view(self, request, *args, **kwargs)

    return wrapped


class EditionViews:
    """Goes before ModelAdmin: the publication panel and what its buttons do."""

    def get_urls(self):
        def one(route, view, name):
            route = f"<int:pk>/<str:language>/{route}"
            return path(route, self.admin_site.admin_view(view), name=name)

        return [
            one("open/", self.open_view, "edition_open"),
            one("settings/", self.settings_view, "edition_settings"),
            one("verb/<str:name>/", self.verb_view, "edition_verb"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["panels"] = panels(obj, request.user) if obj else []
        context["work"] = work_on(obj, request.user) if obj else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def open_view(self, request, pk, language):
        """Creates the edition of an article in a language that has none."""
        article = readable_article(request, pk)
        may = language in policy.editable_languages(request.user, article)
        if request.method != "POST" or language not in Language.values:
            raise Http404
        if not may:
            raise PermissionDenied
        edition, is_new = Edition.objects.get_or_create(
            article=article, language=language, defaults=origin(request.user, article)
        )
        if is_new:
            AuditEntry.objects.record(
                "open", edition, by=request.user, after=edition.status
            )
            messages.success(request, _("The edition is open: write it, then submit."))
        return to_article(pk)

    @atomic_post
    def verb_view(self, request, pk, language, name):
        edition = readable_edition(request, pk, language)
        verb = VERBS.get(name)
        if verb is None:
            raise Http404
        if not verb.allowed(request.user, edition):
            raise PermissionDenied
        option = choice(verb, edition, request.POST or None)
        if request.method == "POST" and done(option, by=request.user):
            messages.success(request, success(verb, edition))
            warn(request, verb, edition)
            return to_article(pk)
        if verb.has_page:
            told = summary(edition, at=timezone.now())
            return self.page(
                request, "publish.html", edition, choice=option, summary=told
            )
        return self.page(request, "verb.html", edition, choice=option)

    @atomic_post
    def settings_view(self, request, pk, language):
        edition = readable_edition(request, pk, language)
        if not policy.may_readdress(request.user, edition):
            raise PermissionDenied
        form = EditionForm(request.POST or None, instance=edition, user=request.user)
        if request.method == "POST" and form.is_valid():
            fields = written(form, is_new=False)
            form.save()
            AuditEntry.objects.record("change", edition, by=request.user, fields=fields)
            if "origin" in form.changed_data and is_translation(edition):
                pair_again(edition, by=request.user, at=timezone.now())
            messages.success(request, _("Saved."))
            return to_article(pk)
        return self.page(request, "settings.html", edition, form=form)

    def page(self, request, template, edition, **context):
        context |= self.admin_site.each_context(request) | {
            "title": str(edition.article),
            "edition": edition,
            "differences": differences(edition),
            "opts": self.model._meta,
        }
        return TemplateResponse(request, f"{PAGES}{template}", context)


def readable_article(request, pk):
    if not policy.may_view(request.user):
        raise PermissionDenied
    articles = Article.objects.all()
    if request.method == "GET":  # a page asks often where each language stands
        articles = articles.prefetch_related("editions")
    return get_object_or_404(articles, pk=pk)


def readable_edition(request, pk, language):
    """Locked on POST, so that what was checked is what is published."""
    article = readable_article(request, pk)
    editions = Edition.objects.select_related("release")
    if request.method == "POST":
        Article.objects.select_for_update().get(pk=pk)
        editions = Edition.objects.select_for_update()
    edition = get_object_or_404(editions, article=article, language=language)
    edition.article = article
    return edition


def is_translation(edition):
    return edition.origin == Edition.Origin.TRANSLATION


def origin(user, article):
    """A second language is a translation, by who translates for the desk."""
    if not article.editions.exists():
        return {"origin": Edition.Origin.ORIGINAL}
    translates = user.has_perm("articles.translate_article")
    passes = user.has_perm("articles.approve_edition")
    translator = user if translates and not passes else None
    return {"origin": Edition.Origin.TRANSLATION, "translator": translator}


def done(option, *, by):
    """Does the verb, or leaves the reasons why not on its form."""
    form = option.form
    if not form.is_valid():
        return False
    try:
        option.verb.act(form.edition, by=by, **form.words)
    except Refused as refusal:
        for reason in refusal.reasons:
            form.add_error(None, reason)
        return False
    return True


def success(verb, edition):
    if edition.status == Edition.Status.PUBLISHED and not edition.is_public():
        return " · ".join([state(edition).label, *embargo.terms(edition)])
    if not edition.is_public():
        return verb.done
    address = edition.get_absolute_url()
    return format_html('{} <a href="{}">{}</a>', verb.done, address, address)


def warn(request, verb, edition):
    """What is published against the record is said, and never kept back."""
    if found := facts.said(verb, edition):
        messages.warning(request, facts.summary(found))


def differences(edition):
    """(name, what differs) between what readers read and the working words."""
    if edition.release is None:
        return []
    was, now = edition.release.words, edition.words
    pairs = [(name, getattr(was, name), getattr(now, name)) for name in WORDS]
    return [
        (Article._meta.get_field(name).verbose_name, difference(name, old, new))
        for name, old, new in pairs
        if old != new
    ]


def difference(name, old, new):
    if name == "body":
        old, new = printed(old), printed(new)
    return word_diff(old, new)


def to_article(pk):
    return redirect(reverse("admin:articles_article_change", args=[pk]))
