import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.urls import reverse

from articles import publishing
from articles.models import Article, AuditEntry
from matches.importers.rows import Refused
from newsroom.demo import accounts, building


class Command(BaseCommand):
    help = "Builds the demo newsroom; a second run changes nothing."

    def handle(self, *args, **options):
        if Article._meta.db_table not in connection.introspection.table_names():
            raise CommandError("Run migrate first: the database has no tables yet.")
        started, is_new = time.monotonic(), not Article.objects.exists()
        try:
            building.build(self.say)
        except (Refused, publishing.Refused) as refused:
            raise CommandError(f"The demo cannot go on: {refused}") from refused
        if is_new:
            AuditEntry.objects.record("demo", None, by=None)
        seconds = time.monotonic() - started
        self.say(f"The demo newsroom is ready ({seconds:.1f} s).\n\n")
        self.show_accounts()

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()

    def show_accounts(self):
        self.say(f"Sign in at {settings.SITE_URL}{reverse('admin:index')}")
        for username, password, role in accounts.table():
            self.say(f"  {username:<12} {password:<22} {role}")
