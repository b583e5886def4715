"""Every address × every role × every method × own or other's, printed whole, against
the table of `tests/newsroom/matrix.txt`."""

import logging

from django.contrib.auth.models import Group
from django.db import transaction

from tests.newsroom.matrix import METHODS, answered, differences
from tests.newsroom.matrix_addresses import lines
from tests.newsroom.matrix_scene import Scene
from tests.prove import Result, say


def prove():
    logging.disable(logging.ERROR)
    with transaction.atomic():
        yield matrix(Scene(), METHODS)
        transaction.set_rollback(True)
    with transaction.atomic():
        yield matrix(promoted(Scene()), ["POST"], is_twin=True)
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


def promoted(scene):
    """Whoever may only read was put among the desk chiefs by mistake."""
    scene.people["read-only"].groups.add(Group.objects.get(name="desk chief"))
    return scene


def matrix(scene, methods, *, is_twin=False):
    found = answered(scene, lines(), methods=methods)
    wrong = differences(found)
    for cell, (expected, letters) in [] if is_twin else wrong.items():
        say(f"{cell}: {expected} expected, {letters} found")
    cells = sum(map(len, found.values()))
    text = f"N={cells} answers, {len(wrong)} lines differ from the table"
    return Result("matrix", text, not wrong, is_twin)
