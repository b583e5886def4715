from django.core.management.base import BaseCommand, CommandError

from newsroom.database_role import Unfit, grant


class Command(BaseCommand):
    help = (
        "Give the PostgreSQL role that serves the newsroom its rights on the tables, "
        "and none to change the log or a release. Run it as the owner of the tables, "
        "after each migrate."
    )

    def add_arguments(self, parser):
        parser.add_argument("role", help="as made by CREATE ROLE … LOGIN")

    def handle(self, *, role, **options):
        try:
            grant(role)
        except Unfit as unfit:
            raise CommandError(str(unfit)) from unfit
        self.stdout.write(f"{role} reads and writes, and only adds to the log.")
