"""What an engine has to leave alone in a passage, and putting it back.

Names go as `<span translate="no" id="n0">`, already in the target language's form;
links without their addresses. Both are put back by their numbers, whatever the engine
has made of what stands in them. Nothing else of its markup is believed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

import nh3
from django.utils.translation import gettext as _

from articles import body
from articles.blocks import TAGS, TOKEN, text_of
from articles.characters import storable

from .machine import Unanswered
from .names import find_all_names
from .opaque import opaque_spans
from .units import Unit, normalised

NUMBERED = {"span": {"id"}, "a": {"id"}}
CLEANER = nh3.Cleaner(tags=TAGS | {"span"}, attributes=NUMBERED, link_rel=None)
NAME = re.compile(r'<span id="n(\d{1,4})">(.*?)</span>', re.DOTALL)
LINK = re.compile(r"<a(?: [^>]*)?>")
NUMBER = re.compile(r'<a id="l(\d{1,4})">')
BLOCK = re.compile(r"</?(?:p|h2|h3|ul|ol|li|blockquote|hr|newsroom-embed)\b")
LONGER = 4  # times the source, and
AT_LEAST = 200  # characters more: no translation is that long


@dataclass
class Shield:
    unit: Unit
    names: list[str] = field(default_factory=list)  # by number, as they come back
    links: list[str] = field(default_factory=list)  # start tags
    asked: str = ""  # the words as the engine gets them

    def sent(self, *, source: str) -> str:
        """The HTML for the engine of the unit, written in `source`."""
        parts = list(parted(self.unit.html))
        texts = [unescape(text) for text, _tag in parts]
        named = find_all_names(texts, language=source)
        html = "".join(
            self.text(text, found) + self.tag(tag)
            for text, found, (_text, tag) in zip(texts, named, parts, strict=True)
        )
        self.asked = text_of(html)
        return html

    def text(self, text, found):
        held = [(one.start, one.end, (*one.forms, one.words)[0]) for one in found]
        held += [(start, end, text[start:end]) for start, end in opaque_spans(text)]
        pieces, last = [], 0
        for start, end, form in sorted(held):
            pieces += [escape(text[last:start], quote=False), self.name(form)]
            last = end
        return "".join([*pieces, escape(text[last:], quote=False)])

    def name(self, form):
        self.names.append(form)
        shown = escape(form, quote=False)
        return f'<span translate="no" id="n{len(self.names) - 1}">{shown}</span>'

    def tag(self, tag):
        if not tag.startswith("<a "):
            return tag
        self.links.append(tag)
        return f'<a id="l{len(self.links) - 1}">'

    def restored(self, answer: str) -> str:
        """The HTML of the target that `answer` tells; raises Unanswered."""
        html = CLEANER.clean(storable(answer))
        html = LINK.sub(self.link_back, self.with_names(html))
        html = body.sanitise(html) if self.unit.field == "body" else line(html)
        self.refuse_another_shape(html)
        return html

    def with_names(self, html):
        back = {number for number, _words in NAME.findall(html)}
        said = text_of(html)
        for number, form in enumerate(self.names):
            if str(number) not in back and form not in said:
                raise Unanswered(
                    _("The translation engine lost a name: %(name)s") % {"name": form}
                )
        return NAME.sub(self.name_back, html)

    def name_back(self, found):
        number = int(found[1])
        known = number < len(self.names)
        return escape(self.names[number], quote=False) if known else found[2]

    def link_back(self, found):
        number = NUMBER.fullmatch(found[0])
        known = number and int(number[1]) < len(self.links)
        return self.links[int(number[1])] if known else "<a>"  # which leads nowhere

    def refuse_another_shape(self, html):
        said, source = text_of(html), self.unit.text
        if BLOCK.findall(html) != BLOCK.findall(self.unit.html) or not said:
            raise Unanswered(_("The translation engine changed the form of the text."))
        if any(html.count(link) < self.links.count(link) for link in self.links):
            raise Unanswered(_("The translation engine lost a link."))
        if len(said) > LONGER * len(source) + AT_LEAST:
            raise Unanswered(_("The translation engine’s answer is too long."))
        if normalised(said) == normalised(self.asked) and self.has_words():
            raise Unanswered(_("The translation engine gave back the same words."))

    def has_words(self):
        """More than three beside the names: no two languages say the same."""
        held = sum(len(name.split()) for name in self.names)
        return len(self.asked.split()) - held > 3


def parted(html: str) -> Iterator[tuple[str, str]]:
    """(text, the tag behind it) of `html`, from its beginning to its end."""
    end = 0
    for found in TOKEN.finditer(html):
        yield html[end : found.start()], found[0]
        end = found.end()
    yield html[end:], ""


def line(html) -> str:
    """Words without markup, as a title has them."""
    return escape(" ".join(text_of(html).split()), quote=False)
