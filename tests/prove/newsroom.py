"""A newsroom of its own for the proofs: its database, its server, who is signed in."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import connection
from django.test import Client

from tests.factories import make_user

TOKEN = "t" * 32  # the cookie and the header of a CSRF token only have to be equal


@contextmanager
def newsroom():
    """A database with the newsroom's tables and static files, gone afterwards."""
    with a_database():
        call_command("migrate", verbosity=0)
        collect = [sys.executable, "manage.py", "collectstatic", "--no-input"]
        subprocess.run([*collect, "--verbosity", "0"], check=True)
        yield
        connection.close()


@contextmanager
def a_database():
    if connection.vendor == "sqlite":
        yield
        return
    settings, name = connection.settings_dict, f"prove_{token_hex(4)}"
    given = settings["NAME"]
    settings["NAME"] = "postgres"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    connection.close()
    settings["NAME"] = name
    address = os.environ["DATABASE_URL"]
    os.environ["DATABASE_URL"] = f"{address[: -len(given)]}{name}"
    yield  # the server that lent the database goes away with it
    os.environ["DATABASE_URL"] = address


@contextmanager
def served(application: str = "newsroom.wsgi"):
    """Serves `application` as production does; gives host:port."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        address = f"localhost:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "--bind", address]
    command += ["--config", "python:newsroom.server"]
    command += ["--pythonpath", str(Path(__file__).parent), application]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(address, *, seconds=60):
    for _try in range(seconds * 10):
        try:
            return Visitor(address, cookies={}).get("/healthz")
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"nothing answers at {address}")


def cookies_of(user) -> dict[str, str]:
    """What a browser has of someone who is signed in."""
    client = Client()
    client.force_login(user)
    return {"session": client.cookies["session"].value, "csrftoken": TOKEN}


def make_editor(name):
    return make_user(name, is_superuser=True, first_name=name)


class Visitor:
    """A browser without a window."""

    def __init__(self, address, *, cookies):
        self.address = address
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self.headers = {"Cookie": cookie, "X-CSRFToken": TOKEN}

    def get(self, path) -> tuple[int, str]:
        return self.ask("GET", path)

    def post(self, path, fields) -> tuple[int, str]:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(fields), form)

    def ask(self, method, path, body=None, headers=()):
        connection = HTTPConnection(self.address, timeout=60)
        connection.request(method, path, body, self.headers | dict(headers))
        response = connection.getresponse()
        status, text = response.status, response.read().decode()
        connection.close()
        return status, text
