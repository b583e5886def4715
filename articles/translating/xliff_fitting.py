"""Whether words that came back can stand where they should, codes and all."""

import re
from html import escape

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles import body
from articles.blocks import TOKEN, blocks
from articles.characters import storable
from articles.models import Article

from .rows import Row
from .xliff_codes import coded, field_of, html_from, kind_of, used
from .xliff_reading import Passage
from .xml_tree import Misfit

SPACES = re.compile("[ \t\n]+")  # not those that typography sets


def is_same(passage: Passage, row: Row) -> bool:
    """Whether the words are those that stand there."""
    if row.target is None:
        return passage.target is None
    return coded(row.target, passage.codes)[0] == passage.target


def fitted(passage: Passage, row: Row) -> str:
    """The HTML of what came back, in place of the target of `row`.

    Raises Misfit where a code is lost, doubled, unknown or misplaced, or where the
    words are too many.
    """
    if row.field != "body":
        return escape(line(passage))
    had, own = coded(row.target, passage.codes) if row.target else ((), {})
    codes = passage.codes | own
    check_codes(passage, codes, had=used(had) if row.target else None)
    html = html_from(passage.target, codes, kind_of(row.target or passage.source))
    try:
        clean = body.sanitise(html)
    except ValidationError as error:
        raise Misfit.at(passage.line, error.messages[0]) from None
    if tags(clean) != tags(html) or len(blocks(clean)) != 1:
        raise Misfit.at(passage.line, _("The codes of this passage are misplaced."))
    return clean


def check_codes(passage, codes, *, had):
    """All codes of the source, or all that its translation `had`; each once."""
    found, asked = used(passage.target), used(coded(passage.source)[0])
    unknown = {code.id for code in found} - set(codes)
    if unknown:
        told = _("Codes that the source has not: %(codes)s.")
        raise Misfit.at(passage.line, told % {"codes": ", ".join(sorted(unknown))})
    if max(found.values(), default=1) > 1:
        doubled = {code.id for code, times in found.items() if times > 1}
        told = _("Codes that stand there twice: %(codes)s.")
        raise Misfit.at(passage.line, told % {"codes": tags_of(doubled, codes)})
    lost = {code.id for code in asked - found}
    if lost and (had is None or had - found):
        told = _("Codes are lost: %(codes)s.") % {"codes": tags_of(lost, codes)}
        raise Misfit.at(passage.line, told)


def tags_of(ids, codes):
    return ", ".join(f"{code} {codes[code]}" for code in sorted(ids))


def tags(html):
    return sorted(found["closes"] + found["name"] for found in TOKEN.finditer(html))


def line(passage) -> str:
    """A title or standfirst in one line."""
    words = storable("".join(p for p in passage.target if isinstance(p, str)))
    words = SPACES.sub(" ", words).strip(" ")
    most = Article._meta.get_field(field_of(passage.kind)).max_length
    if len(words) > most:
        told = _("These words are longer than %(most)s characters.") % {"most": most}
        raise Misfit.at(passage.line, told)
    return words
