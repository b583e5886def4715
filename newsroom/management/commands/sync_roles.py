from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.models import AuditEntry
from newsroom.roles import MissingPermissions, sync_roles


class Command(BaseCommand):
    help = "Gives the desk's six roles (groups) exactly their permissions."

    def handle(self, *args, **options):
        try:
            with transaction.atomic():
                report = sync_roles()
                log(report)
        except MissingPermissions as missing:
            raise CommandError(f"Run migrate first: no {missing}.") from missing
        for verb in ("created", "updated"):
            for name in getattr(report, verb):
                self.stdout.write(f"{verb}: {name}")
        self.stdout.write(str(report))


def log(report):
    for group, permissions in report.changes.items():
        fields = {"permissions": permissions}
        AuditEntry.objects.record("sync_roles", group, by=None, fields=fields)
