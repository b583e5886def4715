from django.core.management.base import BaseCommand, CommandError

from newsroom.roles import MissingPermissions, sync_roles


class Command(BaseCommand):
    help = "Gives the desk's six roles (groups) exactly their permissions."

    def handle(self, *args, **options):
        try:
            report = sync_roles()
        except MissingPermissions as missing:
            raise CommandError(f"Run migrate first: no {missing}.") from missing
        for verb in ("created", "updated"):
            for name in getattr(report, verb):
                self.stdout.write(f"{verb}: {name}")
        self.stdout.write(str(report))
