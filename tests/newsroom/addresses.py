"""One address of every route, from the URL configuration."""

import re

from django.conf.urls.i18n import LocalePrefixPattern
from django.urls import URLPattern, get_resolver

EXAMPLES = {"int": "1", "slug": "x", "str": "fr", "path": "x", "day": "2024-05-02"}
CONVERTER = re.compile(r"<(?:(\w+):)?\w+>")


def every_address(patterns=None, prefix="/"):
    """An address of each route: whether something is there is another matter."""
    for pattern in patterns or get_resolver().url_patterns:
        if isinstance(pattern.pattern, LocalePrefixPattern):
            for language in ("fr", "en"):
                yield from every_address(pattern.url_patterns, f"/{language}/")
        elif isinstance(pattern, URLPattern):
            yield prefix + example(pattern.pattern)
        else:
            inner = prefix + example(pattern.pattern)
            yield from every_address(pattern.url_patterns, inner)


def example(pattern):
    route = re.sub(r"\(\?P<\w+>[^)]*\)", "x", str(pattern))
    route = CONVERTER.sub(lambda found: EXAMPLES[found[1] or "str"], route)
    return route.strip("^$")
