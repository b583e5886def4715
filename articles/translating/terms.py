"""Bringing the glossary to what a file tells, and leaving alone what the desk wrote.

The columns are those of `glossary.csv` beside this; only id, domain, fr and en_gb
must be there. Forms of a cell are parted by “; ”.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import override

from articles.models import Term
from matches.importers.rows import Refused

SHIPPED = Path(__file__).parent / "glossary.csv"
COLUMNS = {
    "id": "key",
    "domain": "domain",
    "fr_gender": "gender",
    "fr": "french",
    "en_gb": "british",
    "en_us": "american",
    "fr_variants": "french_variants",
    "en_variants": "english_variants",
    "fr_wrong": "wrong_french",
    "en_wrong": "wrong_english",
    "note": "note",
}
NEEDED = {"id", "domain", "fr", "en_gb"}
LISTS = {"fr_variants", "en_variants", "fr_wrong", "en_wrong"}
WARNINGS = ("FALSE FRIEND", "TRAP", "NEVER")  # in a note: translators are warned


@dataclass
class Report:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)  # keys that the desk changed

    def __str__(self):
        return (
            f"{self.created} created, {self.updated} updated, "
            f"{self.unchanged} unchanged, 0 refused"
        )


def import_terms(text: str) -> Report:
    """All of it, or nothing: raises Refused with a reason for each bad line."""
    rows = list(read(text))
    terms = {term.key: term for term in Term.objects.all()}
    had = set(Term.history.values_list("key", flat=True))
    report = Report()
    with transaction.atomic():
        for values in rows:
            bring(values, terms.get(values["key"]), had, report)
    return report


def bring(values, term, had, report):
    if term is None and values["key"] not in had:
        Term.objects.create(**values, imported=values)
        report.created += 1
        return
    if term and as_stored(term) == term.imported != values:
        update(term, values)
        report.updated += 1
        return
    report.unchanged += 1
    if term is None or as_stored(term) != values:
        report.kept.append(values["key"])  # changed or deleted by hand


def as_stored(term):
    return {
        name: getattr(term, name) for name in (*COLUMNS.values(), "is_false_friend")
    }


def update(term, values):
    for name, value in values.items():
        setattr(term, name, value)
    term.imported = values
    term.save()


def read(text: str) -> Iterator[dict]:
    """The values of each row, checked; Refused with every reason."""
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        refuse_columns(table.fieldnames or [])
        rows = [(table.line_num, row) for row in table]
    except csv.Error as error:
        raise Refused(f"no table of comma-separated values: {error}") from error
    seen, reasons, found = {}, [], []
    for line, row in rows:
        values, wrong = checked(row, seen)
        reasons += [f"line {line}: {reason}" for reason in wrong]
        seen.setdefault(values.get("key"), line)
        found.append(values)
    if reasons:
        raise Refused(*reasons)
    return iter(found)


def refuse_columns(names):
    if missing := sorted(NEEDED - {*names}):
        raise Refused(f"line 1: no column {', '.join(missing)}")
    if unknown := sorted({*names} - COLUMNS.keys()):
        raise Refused(f"line 1: unknown column {', '.join(unknown)}")


def checked(row, seen):
    """(values, reasons why they cannot be taken)."""
    if None in row or None in row.values():
        return {}, ["another number of cells than the first line"]
    values = dict.fromkeys(COLUMNS.values(), "") | {
        COLUMNS[name]: cell(name, text) for name, text in row.items()
    }
    said = any(warning in values["note"] for warning in WARNINGS)
    term = Term(**values, is_false_friend=said)
    reasons = problems(term)  # and tidies it
    if line := seen.get(term.key):
        reasons.append(f"id: {term.key} is on line {line} too")
    return as_stored(term), reasons


def cell(name, text):
    text = text.strip()
    return "\n".join(filter(None, text.split("; "))) if name in LISTS else text


def problems(term):
    names = {name: column for column, name in COLUMNS.items()}
    with override("en"):
        try:
            term.clean_fields(exclude={"folded", "imported"})
        except ValidationError as error:
            return [
                f"{names.get(name, name)}: {message}"
                for name, messages in error.message_dict.items()
                for message in messages
            ]
    return []
