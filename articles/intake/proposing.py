"""Raw copy → a proposal: what is read in it, nothing saved."""

import re
from dataclasses import replace
from html import unescape

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles import characters
from articles.models import SpokenLanguage
from articles.post_addresses import parse_status_url

from . import languages
from .boilerplate import find_boilerplate
from .fixtures import suggest
from .flattening import flatten, is_html
from .lines import Copy, Span
from .marks import find_marked
from .mentions import Mentions
from .posts import find_posts
from .proposal import Finding, Mention, Proposal
from .quotes import find_quotes
from .register import Register

LONGEST = 100_000  # characters: ten long pieces
OTHERS = ("es", "it", "de", "pt", "nl")
HEADLINE, MARKUP = 140, 400  # characters
LINK = re.compile(r"href=[\"']?(https?://[^\s\"'<>]{8,300})")
SPOKEN = re.compile(r"<p[^<>]{0,40}\slang=[\"']?([a-z]{2})\b", re.IGNORECASE)


class Refused(ValueError):
    """Copy that intake does not take: in English, `said` as the person reads."""

    def __init__(self, message: Promise, **values: str | Promise):
        with override("en"):
            super().__init__(str(message) % values)
        self.message, self.values = message, values

    @property
    def said(self) -> str:
        return str(self.message) % self.values


def propose(
    text: str, *, register: Register | None = None, language: str = ""
) -> Proposal:
    """What a person may make of `text`, raw copy in French or English.

    Raises Refused when it is empty, too long, or in another language; `language`
    ("fr", "en") settles what the words leave open.
    """
    refuse_unfit(text)
    flat = flatten(text) if is_html(text) else None
    copy = Copy(flat.text if flat else text)
    language = language or language_of(copy)
    mentions = Mentions(copy, register or Register(), language=language)
    posts = find_posts(copy, language=language)
    posts = [identified(post, flat) for post in posts] if flat else posts
    furniture = flat.furniture if flat else []
    boilerplate = find_boilerplate(copy.without(spans(posts)), furniture=furniture)
    return Proposal(
        copy=copy.text,
        flat=flat,
        language=language,
        posts=posts,
        boilerplate=boilerplate,
        mentions=known(mentions),
        dropped=list(dropped(copy.text)),
        **read(copy, mentions, posts, out=spans([*posts, *boilerplate])),
    )


def refuse_unfit(text):
    if not text.strip():
        raise Refused(_("The copy is empty."))
    if len(text) > LONGEST:
        said = _("The copy is longer than %(most)s characters: send it in parts.")
        raise Refused(said, most=f"{LONGEST:,}")


def spans(found):
    return sorted(Span(one.start, one.end) for one in found)


def read(copy, mentions, posts, *, out):
    """What the prose tells without the spans `out`: posts and boilerplate."""
    prose = copy.without(out).paragraphs()
    marked = find_marked(prose)
    quoted = [one.outer for one in marked]
    fixtures = suggest(copy, mentions, posts=posts, taken=quoted)
    roles = roles_of(mentions, fixtures, posts)
    return {
        "fixtures": fixtures,
        "quotes": find_quotes(
            prose, mentions, marked, language=mentions.language, roles=roles
        ),
        "title": headline(copy, out),
        "body_text": body_text(copy, out),
    }


def language_of(copy):
    """ "fr" or "en"; raises Refused for another language, or none."""
    found = languages.detect(copy.text)
    if found in OTHERS:
        said = _("The copy reads as %(language)s: intake takes French and English.")
        raise Refused(said, language=SpokenLanguage(found).label)
    if not found:
        raise Refused(_("The copy holds no words of French or English."))
    return found


def roles_of(mentions, fixtures, posts):
    """Who was what on the day of the match, else of a post, else ever."""
    days = [one.match.kickoff_on for one in fixtures[:1]]
    days += [post.posted_on for post in posts]
    on = next((day for day in days if day), None)
    sides = {
        side for one in fixtures[:1] for side in (one.match.home_id, one.match.away_id)
    }
    return mentions.register.roles({*mentions.team_ids, *sides}, on=on)


def known(mentions):
    """The teams and people of the desk that the copy names, in order."""
    teams = mentions.register.teams
    found = [
        Mention(one.start, one.end, "team", teams[one.team]) for one in mentions.teams
    ]
    found += [
        Mention(one.start, one.end, "person", one.people[0])
        for one in mentions.people
        if len(one.people) == 1
    ]
    return sorted(found, key=lambda mention: mention.start)


def dropped(text):
    """The characters that no record keeps: controls, marks of direction."""
    for pattern, why in (
        (characters.FORBIDDEN, "no text may hold it"),
        (characters.BIDIRECTIONAL, "changes the direction of the text"),
    ):
        for found in pattern.finditer(text):
            if found.group() != "\r":
                yield Finding(*found.span(), why)


def headline(copy, out):
    """The span of the first line where it is a headline: short, without a full stop."""
    if len(copy.lines) < 2 or any(
        span.start <= copy.lines[0].start < span.end for span in out
    ):
        return None
    line = copy.lines[0]
    is_short = (
        len(copy[line]) <= HEADLINE and len(copy[copy.lines[1]]) > len(copy[line]) / 2
    )
    return line if is_short and not re.search(r"[.…:]$", copy[line]) else None


def body_text(copy, out):
    """The copy line by line, without `out`: posts and boilerplate."""
    kept = []
    for line in copy.lines:
        parts, place = [], line.start
        for start, end in (
            span for span in out if span.start < line.end and line.start < span.end
        ):
            parts.append(copy.text[place : max(place, start)])
            place = max(place, end)
        parts.append(copy.text[place : line.end])
        kept.append(" ".join(filter(None, (part.strip() for part in parts))))
    return characters.composed("\n".join(filter(None, kept)))


def identified(post, flat):
    """The post with the id and the language that its markup gives."""
    start, end = flat.span(post.start, post.end)
    code = flat.source[max(0, start - MARKUP) : end + MARKUP]
    links = (parse_status_url(unescape(link)) for link in LINK.findall(code))
    own = [one for one in links if one and same_handle(one, post)]
    if not own:
        return post
    spoken = SPOKEN.search(code)
    language = spoken[1].lower() if spoken else post.language
    return replace(post, external_id=own[-1].external_id, language=language)


def same_handle(found, post):
    return found.author_handle.casefold() == post.handle.casefold()
