import time

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse

from newsroom.demo import accounts, building


class Command(BaseCommand):
    help = "Builds the demo newsroom; a second run changes nothing."

    def handle(self, *args, **options):
        started = time.monotonic()
        building.build(self.say)
        seconds = time.monotonic() - started
        self.stdout.write(f"The demo newsroom is ready ({seconds:.1f} s).\n\n")
        self.show_accounts()

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()

    def show_accounts(self):
        self.stdout.write(f"Sign in at {settings.SITE_URL}{reverse('admin:index')}")
        for username, password, role in accounts.table():
            self.stdout.write(f"  {username:<12} {password:<22} {role}")
