"""Asking a network what it says of a post: off unless OEMBED_FETCH is set.

A fixed address for each network, https, no redirect followed, five seconds in all,
200 KB at most, JSON only. Its `html` is read as a pasted embed code is.
"""

import json
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import replace
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import SHUT_RDWR
from threading import Thread
from urllib.parse import urlencode, urlsplit

from django.utils.translation import gettext as _

from .characters import tidy
from .embed_codes import parse_embed
from .post_addresses import Capture

ENDPOINTS = {
    "x": "https://publish.twitter.com/oembed",
    "bluesky": "https://embed.bsky.app/oembed",
    "tiktok": "https://www.tiktok.com/oembed",
    "youtube": "https://www.youtube.com/oembed",
    "dailymotion": "https://www.dailymotion.com/services/oembed",
}
SECONDS, MOST = 5, 200_000
TITLED = {"youtube", "dailymotion", "tiktok"}


class Unanswered(Exception):
    """Why the network's answer is of no use, in a sentence for the editor."""


def ask(
    post: Capture,
    *,
    endpoints: Mapping[str, str] = ENDPOINTS,
    seconds: float = SECONDS,
) -> Capture:
    """`post` with what its network adds; raises Unanswered."""
    if post.provider not in endpoints or not address_of(post):
        raise Unanswered(_("This network is not asked."))
    question = urlencode({"url": address_of(post), "omit_script": 1, "dnt": "true"})
    answer = parsed(fetched(f"{endpoints[post.provider]}?{question}", seconds=seconds))
    told = parse_embed(text_of(answer, "html")) or Capture(provider=post.provider)
    other = told.provider != post.provider
    if other or (told.external_id and not is_same(told, post)):
        raise Unanswered(_("The network answered about another post."))
    return joined(post, told, answer)


def address_of(post):
    """As the network's own service wants it."""
    if post.provider == "x":
        return (
            f"https://twitter.com/{post.author_handle or 'i'}/status/{post.external_id}"
        )
    return post.external_id if post.provider == "bluesky" else post.canonical_url


def is_same(told, post):
    return told.external_id.rpartition("/")[2] == post.external_id.rpartition("/")[2]


def fetched(url: str, *, seconds: float) -> bytes:
    """The body of a 200 JSON answer, read within `seconds` in all."""
    question = Question(url, seconds)
    question.start()
    question.join(seconds)
    if question.is_alive():
        question.hang_up()
        raise Unanswered(_("The network did not answer in time."))
    if question.answer is None:
        raise Unanswered(_("The network could not be reached."))
    return body_of(*question.answer)


class Question(Thread):
    """Asks beside the page: a name that resolves slowly knows no time limit of ours.

    `answer` is (status, content type, at most MOST + 1 bytes), None when there is none.
    """

    def __init__(self, url, seconds):
        super().__init__(daemon=True)
        self.parts = urlsplit(url)
        kind = HTTPSConnection if self.parts.scheme == "https" else HTTPConnection
        self.connection = kind(self.parts.hostname, self.parts.port, timeout=seconds)
        self.socket = self.answer = None

    def run(self):
        with suppress(OSError, HTTPException, ValueError), closing(self.connection):
            self.connection.connect()
            self.socket = self.connection.sock
            self.answer = self.heard()

    def heard(self):
        target = f"{self.parts.path}?{self.parts.query}"
        headers = {"Accept": "application/json"}
        self.connection.request("GET", target, headers=headers)
        with self.connection.getresponse() as response:
            kind = response.headers.get_content_type()
            return response.status, kind, response.read(MOST + 1)

    def hang_up(self):
        """Ends a read that a server keeps alive drop by drop."""
        with suppress(OSError, AttributeError):
            self.socket.shutdown(SHUT_RDWR)


def body_of(status, kind, found):
    if status != 200:
        raise Unanswered(refusal(status))
    if kind != "application/json":
        raise Unanswered(_("The network’s answer is not JSON."))
    if len(found) > MOST:
        raise Unanswered(_("The network’s answer is too long."))
    return found


def refusal(status):
    if status in {401, 403}:
        return _("The network shows this post to nobody outside: it is private.")
    if status == 404:
        return _("The network has no such post: it is deleted, or the address wrong.")
    return _("The network answered %(status)s.") % {"status": status}


def parsed(found):
    try:
        answer = json.loads(found)
    except (ValueError, RecursionError):
        raise Unanswered(_("The network’s answer is not JSON.")) from None
    if not isinstance(answer, dict):
        raise Unanswered(_("The network’s answer is not JSON."))
    return answer


def text_of(answer, name):
    value = answer.get(name)
    return value if isinstance(value, str) else ""


def joined(post, told, answer):
    """What the code told, then what stands beside it, over what was known before."""
    if post.provider in TITLED and not told.text_raw:
        told = replace(told, text_raw=text_of(answer, "title").strip())
    name = tidy(text_of(answer, "author_name")).strip()[:120]
    told = replace(told, author_name=told.author_name or name)
    if not (told.author_handle or post.author_handle):
        told = replace(told, author_handle=handle_in(text_of(answer, "author_url")))
    given = {name: value for name, value in vars(told).items() if value}
    if post.posted_at:
        given.pop("posted_on", None)
    return replace(post, **given | {"external_id": post.external_id})


def handle_in(url):
    """The last part of a profile's address, where it is written @name."""
    try:
        last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
    return last[1:81] if last.startswith("@") else ""
