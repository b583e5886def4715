"""Reading the embed code that a network gives of a post; nothing of it is stored.

X and Bluesky write `<p lang>text</p>— NAME (@HANDLE) <a href=POST>DATE</a>` in a
blockquote (domain: X embed HTML); the others say less, each in its own way. The code
is parsed to fields, its markup dropped.
"""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from .embed_reader import EmbedReader
from .post_addresses import Capture, parse_status_url, time_of

LONGEST = 20_000  # characters: theirs have a thousand, Instagram's seven
NAMED = r"(?P<name>.{1,120}?)\s*\(@(?P<handle>[\w.:@-]{1,80})\)(?P<rest>[^(]*)$"
AUTHOR = re.compile(rf"[—–]\s*{NAMED}", re.ASCII | re.DOTALL)
SHARED = re.compile(
    r"(?:Une publication partagée par|A post shared by|Un post condiviso da"
    rf"|Una publicación compartida (?:por|de)|Ein Beitrag geteilt von)\s+{NAMED}",
    re.DOTALL,
)
POSTED = re.compile(
    r"(?:Publi(?:é|ée|cation) (?:par|de)|Posted by)\s+(?P<name>.{1,120}?)"
    r"\s+(?:sur|le|on)\s+(?P<rest>.*)$",
    re.DOTALL,
)
PLACEHOLDER = re.compile(
    r"\s*(?:Voir cette publication sur|View this post on|Voir sur|View on) \w+\s*"
)
SOUND = re.compile(r"\s*♬[^\n]*")
PICTURE = re.compile(
    r"\s*(?:https?://)?pic\.(?:twitter|x)\.com/([A-Za-z0-9]{10,12})(?![A-Za-z0-9])"
)
MONTHS = [
    ("janvier", "janv", "january", "jan"),
    ("février", "févr", "february", "feb"),
    ("mars", "march", "mar"),
    ("avril", "avr", "april", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "juil", "july", "jul"),
    ("août", "august", "aug"),
    ("septembre", "september", "sept", "sep"),
    ("octobre", "october", "oct"),
    ("novembre", "november", "nov"),
    ("décembre", "déc", "december", "dec"),
]
NUMBERS = {name: i for i, names in enumerate(MONTHS, start=1) for name in names}
NAMES = "|".join(sorted(NUMBERS, key=len, reverse=True))
DATES = [
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>{NAMES})\.?\s+(?P<year>20\d\d)"
    ),
    re.compile(
        rf"\b(?P<month>{NAMES})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>20\d\d)"
    ),
]


def parse_embed(code: str) -> Capture | None:
    """The post that an embed code shows; None: no code of a network we know."""
    reader = EmbedReader()
    reader.feed(code[:LONGEST])
    reader.close()
    framed = framed_post(reader)
    provider = reader.provider or (framed and framed.provider)
    if provider is None:
        return None
    capture = with_address(Capture(provider=provider), reader, framed)
    told = TELLS.get(provider, tells_in_attribution)(capture, reader)
    return replace(told, language=reader.language)


def parse_date(text: str) -> date | None:
    """The first date in `text`, as French or English viewers print it."""
    for pattern in DATES:
        if found := pattern.search(text.lower()):
            month = NUMBERS[found["month"]]
            try:
                return date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                return None
    return None


def framed_post(reader):
    """The post at the frame's own address, or in an address inside that address."""
    given = list(reader.permalinks)
    for url in reader.permalinks:
        given += inner(url)
    found = [post for post in map(parse_status_url, given) if post]
    return next((p for p in found if reader.provider in {None, p.provider}), None)


def inner(url):
    try:
        return parse_qs(urlsplit(url).query).get("href", [])[:1]
    except ValueError:
        return []


def with_address(capture, reader, framed):
    if reader.uri and capture.provider == "bluesky":
        at = time_of("bluesky", reader.uri)
        return replace(capture, external_id=reader.uri, posted_at=at)
    found = [post for post in map(parse_status_url, reader.links) if post]
    found = [post for post in found if post.provider == capture.provider]
    return found[-1] if found else framed or capture


def tells_in_attribution(capture, reader):
    """Text in paragraphs, then — NAME (@HANDLE) DATE: X and Bluesky."""
    capture = attributed(capture, AUTHOR.search("".join(reader.around).strip()))
    raw = "".join(reader.text)
    picture = PICTURE.search(raw)
    code = picture[1] if picture else ""
    return replace(capture, text_raw=PICTURE.sub("", raw).strip(), picture_code=code)


def tells_who_shared(capture, reader):
    """Instagram: the caption, where it is given, then who shared it."""
    text = PLACEHOLDER.sub("\n", "".join(reader.text)).strip()
    around = PLACEHOLDER.sub("\n", "".join(reader.around)).strip()
    found = SHARED.search(text) or SHARED.search(around)
    capture = attributed(capture, found)
    if found and found.string == text:
        text = text[: found.start()].strip()
    return replace(timed(capture, reader.times), text_raw=text)


def tells_who_posted(capture, reader):
    """Facebook: paragraphs, then “Posted by NAME on DATE”."""
    found = POSTED.search("".join(reader.around).strip())
    if found:
        posted_on = parse_date(found["rest"])
        capture = replace(capture, author_name=found["name"], posted_on=posted_on)
    return replace(capture, text_raw="".join(reader.text).strip())


def tells_in_a_clip(capture, reader):
    """TikTok: the words stand in paragraphs or beside the author's handle."""
    around = "".join(reader.around).strip()
    around = around.removeprefix(f"@{capture.author_handle}").strip()
    text = "".join(reader.text).strip() or SOUND.sub("", around).strip()
    return replace(capture, text_raw=text)


def tells_its_title(capture, reader):
    return replace(capture, text_raw=reader.heading.strip())


def tells_nothing(capture, reader):
    """Threads and Mastodon give the address alone."""
    return capture


TELLS = {
    "dailymotion": tells_its_title,
    "facebook": tells_who_posted,
    "instagram": tells_who_shared,
    "mastodon": tells_nothing,
    "threads": tells_nothing,
    "tiktok": tells_in_a_clip,
    "youtube": tells_its_title,
}


def attributed(capture, found):
    """Adds who and when; an id whose time is another day's is not to be believed."""
    if found is None:
        return capture
    printed, told = parse_date(found["rest"]), capture.posted_at
    # The address leads to the post; the words around it may be anyone's.
    handle = capture.author_handle or found["handle"]
    names = {"author_name": found["name"], "author_handle": handle}
    is_told = told and (not printed or abs(told.date() - printed) <= timedelta(days=1))
    when = {"posted_at": told} if is_told else {"posted_at": None, "posted_on": printed}
    return replace(capture, **names, **when)


def timed(capture, times):
    """Adds the first instant with a zone that the code holds."""
    for text in times:
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            continue
        if at.tzinfo:
            return replace(capture, posted_at=at, posted_on=None)
    return capture
