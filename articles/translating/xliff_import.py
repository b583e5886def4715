"""What an agency sends back is taken into the translation: all of the file or nothing.

A passage that someone on the desk wrote or left out meanwhile stays as it is, and is
told. Words for a source that has changed since come in as what they are, and stale.
"""

from dataclasses import dataclass, field
from datetime import datetime
from html import unescape

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import policy
from articles.before_after import pair
from articles.models import Article, AuditEntry, Edition

from .alignment import align
from .kept import Kept
from .rows import Answer, Row, RowState, html_of
from .units import Unit, body_units, units
from .work import next_place
from .xliff import mark
from .xliff_fitting import fitted, is_same
from .xliff_reading import Passage, Returned, returned
from .xml_tree import Misfit

LOGGED = 50  # passages told one by one in the log
ENDED = {"reviewed", "final"}  # done; "translated" is left to the desk to read


@dataclass
class Taken:
    """What became of the passages of a file; those that said nothing new are in none.

    Words in `stale` are for a source that has changed; `kept` is what someone on the
    desk wrote first, `gone` what the source no longer says: neither was taken.
    """

    done: list[Passage] = field(default_factory=list)
    open: list[Passage] = field(default_factory=list)
    stale: list[Passage] = field(default_factory=list)
    kept: list[Passage] = field(default_factory=list)
    gone: list[Passage] = field(default_factory=list)


@dataclass(frozen=True)
class Change:
    passage: Passage
    row: Row
    html: str
    answer: Answer


def take(
    edition: Edition, data: bytes, *, by: AbstractUser, at: datetime | None = None
) -> Taken:
    """Takes the XLIFF file `data` into `edition`, as one act of `by`.

    Raises PermissionDenied, and Misfit where the file does not fit: then nothing is
    changed.
    """
    if not policy.may_write(by, edition):
        raise PermissionDenied(_("Your role does not allow this."))
    file = returned(data)
    if (file.article, file.language) != (edition.article_id, edition.language):
        raise Misfit.at(file.line, _("The file is of another article or language."))
    return apply(edition, file, by=by, at=at or timezone.now())


@transaction.atomic
def apply(edition, file: Returned, *, by, at) -> Taken:
    edition.article = Article.objects.select_for_update().get(pk=edition.article_id)
    kept = Kept.of(edition, by=by, at=at)
    rows, taken = kept.read(), Taken()
    changes = fitting(paired(file, rows, taken), taken)
    try:
        write(edition, rows, changes, by=by)
    except ValidationError as error:
        raise Misfit.at(file.line, error.messages[0]) from None
    for change in changes:
        source = change.passage.source.html
        kept.note(change.row, change.answer, source=source, target=change.html)
    kept.close()
    told = counted(taken) | {"passages": [words(change) for change in changes[:LOGGED]]}
    AuditEntry.objects.record("xliff_import", edition, by=by, at=at, **told)
    return taken


def words(change):
    """[before, after] of a passage."""
    before = change.row.target.text if change.row.target else ""
    return pair(before, Unit(change.row.field, change.html).text)


def counted(taken):
    return {name: len(found) for name, found in vars(taken).items()}


def paired(file, rows, taken) -> list[tuple[Passage, Row]]:
    """Each passage with words and the row that it is for, in the order of rows."""
    sourced = [row for row in rows if row.source]
    passages = file.passages
    found = align([p.source for p in passages], [row.source for row in sourced])
    known = set(found.values())
    taken.gone += [
        passage
        for n, passage in enumerate(passages)
        if n not in known and passage.target is not None
    ]
    pairs = [(passages[n], sourced[j]) for j, n in sorted(found.items())]
    return [(passage, row) for passage, row in pairs if passage.target is not None]


def fitting(pairs, taken) -> list[Change]:
    """What there is to change; raises Misfit that tells every fault."""
    changes, faults = [], []
    for passage, row in pairs:
        try:
            change = wanted(passage, row, taken)
        except Misfit as misfit:
            faults += misfit.faults
        else:
            changes += [change] if change else []
    if faults:
        raise Misfit(faults)
    return changes


def wanted(passage, row, taken) -> Change | None:
    is_old = passage.source.key != row.source.key
    if is_same(passage, row):
        answer = None if is_old else answer_to_same(passage, row)
        if answer is None:
            return None
        html = html_of(row.target)
    elif mark(row) != passage.mark:
        taken.kept.append(passage)
        return None
    elif row.state == RowState.LEFT_OUT:
        return None
    else:
        html = fitted(passage, row)
        is_done = is_old or passage.state in ENDED
        answer = Answer.TRANSLATED if is_done else Answer.OPEN
    sort_in(passage, answer, taken, is_old=is_old)
    return Change(passage, row, html, answer)


def answer_to_same(passage, row) -> Answer | None:
    """What the agency says of words that it left as they are, if that is news."""
    if passage.state in ENDED and row.state in {RowState.OPEN, RowState.STALE}:
        return Answer.TRANSLATED
    if passage.state == "translated" and row.state == RowState.STALE:
        return Answer.OPEN
    return None


def sort_in(passage, answer, taken, *, is_old):
    if is_old:
        taken.stale.append(passage)
    elif answer == Answer.TRANSLATED:
        taken.done.append(passage)
    else:
        taken.open.append(passage)


def write(edition, rows, changes, *, by):
    """Puts all changes where they stand, in one save."""
    article, language = edition.article, edition.language
    before = edition.words
    for change in changes:
        if change.row.field != "body":
            column = f"{change.row.field}_{language}"
            setattr(article, column, unescape(change.html))
    changed = [change for change in changes if change.row.field == "body"]
    if changed:
        setattr(article, f"body_{language}", new_body(before, rows, changed))
    if edition.words != before:
        article._history_user = by
        article.save()


def new_body(words, rows, changes) -> str:
    """New passages stand behind the one above, in the order of the source."""
    blocks = [unit.html for unit in body_units(words.body)]
    lines = len(units(words)) - len(blocks)
    added = []
    for change in changes:
        if change.row.target:
            blocks[change.row.place - lines] = change.html
        else:
            place = max(0, next_place(change.row, rows) - lines)
            added.append((place, len(added), change.html))
    for place, _order, html in sorted(added, reverse=True):
        blocks.insert(place, html)
    return "\n".join(blocks)
