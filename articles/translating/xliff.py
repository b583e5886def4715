"""A translation as an XLIFF 2.0 file, for those who work away from the desk.

A file holds the words of the article alone: of a quote, post, picture or match it
tells the place. Its ids say what each passage was, so that what comes back is known.
"""

import hashlib
from xml.sax.saxutils import escape, quoteattr

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.blocks import EMBED, TOKEN, VOID
from articles.characters import storable
from articles.models import Article, Edition, Language, TranslatedUnit

from .rows import Row, RowState, kept_source, rows
from .units import Unit, digest
from .xliff_codes import Pieces, coded, html_from, is_prose, kind_of

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
STATES = {
    RowState.OPEN: "translated",
    RowState.DONE: "final",
    RowState.MOVED: "final",
}  # the others: "initial"
TYPES = {
    "b": ("fmt", "xlf:b"),
    "strong": ("fmt", "xlf:b"),
    "i": ("fmt", "xlf:i"),
    "em": ("fmt", "xlf:i"),
    "br": ("fmt", "xlf:lb"),
    "sup": ("fmt", "html:sup"),
    "a": ("link", "html:a"),
}


def exported(edition: Edition) -> str:
    """The XLIFF file of `edition`: a unit for each passage of its source."""
    kept = TranslatedUnit.objects.filter(translation__edition=edition)
    found = [row for row in rows(edition, kept) if row.source]
    languages = {
        "srcLang": Language(edition.language).other.value,
        "trgLang": edition.language,
    }
    head = {"xmlns": NAMESPACE, "version": "2.0", **languages, "xml:space": "preserve"}
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{opening("xliff", head)}\n'
        f"{file(edition, found)}\n</xliff>\n"
    )


def file(edition, found) -> str:
    said = digest(row.source for row in found)
    number = edition.article_id
    names = {
        "id": f"article-{number}-{edition.language}-{len(found)}-{said}",
        "original": f"articles/{number}",
        "canResegment": "no",
    }
    told = [
        ("article", str(edition.article)),
        ("source", _("Digest of the source: %(digest)s") % {"digest": said}),
    ]
    passages = [unit(number, row) for number, row in enumerate(found, 1)]
    return "\n".join([opening("file", names), notes(told), *passages, "</file>"])


def unit(number: int, row: Row) -> str:
    is_open = is_prose(row.source) and row.state != RowState.LEFT_OUT
    names = {
        "id": f"u{number}-{kind_of(row.source)}-{seal(row.source)}-{mark(row)}",
        "translate": "yes" if is_open else "no",
    }
    codes, segment = prose(row) if is_prose(row.source) else place(row)
    return "".join(
        [opening("unit", names), notes(told(row)), originals(codes), segment, "</unit>"]
    )


def prose(row) -> tuple[dict[str, str], str]:
    """The codes of a passage with words, and its segment."""
    pieces, codes = coded(row.source)
    target, own = target_of(row, codes)
    is_machine = row.kept and row.kept.is_machine
    state = "initial" if is_machine else STATES.get(row.state, "initial")
    words = f"<source>{inline(pieces, codes)}</source>{target}"
    return codes | own, f"{opening('segment', {'state': state})}{words}</segment>"


def place(row) -> tuple[dict[str, str], str]:
    """The same of a record, whose words stay here, or of a line between two parts."""
    code = '<ph id="1" canCopy="no" canDelete="no" dataRef="d1"/>'
    return {"1": row.source.html}, f"<segment><source>{code}</source></segment>"


def target_of(row, codes):
    """The target element, and the codes that it alone has."""
    if row.target is None:
        return "", {}
    pieces, own = coded(row.target, codes)
    return f"<target>{inline(pieces, own)}</target>", own


def seal(source: Unit) -> str:
    """The same exactly for the same words and codes."""
    pieces, codes = coded(source)
    kind = kind_of(source)
    html = html_from(pieces, codes, kind) if is_prose(source) else source.html
    return shortened(f"{kind}\n{html}")


def mark(row: Row) -> str:
    """The same exactly as long as nobody writes anything else, or leaves it out."""
    html = storable(row.target.html) if row.target else ""
    return shortened(f"{row.state == RowState.LEFT_OUT}\n{html}")


def shortened(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def told(row) -> list[tuple[str, str]]:
    """What a translator should know of a passage: (category, words)."""
    said = [("kind", name_of(row.source))]
    if not is_prose(row.source):
        said.append(("translate", _("Nothing to translate: it stands here.")))
    elif row.state == RowState.LEFT_OUT:
        said.append(("translate", _("Left out on purpose.")))
    elif row.state == RowState.STALE:
        before = kept_source(row.kept).text
        said.append(("before", _("Translated from: %(words)s") % {"words": before}))
    return said


def name_of(source: Unit) -> str:
    if source.field != "body":
        return capfirst(str(Article._meta.get_field(source.field).verbose_name))
    names = {
        "h2": _("Heading"),
        "h3": _("Heading"),
        "ul": pgettext("bullets", "List"),
        "ol": pgettext("bullets", "List"),
        "blockquote": _("Quotation"),
        "hr": _("Line between two parts"),
        "quote": pgettext("record", "Quote"),
        "post": pgettext("record", "Club post"),
        "photo": pgettext("record", "Picture"),
        "match": pgettext("record", "Match"),
    }
    name = names.get(source.tag, _("Paragraph") if source.tag == "p" else source.tag)
    return f"{name} {source.record.id}" if source.record else str(name)


def opening(name, attributes) -> str:
    told = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{told}>"


def notes(told) -> str:
    said = "".join(
        f"{opening('note', {'category': category})}{escape(storable(words))}</note>"
        for category, words in told
    )
    return f"<notes>{said}</notes>"


def originals(codes) -> str:
    """What stands behind each code: a tag, and what closes it."""
    said = []
    for code, tag in codes.items():
        said.append(f'<data id="d{code}">{escape(tag)}</data>')
        if TOKEN.match(tag)["name"] not in VOID | {EMBED}:
            closing = escape(f"</{TOKEN.match(tag)['name']}>")
            said.append(f'<data id="d{code}e">{closing}</data>')
    return f"<originalData>{''.join(said)}</originalData>" if said else ""


def inline(pieces: Pieces, codes) -> str:
    return "".join(
        escape(piece) if isinstance(piece, str) else element(piece, codes[piece.id])
        for piece in pieces
    )


def element(code, tag) -> str:
    """`<pc>` around words, `<ph/>` for what stands alone; none may be lost."""
    if code.part == "end":
        return "</pc>"
    name = TOKEN.match(tag)["name"]
    sort, finer = TYPES.get(name, ("other", f"html:{name}"))
    held = {"id": code.id, "canCopy": "no", "canDelete": "no"}
    kind = {"type": sort, "subType": finer}
    if code.part == "alone":
        return opening("ph", held | {"dataRef": f"d{code.id}"} | kind)[:-1] + "/>"
    behind = {"dataRefStart": f"d{code.id}", "dataRefEnd": f"d{code.id}e"}
    return opening("pc", held | {"canOverlap": "no"} | behind | kind)
