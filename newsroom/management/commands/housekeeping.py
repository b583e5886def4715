from django.core.management.base import BaseCommand
from django.utils import timezone

from newsroom.housekeeping import housekeeping


class Command(BaseCommand):
    help = "Does what is due: run it every minute; a second run finds nothing to do."

    def handle(self, *args, **options):
        done = housekeeping(at=timezone.now())
        report = ", ".join(f"{count} {name}" for name, count in done.items())
        self.stdout.write(f"housekeeping: {report}")
