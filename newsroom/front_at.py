"""The front page as readers will get it at an hour to come: a page of the desk."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import policy
from articles.embargo import moment
from articles.models import Edition, Language
from articles.moments import MomentField

from .views.front_page import front_page


class HourForm(forms.Form):
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    at = MomentField(label=_("Day and hour"))


@never_cache
@require_safe
def front_at(request):
    """`?language=fr&at=2026-11-21T22:00`, by the newsroom's clock; now without."""
    if not policy.may_see_front(request.user):
        raise PermissionDenied
    now = timezone.now()
    first = {"language": Language.FRENCH, "at": timezone.localtime(now)}
    form = HourForm(request.GET if "at" in request.GET else None, initial=first)
    asked = form.cleaned_data if form.is_valid() else {"language": first["language"]}
    at = asked.get("at", now)
    context = admin.site.each_context(request) | {
        "title": gettext("The front at an hour to come"),
        "form": form,
        "zone": timezone.get_current_timezone_name(),
        "when": moment(at),
        "language": asked["language"],
        "due": Edition.objects.appearing(asked["language"], since=now, until=at),
        "page": printed(request, asked["language"], at=at),
    }
    response = TemplateResponse(request, "admin/front_at.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def printed(request, language, *, at):
    """The whole page that readers would get, as text."""
    with override(language):
        context = front_page(language, at=at) | {
            "preview": True,
            "alternates": {code: f"/{code}/" for code in Language.values},
        }
        return render_to_string("newsroom/front.html", context, request)
