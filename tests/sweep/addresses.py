"""The addresses of every route, filled from what is in the database."""

import ast
import re
from collections import Counter
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import LocalePrefixPattern
from django.contrib.admin import site
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, get_resolver, reverse

from articles.models import (
    Article,
    Assignment,
    Author,
    Autosave,
    Edition,
    Photo,
    PreviewLink,
    Quote,
)
from matches.models import Match, Person, Season, Team

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)|(\(\[\^/\]\+\))")
DESK = ("admin/", "accounts/")
TWO_LANGUAGES = 2
# What a query string may be asked with; a name that a view reads must be here
QUERY = {
    "after": ["1"],
    "against": ["1"],
    "article": ["1", "2"],
    "at": ["2100-01-01T12:00"],
    "before": ["3", "999999999"],
    "direction": ["fr-en"],
    "format": ["json"],
    "key": ["1-x"],
    "kind": ["report", "quote", "x"],
    "lang": ["en"],
    "language": ["en"],
    "order": ["title_fr", "-pk"],
    "p": ["2"],
    "page": ["2"],
    "preview": ["1"],
    "q": ["Oui", "x"],
    "status": ["draft"],
    "tab": ["x"],
    "utm_source": ["x"],
}


@dataclass(frozen=True)
class Route:
    pattern: str  # as in the URL configuration, "<language>/" for both prefixes
    name: str

    @property
    def is_public(self):
        return not self.pattern.startswith(DESK)

    @property
    def parameters(self):
        """Their names; "" for one without, "language" for the prefix of readers."""
        return ["".join(filter(None, m[:2])) for m in PARAMETER.findall(self.pattern)]

    @property
    def noun(self):
        """What it is of: "articles", "teams"…; "app.model" in the admin."""
        parts = self.pattern.removeprefix("<language>/").split("/")
        if parts[0] == "admin" and parts[1:2] and parts[1] in apps.app_configs:
            return f"{parts[1]}.{parts[2]}"
        return parts[0]

    def filled(self, values):
        """The address with one value for each parameter, in their order."""
        left = iter(values)
        path = PARAMETER.sub(lambda _found: str(next(left)), self.pattern)
        return "/" + re.sub(r"[\^$\\]", "", path)


class Unfillable(Exception):
    """A route with a parameter of which tests/sweep/addresses.py knows no value."""


def routes(patterns=None, prefix="", space=""):
    for pattern in patterns or get_resolver().url_patterns:
        is_prefix = isinstance(pattern.pattern, LocalePrefixPattern)
        route = prefix + ("<language>/" if is_prefix else str(pattern.pattern))
        if isinstance(pattern, URLPattern):
            name = pattern.name or getattr(pattern.callback, "__name__", "")
            yield Route(route, f"{space}{name}")
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern.url_patterns, route, inner)


def public_addresses(tokens) -> dict[str, Route]:
    """Address → its route, for all that a stranger could guess.

    `tokens` are of previews that are over.
    """
    known = nouns(tokens)
    return {
        address: route
        for route in routes()
        if route.is_public
        for address in fill(route, known)
    }


def questions(addresses) -> dict[str, Route]:
    """Two addresses of each route, with every parameter that a view may read."""
    found, asked = {}, Counter()
    for address, route in addresses.items():
        asked[route.pattern] += 1
        if asked[route.pattern] <= TWO_LANGUAGES:
            for name, values in QUERY.items():
                for value in values:
                    found[f"{address}?{urlencode({name: value})}"] = route
    return found


def fill(route, known):
    names = [name for name in route.parameters if name != "language"]
    rows = known.get(route.noun, []) if names else [{}]
    rows = [row for row in rows if row.keys() >= {*names}]
    if not rows:
        raise Unfillable(f"{route.pattern}: {', '.join(names)}")
    for row in rows:
        for code in ("fr", "en") if "language" in route.parameters else ("",):
            values = {"language": code} | row
            yield route.filled([values[name] for name in route.parameters])


def nouns(tokens) -> dict[str, list[dict]]:
    """Noun → what its routes may be filled with."""
    seasons = Season.objects.select_related("competition").order_by("pk")
    return {
        "articles": list(of_articles()),
        "authors": [{"slug": author.slug} for author in Author.objects.all()],
        "competitions": [
            {"key": season.competition.key, "season": season.slug} for season in seasons
        ],
        "matches": [
            {"pk": match.pk, "slug": slug, "day": match.kickoff_on}
            for match in Match.objects.with_sides().order_by("pk")
            for slug in (match.slug, "x")
        ],
        "media": [{"path": path} for path in media_paths()],
        "people": [{"slug": person.slug} for person in Person.objects.all()],
        "preview": [{"token": token} for token in ("1", "guessed", *tokens)],
        "teams": [{"slug": team.slug} for team in Team.objects.order_by("pk")],
    }


def of_articles():
    for pk in Article.objects.order_by("pk").values_list("pk", flat=True):
        slugs = Edition.objects.filter(article=pk).values_list("slug", flat=True)
        for slug in ("guessed", *slugs):
            yield {"pk": pk, "slug": slug}


def media_paths():
    """Every picture, and what someone might try for one that they do not know."""
    yield from ("", "photos/", "1.webp", "photos/1.webp", "photos/2024/05/02/1.webp")
    yield from Photo.objects.order_by("pk").values_list("image", flat=True)


def desk_addresses(*, most: int) -> dict[str, Route]:
    """Address → its route, behind the sign-in; of each model, `most` rows at most."""
    found = {}
    for route in routes():
        if not route.is_public:
            choices = [desk_values(route, n, most) for n in route.parameters]
            for values in product(*choices):
                found[route.filled(values)] = route
    return found


def desk_questions() -> dict[str, Route]:
    """What a list is searched by, a popup shows and a field completes."""
    known, found = {route.name: route for route in routes()}, {}
    for model, options in site._registry.items():
        opts = model._meta
        changelist = f"admin:{opts.app_label}_{opts.model_name}_changelist"
        if changelist in known:
            for question in ("q=zq", "_popup=1", "all=", "p=1"):
                found[f"{reverse(changelist)}?{question}"] = known[changelist]
        for name in options.autocomplete_fields:
            asked = {
                "app_label": opts.app_label,
                "model_name": opts.model_name,
                "field_name": name,
                "term": "zq",
            }
            address = f"{reverse('admin:autocomplete')}?{urlencode(asked)}"
            found[address] = known["admin:autocomplete"]
    return found


def desk_values(route, name, most):
    """What a parameter of the desk is filled with."""
    if name in {"pk", "id", "object_id", ""} and "." in route.noun:
        return numbers_of(apps.get_model(route.noun), most)
    if name in VALUES:
        return VALUES[name]
    model = NUMBERED.get(name) or named().get(name)
    if model is None:
        raise Unfillable(f"{route.pattern}: {name}")
    return numbers_of(model, most)


def numbers_of(model, most):
    """The first rows and the last."""
    numbers = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
    last = most // 2
    return sorted({*numbers[: most - last], *numbers[len(numbers) - last :]}) or [1]


def named():
    """Models by the name that a route calls a row of them by."""
    return {model._meta.model_name: model for model in apps.get_models()}


# What a route calls otherwise than the model is called
NUMBERED = {
    "content_type_id": ContentType,
    "link": PreviewLink,
    "number": Autosave,
    "object_id": Article,
    "pk": Assignment,
    "record": Quote,
}
VALUES = {
    "act": ["take", "done"],
    "app_label": ["articles", "auth"],
    "kind": ["quote", "post"],
    "language": ["fr", "en"],
    "name": ["publish", "alt"],
    "provider_id": ["oidc"],
    "url": ["nothing/here"],
    "verb": ["adapt"],
}


def parameters_read() -> set[str]:
    """The names that our views read from a query string, from their source."""
    found = set()
    for app in ("newsroom", "articles", "matches"):
        for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
            found |= {*asked_of_get(ast.parse(Path(path).read_text()))}
    return found


def asked_of_get(tree):
    """The words in `….GET.get("word")` and `….GET["word"]`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_read = node.func.attr in {"get", "getlist"}
            if is_read and is_get(node.func.value) and node.args:
                yield from words(node.args[0])
        elif isinstance(node, ast.Subscript) and is_get(node.value):
            yield from words(node.slice)


def is_get(node):
    return isinstance(node, ast.Attribute) and node.attr == "GET"


def words(node):
    if isinstance(node, ast.Constant):
        yield node.value
