"""A first draft of a passage from the translation engine, for a person to read."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import policy
from articles.before_after import cut
from articles.models import Article, AuditEntry, Edition, TranslatedUnit
from articles.models.article import Language
from articles.publishing import Refused

from .confidential import reason_to_keep
from .kept import Kept
from .machine import Engine, Unanswered, engine
from .rows import Answer, Row, RowState, rows
from .shielding import Shield
from .units import Unit
from .work import Claim, find, write

LONGEST = 5_000  # characters of a passage; an engine's patience has an end


def draft(
    edition: Edition, claim: Claim, *, by: AbstractUser, at: datetime | None = None
) -> list[Row]:
    """Has the engine translate the passage of `claim`, which nobody has written yet,
    and keeps it as machine text; the rows as they are then.

    Nothing is locked while the engine thinks. Raises PermissionDenied, Refused, and
    Unanswered where the engine is of no help.
    """
    if not policy.may_write(by, edition):
        raise PermissionDenied(_("Your role does not allow this."))
    at, asked = at or timezone.now(), engine()
    if asked is None:
        raise Refused(_("No translation engine is set up."))
    row = unwritten(edition, claim)
    if reason := reason_to_keep(edition.article, [row.source.text], at=at):
        raise Refused(reason)
    html = translated(row.source, asked, target=edition.language)
    refuse_too_long(row.field, html)
    return keep(edition, Claim(claim.number, row.source.html, "", html), by=by, at=at)


def unwritten(edition, claim) -> Row:
    """The row of `claim` as it stands, if its words may go to an engine."""
    kept = TranslatedUnit.objects.filter(translation__edition=edition)
    row = find(rows(edition, kept), claim)
    if row.is_record:
        raise Refused(_("A record has a translation of its own: none is asked for."))
    if row.state != RowState.UNWRITTEN:
        raise Refused(_("Something is written for this passage already."))
    if len(row.source.html) > LONGEST:
        raise Refused(_("The passage is too long for the translation engine."))
    return row


def translated(unit: Unit, asked: Engine, *, target: str) -> str:
    """The HTML of `unit` in `target`, its names and links as they have to be."""
    source = str(Language(target).other)
    if not asked.offers(source, target):
        raise Unanswered(_("The translation engine does not know these languages."))
    shield = Shield(unit)
    sent = shield.sent(source=source)
    return shield.restored(asked.translate(sent, source=source, target=target))


def refuse_too_long(field, html):
    most = Article._meta.get_field(field).max_length
    if field != "body" and most and len(html) > most:
        raise Unanswered(_("The translation engine’s answer is too long."))


@transaction.atomic
def keep(edition, claim, *, by, at) -> list[Row]:
    """Writes the target of `claim`, unless someone has been faster."""
    edition.article = Article.objects.select_for_update().get(pk=edition.article_id)
    kept = Kept.of(edition, by=by, at=at)
    found = kept.read()
    row = find(found, claim)
    if row.target or row.state != RowState.UNWRITTEN:
        raise Refused(_("Something is written for this passage already."))
    write(edition, row, found, claim.target, is_moved=False, by=by)
    words = {"source": claim.source, "target": claim.target}
    kept.note(row, Answer.OPEN, **words, is_machine=True)
    said = {
        "field": row.field,
        "source": cut(Unit(row.field, claim.source).text),
        "words": ["", cut(Unit(row.field, claim.target).text)],
    }
    AuditEntry.objects.record("machine_draft", edition, by=by, at=at, **said)
    return kept.close()
