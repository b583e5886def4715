"""Against a real server on this machine: what a network may answer, and worse."""

import json
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils.translation import override

from articles.oembed import ENDPOINTS, MOST, Unanswered, ask
from articles.post_addresses import parse_status_url

POST = parse_status_url("https://x.com/FC_Lune/status/1786140000000000000")
HTML = (
    '<blockquote class="twitter-tweet"><p lang="fr">Quel but{hostile} !</p>&mdash; '
    'FC Lune (@FC_Lune) <a href="https://twitter.com/FC_Lune/status/{id}">May 2, 2024'
    '</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>'
)


def good(hostile="", id=POST.external_id):
    answer = {"author_name": "FC Lune", "html": HTML.format(hostile=hostile, id=id)}
    return json.dumps(answer).encode()


class Network(BaseHTTPRequestHandler):
    """What it answers is an attribute of a subclass."""

    body, status, type, drip, headers_too = b"", 200, "application/json", 0, ()

    def do_GET(self):
        self.asked.append(self.path)
        self.send_response(self.status)
        self.send_header("Content-Type", self.type)
        for name, value in self.headers_too:
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):
            self.pour()

    def pour(self):
        if not self.drip:
            self.wfile.write(self.body)
            return
        for byte in self.body:
            self.wfile.write(bytes([byte]))
            time.sleep(self.drip)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def network():
    """answers(body, status=200, …) → endpoints; `asked` lists the paths asked for."""
    servers, asked = [], []

    def answers(body=b"", **how):
        handler = type("Handler", (Network,), {"body": body, "asked": asked} | how)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads, server.block_on_close = True, False
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        servers.append(server)
        return {"x": f"http://127.0.0.1:{server.server_port}/oembed"}

    answers.asked = asked
    yield answers
    for server in servers:
        server.shutdown()
        server.server_close()


def refusal(endpoints, post=POST, **options):
    with pytest.raises(Unanswered) as refused, override("en"):
        ask(post, endpoints=endpoints, **options)
    return str(refused.value)


def test_every_endpoint_is_https_and_of_the_network():
    assert {url.partition("://")[0] for url in ENDPOINTS.values()} == {"https"}
    assert sorted(ENDPOINTS) == ["bluesky", "dailymotion", "tiktok", "x", "youtube"]


def test_a_good_answer_fills_what_the_address_did_not_say(network):
    found = ask(POST, endpoints=network(good()))

    assert (found.text_raw, found.author_name) == ("Quel but !", "FC Lune")
    assert (found.language, found.external_id) == ("fr", POST.external_id)
    assert found.posted_at == POST.posted_at
    assert found.posted_on is None


def test_the_post_alone_is_asked_for(network):
    ask(POST, endpoints=network(good()))

    assert network.asked == [
        "/oembed?url=https%3A%2F%2Ftwitter.com%2FFC_Lune%2Fstatus%2F1786140000000000000"
        "&omit_script=1&dnt=true"
    ]


def test_no_markup_of_the_network_is_taken(network):
    hostile = '<script>alert(1)</script><img src=x onerror="alert(1)"><b>x</b>'

    found = ask(POST, endpoints=network(good(hostile)))

    assert found.text_raw == "Quel butx !"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed(network, status):
    elsewhere = network(good())["x"]
    endpoints = network(status=status, headers_too=[("Location", elsewhere)])

    assert refusal(endpoints) == f"The network answered {status}."
    assert len(network.asked) == 1


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (401, "The network shows this post to nobody outside: it is private."),
        (403, "The network shows this post to nobody outside: it is private."),
        (404, "The network has no such post: it is deleted, or the address wrong."),
        (500, "The network answered 500."),
    ],
)
def test_a_refusal_is_said(network, status, sentence):
    assert refusal(network(good(), status=status)) == sentence


def test_an_answer_that_drips_is_left_in_time(network):
    endpoints, begun = network(good(), drip=0.05), time.monotonic()

    assert refusal(endpoints, seconds=0.5) == "The network did not answer in time."
    assert time.monotonic() - begun < 2


def test_an_answer_too_long_is_left(network):
    body = json.dumps({"html": "x" * MOST}).encode()

    assert refusal(network(body)) == "The network’s answer is too long."


@pytest.mark.parametrize(
    ("body", "type"),
    [
        (good(), "text/html"),
        (b"<html>", "application/json"),
        (b"[1]", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"[" * 100_000, "application/json"),
    ],
)
def test_what_is_not_json_is_left(network, body, type):
    assert refusal(network(body, type=type)) == "The network’s answer is not JSON."


def test_an_answer_about_another_post_is_left(network):
    endpoints = network(good(id="463440424141459456"))

    assert refusal(endpoints) == "The network answered about another post."


def test_nobody_there_is_said():
    assert refusal({"x": "http://127.0.0.1:9/oembed"}) == (
        "The network could not be reached."
    )


def test_a_network_without_endpoint_is_not_asked(network):
    post = parse_status_url("https://www.threads.net/@lune/post/C6abcDEF")

    assert refusal(network(good()), post=post) == "This network is not asked."


@pytest.mark.parametrize("value", [None, 7, ["<p>"], {"a": 1}])
def test_odd_values_are_nothing(network, value):
    body = json.dumps({"html": value, "author_name": value, "author_url": value})

    assert ask(POST, endpoints=network(body.encode())) == POST
