"""manage.py's commands, as the log tells them: which, and by which account."""

import os
import pwd

import django
from django.apps import apps
from django.core.management import execute_from_command_line
from django.db import DatabaseError

from articles.acting import Acting, acting_by

# Django's own that change people, rows or rights, or take them out. Ours tell what
# they did in entries of their own.
DJANGO_WRITES = {
    "changepassword",
    "clearsessions",
    "createsuperuser",
    "dbshell",
    "dumpdata",
    "flush",
    "loaddata",
    "remove_stale_contenttypes",
    "shell",
}


def run(argv: list[str]):
    """`argv` as of sys.argv; each entry of the log that the command writes names it."""
    name = argv[1] if len(argv) > 1 else ""
    with acting_by(lambda: of_command(name)):
        if name in DJANGO_WRITES:
            log(argv[1:])
        execute_from_command_line(argv)


def of_command(name: str) -> Acting:
    return Acting("command", details={"command": name, "account": account()})


def log(words):
    """Before it runs, for a shell may end anyhow; without tables there is no log."""
    django.setup()
    try:
        entries = apps.get_model("articles", "AuditEntry").objects
        entries.record("command", None, by=None, label=" ".join(words))
    except DatabaseError:
        return


def account() -> str:
    """Who runs it, by the name of the machine."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container's number without a name
        return str(os.getuid())
