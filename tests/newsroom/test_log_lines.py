"""What servers write: as many lines as events, whatever those quote."""

import io
import logging

import pytest
from gunicorn.config import Config

from newsroom import server
from newsroom.log_lines import LOGGING, OneLine

HOSTILE = [
    "a\r\n2026-01-01 [1] ERROR forged: all is well",
    "a\n\n\nb",
    "a\x1b[2J\x1b[31mred",
    "a\x00b\x07c\x08d",
    "a\x85b\x0bc\x0cd",
    "a\u2028b\u2029c",
    "a\u202eb\u2066c",
    "a\x9b31mb",
]


@pytest.fixture
def written():
    """What the servers' handler writes, with Django's and our own loggers on it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine(LOGGING["formatters"]["one_line"]["format"]))
    names = ("django.request", "django.security", "newsroom", "articles")
    for name in names:
        logging.getLogger(name).addHandler(handler)
    yield stream
    for name in names:
        logging.getLogger(name).removeHandler(handler)


def lines(stream):
    return stream.getvalue().splitlines()


@pytest.mark.django_db
def test_two_hundred_hostile_events_are_two_hundred_lines(client, written):
    for number in range(100):
        text = HOSTILE[number % len(HOSTILE)]
        client.get(f"/fr/nowhere/{number}", {"q": text}, headers={"User-Agent": text})
        logging.getLogger("articles").warning("“%s” is not sent", text)

    assert len(lines(written)) == 200
    assert all(line.isprintable() for line in lines(written))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_traceback_is_one_line_and_says_all(written, text):
    try:
        raise ValueError(text)
    except ValueError:
        logging.getLogger("newsroom").exception("It failed: %s", text)

    [line] = lines(written)
    assert line.isprintable()
    assert "Traceback (most recent call last):\\n" in line


def test_what_gunicorn_quotes_forges_no_line(capsys):
    log = server.ServerLogger(Config())
    log.warning("Invalid request from %s", HOSTILE[0])
    log.warning("Invalid header: %s", HOSTILE[2])

    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert all(line.isprintable() for line in said)


def test_servers_log_what_goes_wrong_and_not_what_goes_right():
    assert LOGGING["root"] == {"handlers": ["lines"], "level": "WARNING"}
    assert LOGGING["loggers"]["django"]["propagate"] is True
    assert server.logger_class is server.ServerLogger
