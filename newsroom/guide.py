"""The desk guide, docs/guide.<language>.md, as a page of the desk.

The files are the project's own and hold no HTML: the Markdown escapes any.
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.conf import settings
from django.contrib import admin
from django.http import Http404
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

from articles.models import Language

FOLDER = settings.BASE_DIR / "docs"
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
SHARPNESS = 1.5  # of a picture's dots for one of a page
NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


@dataclass(frozen=True)
class Heading:
    id: str
    title: str
    level: int


@dataclass(frozen=True)
class Guide:
    """`title` is the first heading; `body` is what follows it, as markup."""

    language: Language
    title: str
    headings: list[Heading]
    body: SafeString

    @property
    def chapters(self) -> list[Heading]:
        return [heading for heading in self.headings if heading.level == 2]


@require_safe
def guide(request, language=None):
    """In the language of the interface, unless another is asked for."""
    language = language or get_language()
    if language not in Language.values:
        raise Http404
    found = read(Language(language))
    context = admin.site.each_context(request) | {
        "title": _("Desk guide"),
        "guide": found,
    }
    return TemplateResponse(request, "admin/guide.html", context)


def read(language: Language) -> Guide:
    """Of its three first tokens the file's heading is made."""
    text = (FOLDER / f"guide.{language}.md").read_text(encoding="utf-8")
    tokens = MARKDOWN.parse(text)
    headings = list(named(tokens))
    for token in tokens:
        for child in token.children or ():
            settle(child)
    title, *others = headings
    body = MARKDOWN.renderer.render(tokens[3:], MARKDOWN.options, {})
    return Guide(language, title.title, others, mark_safe(body))


def named(tokens: list[Token]):
    """Gives every heading the anchor that code hosts give it."""
    for opening, inline in zip(tokens, tokens[1:], strict=False):
        if opening.type == "heading_open":
            id = anchor(inline.content)
            opening.attrSet("id", id)
            yield Heading(id, inline.content, int(opening.tag[1:]))


def anchor(title: str) -> str:
    """Save, then publish → save-then-publish."""
    return NOT_IN_ANCHORS.sub("", title.lower()).replace(" ", "-")


def settle(token: Token):
    """Leads what the file names beside itself to where the desk has it."""
    if token.type == "image":
        name = str(token.attrs["src"])
        with Image.open(FOLDER / name) as picture:
            width, height = (round(side / SHARPNESS) for side in picture.size)
        token.attrs |= {"src": static(name), "width": width, "height": height}
        token.attrs |= {"loading": "lazy", "decoding": "async"}
    elif token.type == "link_open":
        path = PurePosixPath(str(token.attrs["href"]))
        if re.fullmatch(r"guide\.\w\w\.md", path.name):
            token.attrs["href"] = reverse("admin:guide", args=[path.name[6:8]])
