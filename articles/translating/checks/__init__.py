"""Checks of a translation before it is ready: figures, names, traps, embeds, links…

A finding warns or blocks; a person answers it with a reason.
"""

from collections.abc import Iterable

from articles.intake.register import Register
from articles.models import Quote

from . import (
    embeds,
    figures,
    leftovers,
    links,
    misspelt,
    names,
    people,
    quoted,
    setting,
    traps,
)
from .case import Case
from .finding import Finding, Kind, On, Severity
from .pairs import Pair

CHECKS = (
    leftovers,
    embeds,
    figures,
    names,
    people,
    misspelt,
    traps,
    links,
    quoted,
    setting,
)
LONGEST = 60_000  # characters of one side; beyond, nobody waits for an answer

__all__ = ["Finding", "Kind", "On", "Pair", "Severity", "findings"]


def findings(
    pairs: list[Pair],
    *,
    source: str,
    target: str,
    register: Register | None = None,
    quotes: Iterable[Quote] = (),
) -> list[Finding]:
    """What went wrong from language `source` to `target`, told in the active language.

    Ordered by pair, what blocks first, then by place. Without `register` no record of
    teams, people or competitions is asked; `quotes` are those of the article.
    """
    quotes = list(quotes)
    told = {"source": source, "target": target, "register": register, "quotes": quotes}
    case = Case(pairs, **told)
    if max(len(case.source.text), len(case.target.text)) > LONGEST:
        return list(embeds.check(case))
    found = {}
    for check in CHECKS:
        for one in check.check(case):
            found.setdefault((one.kind, *place(one)), one)
    return sorted(found.values(), key=place)


def place(found: Finding):
    return found.pair, found.severity != Severity.BLOCK, found.side, found.start
