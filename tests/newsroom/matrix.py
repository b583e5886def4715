"""Asks every address of the site as every role, and tells in a letter what it answers.

`matrix.txt` holds what is expected: a line for each address, and what was asked for.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from django.db import connection, transaction
from django.test import Client

from .matrix_addresses import Line
from .matrix_scene import ROLES, Scene

TABLE = Path(__file__).with_name("matrix.txt")
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
SAFE = {"GET", "HEAD", "OPTIONS"}
LETTERS = {200: "o", 204: "o", 301: ">", 302: ">", 400: "b", 401: "l", 403: "f"}
LETTERS |= {404: "n", 405: "m", 409: "x", 410: "g", 413: "b", 500: "!", 503: "!"}
LETTERS |= {422: "b", 429: "t"}
TAB = {"tab": "00000000-0000-4000-8000-000000000009"}
BODIES = {  # what a page of ours sends, so that only the policy can refuse it
    "/checks/dismiss/": {"mark": "x", "reason": "x"},
    "/checks/": {"body": "", "mark": "x", "reason": "x"},
    "/translate/act/": {"verb": "write", "target": "x", "number": 0},
    "/translate/draft/": {"target": "x", "number": 0},
    "/translate/record/<str:kind>/<int:record>/": {"target": "x"},
    "/translate/caption/<int:photo>/<str:name>/": {"target": "x"},
    "/translate/rows/": {},
    "/translate/help/": {"source": "x"},
    "/keep/": TAB | {"turn": 1, "seen_version": 1, "fields": {}},
    "/presence/": TAB,
    "/kept/<int:number>/": True,
    "/live/acts/": {"key": TAB["tab"], "kind": "undo", "at": "2024-05-02T19:00:00Z"},
}


class Decided:
    """Middleware: a page that is decided is not printed; the table asks who may."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        response.content = b""
        return response


class Asking:
    """One person's browser; whatever a question changes is taken back."""

    def __init__(self, scene: Scene, role: str):
        self.scene, self.role = scene, role
        self.client = Client(SERVER_NAME="localhost", raise_request_exception=False)
        if person := scene.people[role]:
            self.client.force_login(person)
        self.kept = dict(self.client.cookies)

    def letter(self, line: Line, method: str) -> str:
        response, _written = self.ask(line, method)
        return letter(response)

    def ask(self, line: Line, method: str):
        """The response, and the tables that the question wrote to."""
        address, written = line.address(self.scene, self.role), set()
        self.client.cookies.clear()
        self.client.cookies.update(self.kept)
        with transaction.atomic(), connection.execute_wrapper(noting(written)):
            response = self.client.generic(method, address, **body(line, method))
            b"".join(response)
            transaction.set_rollback(True)
        return response, written


def body(line, method):
    if method in SAFE:
        return {}
    sent = next((b for end, b in BODIES.items() if line.route.endswith(end)), None)
    if sent is not None:
        return {"data": json.dumps(sent), "content_type": "application/json"}
    return {
        "data": "post=yes",
        "content_type": "application/x-www-form-urlencoded",
    }


def noting(written):
    """Adds the table of each statement that writes."""
    writes = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.I)

    def note(execute, sql, params, many, context):
        if found := writes.match(sql):
            written.add(found[1])
        return execute(sql, params, many, context)

    return note


def letter(response) -> str:
    if response.status_code == 302 and "/login/" in response["Location"]:
        return "l"
    return LETTERS.get(response.status_code, "?")


def answered(scene, asked, *, methods=METHODS, roles=ROLES) -> dict:
    """(line, method) → the letters of `roles`."""
    askings = [Asking(scene, role) for role in roles]
    return {
        (line, method): "".join(one.letter(line, method) for one in askings)
        for line in asked
        for method in methods
    }


def printed(found: dict) -> Iterator[str]:
    """The table as it is kept: "=" stands for what GET answers."""
    for line in dict.fromkeys(line for line, _method in found):
        asked = [found[line, method] for method in METHODS]
        cells = [asked[0], *("=" if one == asked[0] else one for one in asked[1:])]
        yield f"{line!s:<84} {' '.join(f'{cell:<8}' for cell in cells)}".rstrip()


def expected() -> dict:
    """(line, method) → the letters of ROLES, as the table has them."""
    found = {}
    for text in TABLE.read_text(encoding="utf-8").splitlines():
        if not text or text.startswith("#"):
            continue
        route, *rest = text.split()
        whose, cells = " ".join(rest[: -len(METHODS)]), rest[-len(METHODS) :]
        line = Line(route[1:], "" if whose == "-" else whose)
        for method, cell in zip(METHODS, cells, strict=True):
            found[line, method] = cells[0] if cell == "=" else cell
    return found


def differences(found, roles=ROLES):
    """What was answered otherwise than the table has it: (expected, found)."""
    table, places = expected(), [ROLES.index(role) for role in roles]
    wanted = {
        cell: "".join(table[cell][place] for place in places)
        for cell in found
        if cell in table
    }
    return {
        f"{method} {line}": (wanted.get((line, method)), letters)
        for (line, method), letters in found.items()
        if wanted.get((line, method)) != letters
    }
