import sys
from contextlib import nullcontext

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.models import AuditEntry
from articles.translating.terms import SHIPPED, import_terms
from matches.importers import strict_json
from matches.importers.rows import Refused

LARGEST = 4 * 1024 * 1024


class Command(BaseCommand):
    help = (
        "Bring the glossary to what a file tells: all of it, or nothing. What the "
        "desk changed or deleted is kept, and listed."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file",
            nargs="?",
            default=str(SHIPPED),
            help="of comma-separated values; - reads from standard input; without it, "
            "the glossary that comes with Tribune",
        )

    def handle(self, **options):
        try:
            with transaction.atomic():
                report = import_terms(read(options["file"]))
                log(options["file"], report)
        except Refused as refused:
            raise CommandError(told(options["file"], refused)) from refused
        for key in report.kept:
            self.stdout.write(f"{key}: changed by hand, kept")
        self.stdout.write(str(report))


def log(file, report):
    """An import that changes nothing leaves no trace."""
    if report.created or report.updated:
        said = {"said": str(report)}
        AuditEntry.objects.record("import_terms", None, by=None, label=file, **said)


def read(file):
    try:
        with (
            nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb") as source
        ):
            data = source.read(LARGEST + 1)
    except OSError as error:
        raise Refused(error.strerror) from error
    if len(data) > LARGEST:
        raise Refused(f"larger than {LARGEST // 1024 // 1024} MB")
    return strict_json.decode(data)


def told(file, refused):
    reasons = [f"{file}: {reason}" for reason in refused.reasons]
    nothing = f"0 created, 0 updated, 0 unchanged, {len(reasons)} refused"
    return "\n".join([*reasons, f"{nothing}: nothing is changed."])
