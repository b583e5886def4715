"""What the desk does with a club post besides writing it."""

from copy import copy

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles import policy, takedown
from articles.models import ClubPost
from articles.oembed import ENDPOINTS
from articles.post_checks import findings

from .controls import controls
from .post_form import Filling, filling
from .takedown import Act, Takedown, told

PAGES = "admin/articles/post/"


class PostTakedown(Takedown):
    noun = "post"
    takedown_template = f"{PAGES}takedown.html"
    acts = {
        "withhold": Act(
            route="withhold",
            do=takedown.withhold,
            is_done=lambda post: post.is_withheld,
            asked=_("Take the post from readers"),
            done=_("Withheld: readers no longer see it, wherever it stood."),
        ),
        "give_back": Act(
            route="give-back",
            do=takedown.give_back,
            is_done=lambda post: not post.is_withheld,
            asked=_("Show the post again"),
            done=_("Readers see it again, wherever it stands."),
        ),
    }

    def places(self, record):
        return takedown.places(record)


class Filled:
    """Goes before ModelAdmin: the box that fills the form from what is pasted.

    A first submit fills it; `Accept: application/json` gets the values instead.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None and request.method == "POST" and is_paste(request.POST):
            if not self.has_add_permission(request):
                raise PermissionDenied
            return self.filled(request, form_url)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def filled(self, request, form_url):
        found = filling(
            request.POST.get("source", ""),
            language=get_language(),
            asks="_ask" in request.POST and settings.OEMBED_FETCH,
        )
        form = self.get_form(request)
        typed = form(request.POST)
        kept = {name: typed[name].value() for name in typed.fields}
        if request.accepts("text/html"):
            page = copy(request)
            page.method, page.filled = "GET", kept | given(found.columns)
            context = {"filling": found}
            return super().changeform_view(page, None, form_url, context)
        return JsonResponse(answer(form(initial=found.columns), found))

    def get_changeform_initial_data(self, request):
        typed_in = {"obtained": ClubPost.Obtained.MANUAL}
        initial = super().get_changeform_initial_data(request)
        return typed_in | initial | getattr(request, "filled", {})

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context.setdefault("filling", Filling())
        context["asks"] = ENDPOINTS if settings.OEMBED_FETCH else {}
        if obj:
            context["findings"] = findings(obj)
            context["places"] = told(takedown.places(obj))
            context["may_withhold"] = policy.may_withhold(request.user)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def is_paste(data):
    asked = "_fill" in data or "_ask" in data
    return asked or bool(data.get("source") and not data.get("text_raw"))


def given(columns):
    return {name: value for name, value in columns.items() if value not in ("", None)}


def answer(form, found):
    """{"values": {input: value}, "labels": {input: text of a choice}, "said": HTML}."""
    known = controls(form)
    told = given(found.columns)
    names = {n: control for n, control in known.items() if control.field in told}
    labels = {name: str(told[name]) for name in ("match", "account") if name in told}
    return {
        "values": {name: control.saved for name, control in names.items()},
        "labels": labels,
        "said": render_to_string(f"{PAGES}_said.html", {"filling": found}),
    }
