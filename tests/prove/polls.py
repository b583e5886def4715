"""Readers of a live match ask again and again: what they are told, in bytes."""

import socket

from django.utils import timezone

from tests.factories import make_event, make_match
from tests.prove import Result
from tests.prove.newsroom import served

POLLS, EVENTS, MOST_BYTES = 540, 25, 300  # of 90 minutes, every ten seconds


def prove():
    begun = {"status": "live", "phase": "first_half"}
    match = make_match(**begun, phase_started_at=timezone.now())
    with served() as address:
        answers = list(asked(address, match))
    unchanged = [size for status, size in answers if status == 304]
    share = len(unchanged) / len(answers)
    text = (
        f"N={POLLS} questions, {EVENTS} events: {share:.1%} answered 304, of at most "
        f"{max(unchanged)} bytes on the wire"
    )
    seen = sum(status == 200 for status, _size in answers) >= EVENTS
    yield Result("polls", text, seen and share >= 0.95 and max(unchanged) < MOST_BYTES)


def asked(address, match):
    """(status, bytes of the answer) of each question, an event before some of them."""
    tag, every = "", POLLS // EVENTS
    for number in range(POLLS):
        if number % every == every - 1:
            make_event(match=match, team=match.home, minute=1 + number // every)
        answer = get(address, f"/fr/matches/{match.pk}/live/", tag)
        head = answer.split(b"\r\n\r\n", 1)[0].decode()
        tags = [line for line in head.splitlines() if line.lower().startswith("etag:")]
        tag = tags[0].split(":", 1)[1].strip() if tags else tag
        yield int(head.split()[1]), len(answer)


def get(address, path, tag) -> bytes:
    """The answer as it comes over the wire."""
    host, port = address.split(":")
    head = f"GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n"
    asked = f"{head}If-None-Match: {tag}\r\n\r\n" if tag else f"{head}\r\n"
    with socket.create_connection((host, int(port))) as line:
        line.sendall(asked.encode())
        return b"".join(iter(lambda: line.recv(65536), b""))
