"""Reading the embed code that a network gives of a post; nothing of it is stored.

X and Bluesky write `<p lang>text</p>— NAME (@HANDLE) <a href=POST>DATE</a>` in a
blockquote (domain: X embed HTML). The code is parsed to fields, its markup dropped.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser

from .posts import Capture, parse_status_url

CLASSES = {"twitter-tweet": "x", "twitter-video": "x", "bluesky-embed": "bluesky"}
AUTHOR = re.compile(
    r"[—–]\s*(?P<name>.{1,120}?)\s*\(@(?P<handle>[\w.:-]{1,80})\)(?P<rest>[^(]*)$",
    re.ASCII | re.DOTALL,
)
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
    """The post that an embed code of X or Bluesky shows; None: no such code."""
    reader = Reader()
    reader.feed(code)
    reader.close()
    if reader.provider is None:
        return None
    capture = with_address(Capture(provider=reader.provider), reader)
    capture = with_attribution(capture, "".join(reader.attribution))
    raw = "".join(reader.text)
    picture = PICTURE.search(raw)
    return replace(
        capture,
        language=reader.language,
        text_raw=PICTURE.sub("", raw).strip(),
        picture_code=picture[1] if picture else "",
    )


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


def with_address(capture, reader):
    if reader.uri:
        return replace(capture, external_id=reader.uri)
    found = [post for post in map(parse_status_url, reader.links) if post]
    return found[-1] if found else capture


def with_attribution(capture, text):
    """Adds who and when; an id whose time is another day's was not made by X."""
    found = AUTHOR.search(text.strip())
    if found is None:
        return capture
    printed, told = parse_date(found["rest"]), capture.posted_at
    names = {"author_name": found["name"], "author_handle": found["handle"]}
    is_told = told and (not printed or abs(told.date() - printed) <= timedelta(days=1))
    when = {"posted_at": told} if is_told else {"posted_at": None, "posted_on": printed}
    return replace(capture, **names, **when)


class Reader(HTMLParser):
    """Collects the paragraphs' text, what follows them, and the addresses there."""

    def __init__(self):
        super().__init__()
        self.provider, self.uri, self.language = None, "", ""
        self.text, self.attribution, self.links = [], [], []
        self.open = False
        self.in_text = False

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "blockquote" and self.provider is None:
            self.begin(attributes)
        elif self.open and tag == "p":
            self.paragraph(attributes.get("lang", ""))
        elif self.in_text and tag == "br":
            self.text.append("\n")
        elif self.open and not self.in_text and tag == "a":
            self.links.append(attributes.get("href", ""))

    def begin(self, attributes):
        for name in attributes.get("class", "").split():
            self.provider = CLASSES.get(name, self.provider)
        self.open = self.provider is not None
        uri = attributes.get("data-bluesky-uri", "")
        self.uri = uri if re.fullmatch(r"at://[\w.:/-]{1,110}", uri, re.ASCII) else ""

    def paragraph(self, language):
        self.language = self.language or language
        self.in_text = True
        if self.text:
            self.text.append("\n")

    def handle_endtag(self, tag):
        if tag == "p":
            self.in_text = False
        elif tag == "blockquote":
            self.open = self.in_text = False

    def handle_data(self, data):
        if self.in_text:
            self.text.append(data)
        elif self.open:
            self.attribution.append(data)
