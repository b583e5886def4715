"""The page of an admin that takes a record from readers, or gives it back."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles import policy
from articles.models import Article
from articles.publishing import Refused
from articles.takedown import Place

from .state import State, state


@dataclass(frozen=True)
class Act:
    """`do(record, by=, reason=)` moves it; `is_done(record)`: there is nothing to do.

    `asked` and `done` are said before and after.
    """

    route: str
    do: Callable
    is_done: Callable
    asked: str
    done: str


@dataclass(frozen=True)
class Told:
    """A place in words: what waits with the state of its language."""

    article: Article
    published: list[str]
    waiting: list[tuple[str, State | None]]


def told(places: list[Place]) -> list[Told]:
    found = []
    for place in places:
        states = {one.language: state(one) for one in place.article.editions.all()}
        left = [code for code in place.drafted if code not in place.published]
        waiting = [(code, states.get(code)) for code in left]
        found.append(Told(place.article, place.published, waiting))
    return found


class Takedown:
    """Goes before ModelAdmin: a page for each of `acts`, with the reason and every
    place it concerns."""

    acts: dict[str, Act]
    noun: str
    takedown_template: str

    def get_urls(self):
        view = self.admin_site.admin_view(self.move_view)
        pages = [
            path(
                f"<int:pk>/{act.route}/",
                view,
                {"name": name},
                name=f"{self.noun}_{name}",
            )
            for name, act in self.acts.items()
        ]
        return [*pages, *super().get_urls()]

    def places(self, record) -> list[Place]:
        raise NotImplementedError

    def move_view(self, request, pk, name):
        if not policy.may_withhold(request.user):
            raise PermissionDenied
        act, refusal = self.acts[name], ""
        back = reverse(f"admin:articles_{self.opts.model_name}_change", args=[pk])
        if request.method == "POST":
            refusal = self.moved(request, pk, act)
        record = get_object_or_404(self.get_queryset(request), pk=pk)
        if act.is_done(record):
            return redirect(back)
        return self.move_page(request, record, name, refusal=refusal, back=back)

    @transaction.atomic
    def moved(self, request, pk, act):
        """What keeps it from being done; "" when it is."""
        rows = self.model.objects.select_for_update()
        record = get_object_or_404(rows, pk=pk)
        try:
            act.do(record, by=request.user, reason=request.POST.get("reason", ""))
        except Refused as refused:
            return str(refused)
        messages.success(request, act.done)
        return ""

    def move_page(self, request, record, name, **more):
        context = self.admin_site.each_context(request) | {
            "title": self.acts[name].asked,
            "opts": self.opts,
            "original": record,
            "act": name,
            "places": told(self.places(record)),
            "reason": request.POST.get("reason", ""),
        }
        return TemplateResponse(request, self.takedown_template, context | more)
