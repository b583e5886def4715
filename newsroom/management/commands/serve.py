import os
import sys

from django.core.management.base import BaseCommand, CommandError

from newsroom.checks import start_refusal
from newsroom.port import port_refusal
from newsroom.settings import BASE_DIR, env


class Command(BaseCommand):
    help = "Serve the newsroom with gunicorn, as newsroom/server.py sets it up."
    requires_system_checks = []  # those that matter are told in one sentence

    def add_arguments(self, parser):
        parser.add_argument("--host", default="localhost")
        parser.add_argument("--port", default="8000")

    def handle(self, *, host, port, **options):
        if reason := port_refusal(host, port) or start_refusal():
            raise CommandError(reason)
        if not env.get("SITE_URL"):
            os.environ["SITE_URL"] = f"http://{host}:{port}"
        os.chdir(BASE_DIR)
        command = [sys.executable, "-m", "gunicorn", "--bind", f"{host}:{port}"]
        os.execv(sys.executable, [*command, "--config", "python:newsroom.server"])
