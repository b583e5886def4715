"""What a translator does to a translation, passage by passage.

Every act names the passage by the words that its page showed: whatever was edited
meanwhile on either side, it lands on that passage or is refused, and what it says of
the source is said of the words that were read.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from html import escape, unescape

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import body, policy
from articles.before_after import cut, pair
from articles.characters import one_line
from articles.models import Article, AuditEntry, Edition
from articles.publishing import Refused

from . import alignment
from .kept import Kept
from .rows import Answer, Row, html_of, source_words
from .units import Unit, body_units, units


class Act(StrEnum):
    WRITE = "write"  # keep the words; nothing is said of them
    DONE = "done"
    STILL_RIGHT = "still_right"
    LEAVE_OUT = "leave_out"
    REOPEN = "reopen"
    REMOVE = "remove"  # take the target's words away
    FOLLOW = "follow"  # move the target's words where the source has moved


# What is said of the source once the act is done; the others say nothing of it.
ANSWERS = {
    Act.DONE: Answer.TRANSLATED,
    Act.STILL_RIGHT: Answer.STILL_RIGHT,
    Act.FOLLOW: Answer.STILL_RIGHT,
    Act.LEAVE_OUT: Answer.LEFT_OUT,
    Act.REOPEN: Answer.OPEN,
}


@dataclass(frozen=True)
class Claim:
    """A passage as a page showed it: the HTML of both sides ("" for none), and the
    number of its row; `target` is what its target becomes."""

    number: int
    source: str
    before: str
    target: str


class Conflict(Exception):
    """Someone else wrote the same passage meanwhile: `row` is how it stands now."""

    def __init__(self, row: Row):
        super().__init__(_("Someone else changed this passage meanwhile."))
        self.row = row


@transaction.atomic
def begin(
    article: Article, *, language: str, by: AbstractUser, at: datetime | None = None
) -> Edition:
    """Opens the edition in `language` with the source's records in their places.

    What the edition says already stays. Raises PermissionDenied.
    """
    if language not in policy.editable_languages(by, article):
        raise PermissionDenied(_("Your role does not allow this."))
    at = at or timezone.now()
    article = Article.objects.select_for_update().get(pk=article.pk)
    edition, is_new = Edition.objects.get_or_create(
        article=article,
        language=language,
        defaults={"origin": Edition.Origin.TRANSLATION, "translator": by},
    )
    edition.article = article
    if is_new:
        AuditEntry.objects.record("open", edition, by=by, at=at, after=edition.status)
    kept = Kept.of(edition, by=by, at=at)
    if not edition.words.body:
        places = body.records(source_words(edition).body)
        save_words(edition, "body", "\n".join(map(str, places)), by=by)
    kept.close()
    return edition


@transaction.atomic
def hand(edition: Edition, to: AbstractUser | None, *, by: AbstractUser, at=None):
    """Gives a translation to `to`: oneself who may write it, another who may decide.

    None puts it back for anyone. Raises PermissionDenied, and Refused where `to` may
    not write the language.
    """
    is_own = to == by or (to is None and edition.translator_id == by.pk)
    if not (policy.may_write(by, edition) and (is_own or policy.may_hand(by, edition))):
        raise PermissionDenied(_("Your role does not allow this."))
    if to and not policy.may_write(to, edition):
        raise Refused(_("%(who)s may not write this language.") % {"who": to})
    before, edition.translator = edition.translator, to
    edition.save()
    told = {"from": before.get_username() if before else ""}
    told |= {"to": to.get_username() if to else ""}
    AuditEntry.objects.record("hand", edition, by=by, at=at, **told)


@transaction.atomic
def act(
    edition: Edition,
    verb: Act,
    claim: Claim,
    *,
    by: AbstractUser,
    at: datetime | None = None,
) -> list[Row]:
    """Does `verb` to the passage of `claim`; the rows as they are then.

    Raises PermissionDenied, Conflict, and Refused when the passage is gone.
    """
    if not policy.may_write(by, edition):
        raise PermissionDenied(_("Your role does not allow this."))
    edition.article = Article.objects.select_for_update().get(pk=edition.article_id)
    kept = Kept.of(edition, by=by, at=at or timezone.now())
    rows = kept.read()
    row = find(rows, claim)
    target = wanted(verb, row, claim)
    before = row.target.text if row.target else ""
    if is_unseen(row, claim, target):
        raise Conflict(row)
    write(edition, row, rows, target, is_moved=verb == Act.FOLLOW, by=by)
    if verb == Act.REMOVE and row.source is None:
        kept.forget(row)
    else:
        kept.note(row, ANSWERS.get(verb), source=claim.source, target=target)
    AuditEntry.objects.record(
        verb.value, edition, by=by, at=kept.at, **told(row, before, target)
    )
    return kept.close()


def told(row, before, target):
    """For the log: what stood for the passage, and what stands for it now."""
    source = row.source.text if row.source else ""
    words = pair(before, Unit(row.field, target).text if target else "")
    return {"field": row.field, "source": cut(source), "words": words}


def is_unseen(row, claim, target) -> bool:
    """Whether a person wrote meanwhile; machine text gives way to a person's words."""
    gives_way = row.is_unread and bool(target)
    return not gives_way and html_of(row.target) not in {claim.before, target, ""}


def wanted(verb, row, claim) -> str:
    """The HTML that `verb` gives the target; "" takes it away."""
    if verb in {Act.REMOVE, Act.LEAVE_OUT}:
        return ""
    is_written = verb in {Act.WRITE, Act.DONE}
    target = cleaned(row, claim.target) if is_written else html_of(row.target)
    if not target and verb not in {Act.WRITE, Act.REOPEN}:
        raise Refused(_("Nothing is written for this passage yet."))
    return target


def cleaned(row, html) -> str:
    if row.field == "body":
        return body.sanitise(html)
    return escape(one_line(html), quote=False)


def find(rows: list[Row], claim: Claim) -> Row:
    """The row that `claim` names: by its words, then by its number. Raises Refused."""
    alike = [
        (likeness(row, claim), -abs(n - claim.number)) for n, row in enumerate(rows)
    ]
    best = max(alike, default=(0, 0))
    if not best[0]:
        raise Refused(_("This passage is gone meanwhile: look at the page again."))
    return rows[alike.index(best)]


def likeness(row, claim) -> float:
    """2 for each side that is as the page showed it; 1 for a source edited since."""
    score = 2 * (bool(claim.before) and html_of(row.target) == claim.before)
    if not claim.source or row.source is None:
        return score
    if row.source.html == claim.source:
        return score + 2
    shown = Unit(row.field, claim.source)
    return score + bool(alignment.likeness(shown.key, row.source.key))


def write(edition, row, rows, html, *, is_moved, by):
    """Puts `html` where the target of `row` stands, or after the one before it."""
    if row.field != "body":
        return save_words(edition, row.field, unescape(html), by=by)
    blocks = [unit.html for unit in body_units(edition.words.body)]
    lines = len(units(edition.words)) - len(blocks)
    place = next_place(row, rows)
    if row.target:
        blocks[row.place - lines] = "" if is_moved else html
        place = place if is_moved else None
    if place is not None:
        blocks.insert(max(0, place - lines), html)
    return save_words(edition, "body", "\n".join(blocks), by=by)


def next_place(row, rows) -> int:
    """Behind the target of the nearest row above: 0 where there is none."""
    above = reversed(rows[: rows.index(row)])
    return next((r.place + 1 for r in above if r.target), 0)


def save_words(edition, field, value, *, by):
    article = edition.article
    column = f"{field}_{edition.language}"
    if getattr(article, column) == value:
        return
    setattr(article, column, value)
    article._history_user = by
    article.save()
