"""What keeps a translation from being ready, and what someone has answered."""

from dataclasses import replace
from functools import partial

from django.db import transaction

from articles import answering
from articles.answering import Checks
from articles.intake.register import Register
from articles.models import Dismissal, Edition, Quote, TranslatedUnit
from articles.models.article import Language

from .checks import Finding, Pair, Severity, findings
from .rows import Row, RowState, rows


def ready(edition: Edition, found: list[Row] | None = None) -> Checks:
    """The checks of `edition`, a translation, as its rows (`found`) stand."""
    said = checked(edition, found)
    return answering.sorted_out(said, edition.article, language=edition.language)


def blocking(edition: Edition, found: list[Row]) -> list[Finding]:
    """What nobody has answered and readers may not get."""
    return [o for o in ready(edition, found).open if o.severity == Severity.BLOCK]


def checked(edition, found=None) -> list[Finding]:
    """Their `pair` is the number of the row."""
    if found is None:
        kept = TranslatedUnit.objects.filter(translation__edition=edition)
        found = rows(edition, kept)
    asked = [(n, row) for n, row in enumerate(found) if is_said(row)]
    languages = {
        "source": str(Language(edition.language).other),
        "target": str(edition.language),
    }
    said = findings(
        [Pair(row.source, row.target) for _n, row in asked],
        **languages,
        register=Register(),
        quotes=Quote.objects.on_file_for(edition.article),
    )
    return [replace(one, pair=asked[one.pair][0]) for one in said]


def is_said(row):
    """Not what is still to be written, nor what is left out; a record must stand."""
    if row.state == RowState.UNWRITTEN:
        return row.is_record
    return row.state != RowState.LEFT_OUT


@transaction.atomic
def dismiss(edition: Edition, mark: str, *, reason: str, by) -> Dismissal:
    """Raises as `answering.dismiss` does."""
    told = {"language": edition.language, "reason": reason, "by": by}
    find = partial(checked, edition)
    return answering.dismiss(edition.article, mark, find=find, **told)
