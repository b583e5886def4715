"""Every address of the site, from the URL configuration, with what it is asked of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.conf.urls.i18n import LocalePrefixPattern
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, get_resolver

from articles.admin.quote_verbs import VERBS as QUOTE_VERBS
from articles.admin.translating_origin import ACTS as ORIGINS
from articles.admin.verbs import VERBS
from articles.assigning_pages import ACTS
from articles.models import Author

from .matrix_scene import Scene

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
CHOICES = {
    "admin/articles/article/<int:pk>/<str:language>/verb/<str:name>/": VERBS,
    "admin/articles/article/<int:pk>/<str:language>/translate/origin/<str:verb>/": (
        ORIGINS
    ),
    "admin/articles/quote/<int:pk>/verb/<str:name>/": QUOTE_VERBS,
    "admin/assignments/<int:pk>/<slug:act>/": ACTS,
}
CHOSEN = re.compile(r"<\w+:(name|verb|act)>/$")
OF_AN_EDITION = "admin/articles/article/<int:pk>/<str:language>/"
OWNED = re.compile(
    r"admin/(articles/(article|quote)/.*(<int:pk>|<int:number>|object_id)|assign|mentions)"
)
ASKED = {  # what a page of ours asks after the address
    "admin/embeds/": "?kind=quote&language=fr",
    "admin/autocomplete/": (
        "?app_label=articles&model_name=article&field_name=lead_photo"
    ),
}


@dataclass(frozen=True)
class Line:
    """A route, whose object it is asked for ("" where nobody's), and how."""

    route: str
    whose: str = ""

    def __str__(self):
        return f"/{self.route} {self.whose or '-'}"

    @property
    def language(self):
        return "en" if self.whose.endswith("en") else "fr"

    def address(self, scene: Scene, role: str) -> str:
        pks = (scene.own if self.whose.startswith("own") else scene.other)[role]
        told = values(self.route, scene, pks) | {"language": self.language}
        address = PARAMETER.sub(lambda one: str(told[one[1]]), self.route)
        return f"/{address}{ASKED.get(self.route, '')}"


def routes(patterns=None, prefix="") -> Iterator[str]:
    """Every route of the site, regular expressions as paths."""
    for pattern in patterns or get_resolver().url_patterns:
        if isinstance(pattern.pattern, LocalePrefixPattern):
            yield from routes(pattern.url_patterns, "<str:language>/")
        elif isinstance(pattern, URLPattern):
            yield plain(prefix + str(pattern.pattern))
        else:
            yield from routes(pattern.url_patterns, prefix + str(pattern.pattern))


def plain(route):
    route = route.replace("^([^/]+)/history/([^/]+)/$", "<pk>/history/<save>/")
    route = re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", route)
    return route.replace("^", "").replace("$", "")


def lines() -> Iterator[Line]:
    for route in routes():
        for name in CHOICES.get(route, [""]):
            asked = CHOSEN.sub(f"{name}/", route) if name else route
            yield from (Line(asked, whose) for whose in owners(route))


def owners(route):
    if "/correction/" in route:
        return ["other fr", "other en"]
    if route.startswith(OF_AN_EDITION):
        return ["own fr", "own en", "other fr", "other en"]
    return ["own", "other"] if OWNED.match(route) else [""]


def values(route, scene: Scene, pks) -> dict:
    """Parameter → what stands for it in an address of `route`."""
    found = of_the_site(scene) | {"link": pks["preview"], "number": pks["kept"]}
    if route.startswith("admin/"):
        found |= of_the_desk(route, scene, pks)
    elif route.startswith("<str:language>/articles/"):
        found |= {"pk": scene.public.pk, "slug": scene.public.edition("fr").slug}
    elif "/authors/" in route:
        found["slug"] = scene.author.slug
    elif "/people/" in route:
        found["slug"] = scene.shown_quote.speaker.slug
    elif "/teams/" in route:
        found["slug"] = scene.match.home.slug
    return found


def of_the_site(scene):
    season = scene.match.season
    return {
        "pk": scene.match.pk,
        "slug": "x",
        "day": scene.match.kickoff_on,
        "key": season.competition.key,
        "season": season.slug,
        "path": scene.photo.image.name,
        "token": "guessed",
        "provider_id": "desk",
        "url": "nowhere/",
        "app_label": "articles",
        "photo": scene.photo.pk,
        "record": scene.shown_quote.pk,
        "release": scene.release.pk,
        "kind": "quote",
        "name": "alt",
        "content_type_id": 0,
        "object_id": 0,
        "save": 1,
    }


def of_the_desk(route, scene, pks):
    if "/correction/" in route:
        return {"pk": scene.public.pk}
    records = scene.records | {
        "articles.article": pks["article"],
        "articles.quote": pks["quote"],
        "matches.match": scene.match.pk,
    }
    if route.startswith("admin/r/"):
        kind = ContentType.objects.get_for_model(Author)
        return {"content_type_id": kind.pk, "object_id": scene.author.pk}
    if route.endswith("/correct/"):
        records["articles.quote"] = scene.shown_quote.pk
    if model := re.match(r"admin/(articles|matches|auth)/(\w+)/", route):
        label = ".".join(model.groups())
        return dict.fromkeys(("pk", "object_id", "id"), records[label]) | save(
            label, records[label]
        )
    for start, name in (("assignments", "assignment"), ("assign", "article")):
        if route.startswith(f"admin/{start}/"):
            return {"pk": pks[name]}
    return {"pk": pks["mention"] if "mentions" in route else scene.photo.pk}


def save(label, pk):
    """The last save of a record in its history, where it has one."""
    history = getattr(apps.get_model(label), "history", None)
    last = history.filter(id=pk).first() if history else None
    return {"save": last.history_id if last else 1}
