"""Unsaved work and presence, as the page of a form asks for them (JSON)."""

from functools import wraps

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseNotAllowed, JsonResponse, RawPostDataException
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from articles import keeping, pace
from articles.models import Autosave
from matches.json_bodies import parsed

from .controls import controls, sanitised
from .offers import moment, offers
from .presence import others
from .rows import row_controls, rows_of


def asked_by_a_page(view):
    """401 where a person would be sent to sign in; 400 for what no page of ours sends.

    Posts are at most 60 a minute for each person and view.
    """

    @wraps(view)
    def wrapped(self, request, *args, **kwargs):
        if not self.admin_site.has_permission(request):
            return JsonResponse({}, status=401)
        is_post = request.method == "POST"
        if is_post and (wait := pace.wait(view.__name__, request.user)):
            return JsonResponse({}, status=429, headers={"Retry-After": wait})
        try:
            return view(self, request, *args, **kwargs)
        except (keeping.TooLong, ValidationError):
            return JsonResponse({}, status=413)
        except (ValueError, RawPostDataException):  # the latter: a form, not JSON
            return JsonResponse({}, status=400)

    return wrapped


class Keeping:
    """Goes before ModelAdmin: what is typed is kept, and who else is there is told."""

    def get_urls(self):
        def one(route, view, page):
            return path(route, never_cache(view), name=self.named(page))

        return [
            one("keep/", self.keep_view, "keep_new"),
            one("<int:pk>/keep/", self.keep_view, "keep"),
            one("kept/<int:number>/", self.kept_view, "kept"),
            one("<int:pk>/presence/", self.presence_view, "presence"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        keep = self.named("keep" if obj else "keep_new")
        pk = [obj.pk] if obj else []
        context["keeping"] = {
            "address": reverse(f"admin:{keep}", args=pk),
            "kept": reverse(f"admin:{self.named('kept')}", args=[0]),
            "presence": pk and reverse(f"admin:{self.named('presence')}", args=pk),
            "is_kept": self.may_write(request, obj),
            "tab": request.POST.get("kept_as", ""),
        }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if tab := request.POST.get("kept_as"):
            where = keeping.Form(self.model, str(obj.pk) if change else "")
            keeping.close(tab, where, by=request.user)

    @asked_by_a_page
    def keep_view(self, request, pk=None):
        """GET: what is there to take back. POST: a copy to keep."""
        obj = get_object_or_404(self.get_queryset(request), pk=pk) if pk else None
        if not self.may_write(request, obj):
            raise PermissionDenied
        form = self.get_form(request, obj, change=bool(obj))(instance=obj)
        where = keeping.Form(self.model, str(pk or ""))
        rows = rows_of(self, request, obj)
        if request.method == "POST":
            return self.keep(request, form, where, rows)
        found = Autosave.objects.unsaved(request.user).of_form(**where.key)
        found = found.beside(request.GET.get("tab", ""))
        told = {"user": request.user.pk, "token": get_token(request)}
        return JsonResponse(told | {"offers": offers(found, form, rows)})

    def keep(self, request, form, where, rows):
        copy = keeping.Copy.of(request.body)
        known = controls(form) | row_controls(copy.fields, rows)
        fields = {n: v for n, v in copy.fields.items() if n in known}
        fields = {name: sanitised(known[name], v) for name, v in fields.items()}
        try:
            label = str(form.instance) if form.instance.pk else title(fields, form)
            kept = keeping.keep(
                copy.with_fields(fields), where, by=request.user, label=label
            )
        except keeping.Closed:
            return JsonResponse({}, status=410)
        is_stale = bool(form.instance.pk) and copy.seen_version != form.instance.version
        return JsonResponse(
            {"at": moment(kept.kept_at)}, status=409 if is_stale else 200
        )

    @asked_by_a_page
    def kept_view(self, request, number):
        """POST discards unsaved work of one's own, or takes that back."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        mine = request.user.autosaves.of_model(self.model)
        kept = get_object_or_404(mine, pk=number)
        keeping.discard(kept, is_discarded=parsed(request.body) is True)
        return JsonResponse({})

    @asked_by_a_page
    def presence_view(self, request, pk):
        obj = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        told = parsed(request.body)
        if not isinstance(told, dict):
            raise ValueError("not a sign of presence")
        return JsonResponse({"others": others(obj, told, by=request.user)})

    def named(self, page):
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def may_write(self, request, obj):
        if obj is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, obj)


def title(fields, form):
    """The first words of a form that adds a record."""
    texts = (name for name, control in controls(form).items() if control.is_text)
    return next((fields[name] for name in texts if fields.get(name)), "")
