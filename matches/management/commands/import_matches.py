import re
import sys
import zoneinfo
from contextlib import nullcontext

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, transaction

from matches.importers import football_data, football_json, football_txt, strict_json
from matches.importers.importing import import_rows
from matches.importers.rows import Refused
from matches.models import Competition, Season
from matches.names import fold

READERS = {
    "football.json": football_json.read,
    "football.txt": football_txt.read,
    "football-data": football_data.read,
}
LARGEST = 32 * 1024 * 1024


class Command(BaseCommand):
    help = (
        "Bring the matches of a season to what a file tells: all of it, or nothing. "
        "What a person corrected is kept, and listed."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", help="the file; - reads from standard input")
        parser.add_argument(
            "--format",
            default="football.json",
            choices=READERS,
            help="openfootball’s JSON or text, or football-data.org’s version 4",
        )
        parser.add_argument("--competition", required=True, metavar="KEY-OR-NAME")
        parser.add_argument("--season", required=True, metavar="2023/24")
        parser.add_argument("--zone", help="of the file’s times, as Europe/Paris")
        parser.add_argument(
            "--alias",
            action="append",
            default=[],
            metavar="X=Y",
            help="X is the team known as Y; X=X makes it a new team",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="report, keep nothing"
        )

    def handle(self, **options):
        competition = competition_named(options["competition"])
        zone = zone_named(options["zone"]) if options["zone"] else competition.zone
        aliases = dict(alias(pair) for pair in options["alias"])
        label = season_label(options["season"])
        try:
            text = read(options["file"])
            rows = READERS[options["format"]](text, season=label)
            with transaction.atomic():
                season, _created = Season.objects.get_or_create(
                    competition=competition,
                    slug=label.replace("/", "-"),
                    defaults={"label": label},
                )
                report = import_rows(rows, season=season, zone=zone, aliases=aliases)
                self.imported(report, season, options)
                if options["dry_run"]:
                    transaction.set_rollback(True)
        except Refused as refused:
            raise CommandError(told(options["file"], refused)) from refused
        except OperationalError as error:
            busy = Refused(f"the database cannot take it now ({error}): try again")
            raise CommandError(told(options["file"], busy)) from error
        self.tell(report, options)

    def imported(self, report, season, options):
        """For who keeps a log of acts: within the transaction of the import."""

    def tell(self, report, options):
        for detail in report.details:
            self.stdout.write(detail)
        tried = "dry run, nothing is changed: " if options["dry_run"] else ""
        self.stdout.write(f"{tried}{report}")


def told(file, refused):
    reasons = [f"{file}: {reason}" for reason in refused.reasons]
    nothing = f"0 created, 0 updated, 0 unchanged, {len(reasons)} refused"
    return "\n".join([*reasons, f"{nothing}: nothing is changed."])


def read(file):
    try:
        with opened(file) as source:
            data = source.read(LARGEST + 1)
    except OSError as error:
        raise Refused(error.strerror) from error
    if len(data) > LARGEST:
        raise Refused(f"larger than {LARGEST // 1024 // 1024} MB")
    return strict_json.decode(data)


def opened(file):
    return nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb")


def competition_named(text):
    competitions = list(Competition.objects.all())
    for competition in competitions:
        names = [competition.key, competition.name_fr, competition.name_en]
        if fold(text) in {fold(name) for name in names if name}:
            return competition
    known = ", ".join(one.key for one in competitions) or "none yet"
    raise CommandError(f"No competition is called {text}. Known: {known}.")


def zone_named(text):
    try:
        return zoneinfo.ZoneInfo(text)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise CommandError(
            f"{text} is no time zone; say one as Europe/Paris."
        ) from error


def season_label(text):
    if not re.fullmatch(r"\d{4}([/-]\d{2})?", text, re.ASCII):
        raise CommandError(f"{text} is no season; say one as 2023/24, or 2024.")
    return text.replace("-", "/")


def alias(pair):
    spelling, equals, meant = (part.strip() for part in pair.partition("="))
    if not (spelling and equals and meant):
        raise CommandError(f"--alias {pair}: say it as “Spelling=Known name”.")
    return spelling, meant
