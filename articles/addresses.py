"""Which addresses stored text may point to: http, https and mailto alone."""

import re
from functools import lru_cache

from .characters import composed

CONTROLS = re.compile(r"[\x00-\x1f]")
LONGEST = 2000
# A browser reads "/\host" and "//host" as another site.
OF_A_LINK = re.compile(r"(?i)https?://[^/\\\s]|mailto:\S|[/#?](?![/\\])")
OF_THE_WEB = re.compile(r"(?i)https?://[^/\\\s]")


@lru_cache(1000)  # a parser may repeat one link in every paragraph
def linkable(value: str) -> str | None:
    """`value` as the address of a link in a text, or None."""
    return checked(value, OF_A_LINK)


def of_the_web(value: str) -> str:
    """`value` as an address on the web, or ""."""
    return checked(value, OF_THE_WEB) or ""


def checked(value, form):
    value = CONTROLS.sub("", composed(value)).strip().replace(" ", "%20")
    fits = len(value) <= LONGEST and form.match(value)
    return value if fits else None
