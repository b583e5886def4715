import os
import socket
import subprocess
import urllib.request
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def port():
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return listener.getsockname()[1]


@pytest.fixture
def executed(monkeypatch):
    """The command line `serve` would become; its environment is put back after."""
    commands = []
    monkeypatch.setattr(os, "execv", lambda path, words: commands.append(words))
    monkeypatch.setattr(os, "environ", dict(os.environ))
    monkeypatch.delenv("SITE_URL", raising=False)
    return commands


def test_serve_says_where_it_is_once_it_answers(start, port):
    server = start("manage.py", "serve", f"--port={port}", DEBUG="1")

    said = server.stdout.readline()
    with urllib.request.urlopen(f"http://localhost:{port}/admin/login/") as page:
        status = page.status

    address = f"http://localhost:{port}"
    assert said == f"Tribune is at {address}/ (admin: {address}/admin/)\n"
    assert status == 200


def test_serve_is_gunicorn_on_loopback(executed, port):
    call_command("serve", port=str(port))

    bind = ["gunicorn", "--bind", f"localhost:{port}"]
    assert executed[0][2:] == [*bind, "--config", "python:newsroom.server"]


def test_served_addresses_carry_the_port(executed, port):
    call_command("serve", port=str(port))

    assert os.environ["SITE_URL"] == f"http://localhost:{port}"


def test_serve_keeps_the_site_address_it_is_told(executed, monkeypatch, port):
    monkeypatch.setitem(os.environ, "SITE_URL", "https://tribune.example")

    call_command("serve", port=str(port))

    assert os.environ["SITE_URL"] == "https://tribune.example"


def test_serve_refuses_a_taken_port_in_one_sentence(run):
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        taken = listener.getsockname()[1]
        status, _, errors = run("manage.py", "serve", f"--port={taken}")

    assert status == 1
    assert errors == (
        f"CommandError: Port {taken} cannot be served: something else is listening "
        "there (PORT=8123 names another).\n"
    )


def test_serve_refuses_a_wrong_configuration(executed, settings, port):
    settings.ALLOWED_HOSTS = ["*"]

    with pytest.raises(CommandError, match=r"\(newsroom\.E003\)\.$"):
        call_command("serve", port=str(port))
    assert executed == []


def test_demo_does_what_is_due_every_minute_too(executed, monkeypatch, port):
    monkeypatch.setattr(subprocess, "Popen", lambda words, **_: executed.append(words))

    call_command("serve", port=str(port), housekeeping=True)

    beside, server = executed
    assert beside[1:] == ["manage.py", "housekeeping", "--every", "60"]
    assert server[1:3] == ["-m", "gunicorn"]
