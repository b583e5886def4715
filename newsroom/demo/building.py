"""The demo newsroom, step by step; each step is one transaction."""

from collections.abc import Callable

from django.db import transaction

from . import accounts, desk, facts, records, results, sheets, stories

STEPS = (
    ("competitions", facts.competitions),
    ("venues", facts.venues),
    ("teams", facts.teams),
    ("other names", facts.other_names),
    ("club accounts", facts.club_accounts),
    ("people", facts.people),
    ("results", results.results),
    ("points adjustments", facts.adjustments),
    ("match sheets", sheets.match_sheets),
    ("roles", desk.roles),
    ("accounts", accounts.accounts),
    ("authors", desk.authors),
    ("glossary", desk.glossary),
    ("pictures", records.pictures),
    ("quotes", records.quotes),
    ("club posts", records.posts),
    ("notice", records.notice),
    ("stories", stories.stories),
)


def build(report: Callable[[str], None]):
    """Builds what is missing; calls `report` with a line for each step."""
    for name, step in STEPS:
        with transaction.atomic():
            tally = step()
        report(f"{name}: {tally}")
