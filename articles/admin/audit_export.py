"""The log as CSV, line by line, for a spreadsheet that must not run what it reads."""

import csv
import json
from datetime import UTC

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from .audit_details import Line

TYPE = "text/csv; charset=utf-8"
AT_ONCE = 2000  # entries read from the database
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BLANK = ("\t", "\r", "\n")


class Echo:
    """Gives back what a csv.writer writes."""

    def write(self, line):
        return line


def rows(entries, acts, *, language):
    """The lines of the file as bytes, the first with a mark that Excel knows UTF-8 by.

    Each is translated by itself: between two, the thread may serve someone else.
    """
    writer = csv.writer(Echo(), lineterminator="\r\n")
    with override(language):
        heading = [str(name) for name in headings()]
    yield ("\ufeff" + writer.writerow(heading)).encode()
    for entry in entries.iterator(AT_ONCE):
        with override(language):
            cells = [cell(value) for value in columns(entry, Line.of(entry, acts))]
        yield writer.writerow(cells).encode()


def headings():
    return [
        _("When (UTC)"),
        _("Who"),
        pgettext("log", "Act"),
        pgettext("log", "Kind"),
        pgettext("log", "About"),
        pgettext("log", "Its number"),
        pgettext("log", "Door"),
        _("Address"),
        _("Details"),
    ]


def columns(entry, line):
    details = json.dumps(entry.details, ensure_ascii=False) if entry.details else ""
    return [
        entry.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S"),
        line.who,
        line.act,
        line.kind,
        line.label,
        entry.object_id,
        line.door,
        line.address,
        details,
    ]


def cell(text: str) -> str:
    """One line, and no formula: an apostrophe makes a spreadsheet take it as text."""
    is_formula = text.startswith(BLANK) or text.lstrip().startswith(FORMULA)
    line = " ".join(text.splitlines())
    return f"'{line}" if is_formula else line
