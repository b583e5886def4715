import re
import socket
import time
from datetime import date

import pytest
from django.template.loader import render_to_string

from articles.captures import captured, columns
from articles.models import ClubPost
from articles.post_addresses import FORMS, split
from articles.rendering import PostBlock

from .hostile_embeds import CODES

OWN_TAGS = {
    *("figure", "figcaption", "span", "blockquote", "p", "br", "div"),
    *("details", "summary", "time", "a", "svg", "path"),
}
HOSTS = {host for form in FORMS for host in form.hosts} | {"pic.twitter.com"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*arguments):
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_there_are_more_than_two_hundred():
    assert len(set(CODES)) >= 200


def stored(code):
    """The post that a journalist would make of `code`, or None."""
    capture = captured(code)
    if capture is None:
        return None
    found = columns(capture, language="fr")
    if not (found["posted_on"] or found["posted_at"]):
        found["posted_on"] = date(2024, 5, 2)
    ClubPost(**found).full_clean(exclude=["text_raw", "author_name", "text_readable"])
    return ClubPost.objects.create(**found)


@pytest.mark.parametrize("code", CODES, ids=range(len(CODES)))
def test_a_hostile_code_is_refused_or_becomes_text(code):
    post = stored(code)
    if post is None:
        return

    block = PostBlock.of(post, language="en")
    html = render_to_string("blocks/post.html", {"block": block})

    assert set(re.findall(r"<([a-z0-9]+)", html.lower())) <= OWN_TAGS
    assert not re.search(r"<[^>]*\s(?:on\w+|src|srcdoc|style|action)\s*=", html)
    assert {host_of(url) for url in re.findall(r'href="([^"]*)"', html)} <= HOSTS
    assert not re.search("[\x00-\x08\ud800-\udfff]", post.text_raw + post.author_name)


def host_of(url):
    return split(url)[0]


@pytest.mark.parametrize("code", CODES[:40] + CODES[-20:])
def test_no_code_takes_long(code):
    begun = time.monotonic()
    captured(code * 20)

    assert time.monotonic() - begun < 1
