"""Links that the translation lost, or leads elsewhere."""

import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from articles.blocks import GAP, TOKEN
from articles.translating.units import Unit

from .case import Case
from .finding import Finding, Kind, On

HREF = re.compile(r'<a(?: [a-z-]+="[^"]*")*? href="([^"]*)"[^<>]*>(.*?)</a>', re.DOTALL)
OPENS, CLOSES = "\ufdd0", "\ufdd1"  # stand for the edges of a link; in no stored text
IGNORED = {"", "fr", "en", "fr-fr", "en-gb", "en-us", "fr_fr", "en_gb", "en_us", "www"}


def check(case: Case) -> Iterator[Finding]:
    everywhere = {
        same(href)
        for unit in case.target.units
        if unit and "<a " in unit.html
        for href, _span in links(unit)
    }
    for number, pair in case.prose:
        if "<a " in pair.source.html:
            yield from of_pair(case, number, pair, everywhere)


def of_pair(case, number, pair, everywhere):
    source, target = links(pair.source), links(pair.target)
    asked = {same(href) for href, _span in source}
    other = deque(one for one in target if same(one[0]) not in asked)
    for href, span in source:
        if same(href) in everywhere:
            continue
        told = {"address": href}
        if other:
            says = _("The source links to %(address)s.") % told
            yield case.found(Kind.LINK, number, other.popleft()[1], says, href)
        else:
            says = _("The link to %(address)s is lost.") % told
            yield case.found(Kind.LINK, number, span, says, href, side=On.SOURCE)


def links(unit: Unit) -> list[tuple[str, tuple[int, int]]]:
    """(address, place in the unit's text) of each link."""
    html = GAP.sub(" ", HREF.sub(rf"{OPENS}\2{CLOSES}", unit.html))
    text = unescape(TOKEN.sub("", html))
    plain = text.replace(OPENS, "").replace(CLOSES, "")
    gone = len(plain) - len(plain.lstrip())
    hrefs = [unescape(href) for href, _words in HREF.findall(unit.html)]
    spans = places(text, gone, len(plain.strip()))
    return list(zip(hrefs, spans, strict=False))


def places(text, gone, longest):
    """Where links open and close, in `text` without their marks and outer space."""
    starts, found, seen = [], [], 0
    for place, character in enumerate(text):
        if character not in (OPENS, CLOSES):
            continue
        at = min(max(place - seen - gone, 0), longest)
        seen += 1
        if character == OPENS:
            starts.append(at)
        elif starts:
            found.append((starts.pop(), at))
    return found


def same(href: str) -> tuple:
    """What a link and its counterpart in the other language share.

    A page of ours is known by its number; of another site, by all but its language.
    """
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return (href,)
    host = [part for part in parts.netloc.lower().split(".") if part not in IGNORED]
    path = [part for part in parts.path.split("/") if part.lower() not in IGNORED]
    is_ours = not host and len(path) > 1 and path[1].isdecimal()
    return (*host, *(path[:2] if is_ours else path))
