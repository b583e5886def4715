import os
import subprocess
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
        parser.add_argument(
            "--housekeeping",
            action="store_true",
            help="Do what is due every minute too, where no timer does.",
        )

    def handle(self, *, host, port, housekeeping, **options):
        if reason := port_refusal(host, port) or start_refusal():
            raise CommandError(reason)
        if not env.get("SITE_URL"):
            os.environ["SITE_URL"] = f"http://{host}:{port}"
        os.chdir(BASE_DIR)
        if housekeeping:
            every_minute = ["manage.py", "housekeeping", "--every", "60"]
            subprocess.Popen([sys.executable, *every_minute], stdout=subprocess.DEVNULL)
        command = [sys.executable, "-m", "gunicorn", "--bind", f"{host}:{port}"]
        os.execv(sys.executable, [*command, "--config", "python:newsroom.server"])
