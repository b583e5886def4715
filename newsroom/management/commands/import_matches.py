from articles.models import AuditEntry
from matches.management.commands import import_matches

MOST_LINES = 200


class Command(import_matches.Command):
    """The facts' own command, which the desk's log of acts tells of."""

    def imported(self, report, season, options):
        """A file that says nothing new leaves no trace."""
        if not (report.created or report.updated):
            return
        told = {"file": options["file"], "said": str(report)}
        if lines := list(report.details)[:MOST_LINES]:
            told["lines"] = lines
        AuditEntry.objects.record("import_matches", season, by=None, **told)
