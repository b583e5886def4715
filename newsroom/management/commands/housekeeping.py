import os
import time

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from articles.models import AuditEntry
from newsroom.housekeeping import housekeeping


class Command(BaseCommand):
    help = "Does what is due: run it every minute; a second run finds nothing to do."

    def add_arguments(self, parser):
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="Do it again and again, until the process that started this one ends.",
        )

    def handle(self, *, every, **options):
        parent = os.getppid()
        self.once()
        while every and outlived(parent, every):
            self.once()
            connection.close()

    def once(self):
        done = housekeeping(at=timezone.now())
        log(done)
        report = ", ".join(f"{count} {name}" for name, count in done.items())
        self.stdout.write(f"housekeeping: {report}")


def outlived(parent, seconds):
    """Whether the process `parent` is still there after `seconds`, or Control-C."""
    try:
        for _ in range(seconds):
            time.sleep(1)
            if os.getppid() != parent:
                return False
    except KeyboardInterrupt:
        return False
    return True


def log(done):
    """Unsaved work that was thrown away; the rest follows from what others did."""
    if count := done.get("autosaves removed"):
        AuditEntry.objects.record("housekeeping", None, by=None, autosaves=count)
