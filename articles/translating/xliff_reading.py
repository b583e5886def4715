"""An XLIFF file from elsewhere, read with care: no entities, no depths, no surprises.

It is held against itself here (every passage that went out is back, once, with the
source it had), and against the article in `xliff_import`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from django.utils.translation import gettext as _

from .units import Unit, body_units, digest
from .xliff import NAMESPACE, seal
from .xliff_codes import Code, Pieces, coded, field_of, html_from, is_prose, joined
from .xml_tree import Fault, Misfit, Node, parsed

FILE = re.compile(r"article-([0-9]{1,12})-(en|fr)-([0-9]{1,6})-([0-9a-f]{32})")
UNIT = re.compile(r"u([0-9]{1,6})-([a-z0-9_]+)-([0-9a-f]{12})-([0-9a-f]{12})")
MOST_FAULTS = 100  # enough to see that a file is beyond repair
STATES = ("initial", "translated", "reviewed", "final")


@dataclass(frozen=True)
class Passage:
    """A unit as it came back, with the codes of its source.

    `target` is None where nobody wrote any, or where nothing is to be written.
    """

    line: int
    number: int
    kind: str
    mark: str
    source: Unit
    codes: dict[str, str]
    target: Pieces | None
    state: str

    @property
    def words(self) -> str:
        """What was written for it, to read."""
        return "".join(piece for piece in self.target or () if isinstance(piece, str))


@dataclass(frozen=True)
class Returned:
    article: int
    language: str
    line: int
    passages: list[Passage] = field(default_factory=list)


def returned(data: bytes) -> Returned:
    """What `data` holds; raises Misfit with all that is wrong and where."""
    root = parsed(data, namespace=NAMESPACE)
    if root.name != "xliff" or root.attributes.get("version") != "2.0":
        raise Misfit.at(root.line, _("This is not XLIFF 2.0."))
    files = root.named("file")
    if len(files) != 1:
        raise Misfit.at(root.line, _("The file should hold one article."))
    known = FILE.fullmatch(files[0].attributes.get("id", ""))
    if not known:
        raise Misfit.at(files[0].line, _("This file did not come from here."))
    article, language, count, said = known.groups()
    check_languages(root, language)
    passages = all_passages(files[0], int(count))
    if digest(passage.source for passage in passages) != said:
        raise Misfit.at(files[0].line, _("These passages are not of one text."))
    return Returned(int(article), language, files[0].line, passages)


def check_languages(root, language):
    """A region may be added: en-GB is English."""
    pair = [root.attributes.get(name, "") for name in ("srcLang", "trgLang")]
    source = {"en": "fr", "fr": "en"}[language]
    if [code.lower().partition("-")[0] for code in pair] != [source, language]:
        raise Misfit.at(root.line, _("The languages of the file are not those sent."))


def all_passages(file: Node, count: int) -> list[Passage]:
    """In their order, each once; raises Misfit that tells the faults."""
    found, faults = {}, []
    for unit in units_in(file):
        if len(faults) >= MOST_FAULTS:
            break
        try:
            passage = read(unit)
        except Misfit as misfit:
            faults += misfit.faults
            continue
        if not 0 < passage.number <= count:
            told = _("This passage did not come from here.")
            faults.append(Fault(unit.line, told))
        elif passage.number in found:
            faults.append(Fault(unit.line, _("This passage is there twice.")))
        found[passage.number] = passage
    if not faults:
        faults += missing(file, found, count)
    if faults:
        raise Misfit(faults)
    return [found[number] for number in sorted(found)]


def missing(file, found, count):
    lost = [str(number) for number in range(1, count + 1) if number not in found][:20]
    told = _("Passages are missing: %(numbers)s.") % {"numbers": ", ".join(lost)}
    return [Fault(file.line, told)] if lost else []


def units_in(node: Node) -> Iterator[Node]:
    for child in node.elements:
        if child.name == "unit":
            yield child
        elif child.name == "group":
            yield from units_in(child)


def read(unit: Node) -> Passage:
    known = UNIT.fullmatch(unit.attributes.get("id", ""))
    if not known:
        raise Misfit.at(unit.line, _("This passage did not come from here."))
    number, kind, sealed, mark = known.groups()
    segments = [node for node in unit.elements if node.name in {"segment", "ignorable"}]
    source = source_of(unit, segments, kind)
    if source is None or seal(source) != sealed:
        raise Misfit.at(unit.line, _("The source of this passage was changed."))
    target, codes = None, {}
    if is_prose(source):
        target, codes = target_of(segments), coded(source)[1]
    state = state_of(unit, segments, target)
    return Passage(unit.line, int(number), kind, mark, source, codes, target, state)


def source_of(unit, segments, kind) -> Unit | None:
    codes = {
        data.attributes.get("id", "")[1:]: data.text
        for originals in unit.named("originalData")
        for data in originals.named("data")
    }
    told = [pieces_in(source) for one in segments for source in one.named("source")]
    try:
        html = html_from(joined(chain.from_iterable(told)), codes, kind)
    except (KeyError, TypeError):
        return None
    if field_of(kind) != "body":
        return Unit(kind, html)
    found = body_units(html)
    return found[0] if len(found) == 1 else None


def target_of(segments) -> Pieces | None:
    """The words of all segments, in the order that they ask for."""
    told = [(segment, first_target(segment)) for segment in segments]
    lacking = [segment for segment, target in told if target is None]
    asked = [segment for segment in segments if segment.name == "segment"]
    if 0 < len(lacking) < len(asked):
        raise Misfit.at(lacking[0].line, _("A part of this passage has no words."))
    if lacking:
        return None
    targets = in_order([target for _segment, target in told])
    pieces = joined(chain.from_iterable(map(pieces_in, targets)))
    words = "".join(piece for piece in pieces if isinstance(piece, str))
    return pieces if words.strip() else None


def first_target(segment: Node) -> Node | None:
    """What stands between two segments is the same in both languages."""
    found = segment.named("target")
    if segment.name == "ignorable":
        found += segment.named("source")
    return found[0] if found else None


def in_order(targets: list[Node]) -> list[Node]:
    asked = [target.attributes.get("order", "") for target in targets]
    places = [
        int(order) if re.fullmatch("[0-9]{1,6}", order) else place
        for place, order in enumerate(asked, 1)
    ]
    return [targets[n] for n in sorted(range(len(targets)), key=places.__getitem__)]


def state_of(unit, segments, target):
    """The least that a segment says."""
    told = [one.attributes.get("state") for one in segments if one.name == "segment"]
    told = [state if state in STATES else "initial" for state in told]
    state = min(told, key=STATES.index, default="initial")
    is_asked = unit.attributes.get("translate") != "no"
    if state != "initial" and target is None and is_asked:
        reason = _("This passage is said to be translated and has no words.")
        raise Misfit.at(unit.line, reason)
    return state


def pieces_in(node: Node) -> list[str | Code]:
    found = []
    for child in node.content:
        found += [child] if isinstance(child, str) else pieces_of(child)
    return found


def pieces_of(node: Node) -> list[str | Code]:
    """A code as one tag or as two; what only annotates is passed over."""
    code = node.attributes.get("id", "")
    match node.name:
        case "pc":
            return [Code(code, "start"), *pieces_in(node), Code(code, "end")]
        case "sc":
            return [Code(code, "start")]
        case "ec":
            return [Code(node.attributes.get("startRef", code), "end")]
        case "ph":
            return [Code(code, "alone")]
        case "mrk":
            return pieces_in(node)
        case "sm" | "em":
            return []
    told = _("%(name)s has no place among words.") % {"name": node.name or "?"}
    raise Misfit.at(node.line, told)
