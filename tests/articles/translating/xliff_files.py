"""Translations to send away, and what agencies make of their files."""

import re
from pathlib import Path

import pytest
from django.utils.translation import override

from articles.models import Article, Edition
from articles.translating.rows import Row, rows
from articles.translating.work import Act, Claim, act, begin
from articles.translating.xliff import exported
from articles.translating.xliff_import import take
from articles.translating.xml_tree import Misfit
from tests.factories import NOON, embed, make_article, make_member, make_quote

SCHEMA = Path(__file__).parents[2] / "schemas/xliff-2.0/xliff_core_2.0.xsd"
LINK = '<a href="https://www.uefa.com/?a=1&amp;b=2" rel="noopener">le site</a>'
FRENCH = "\n".join(
    [
        "<h2>Quatre-vingt-dixième minute\u202f: 1-1</h2>",
        "<p>«\u202fQuel match\u202f!\u202f» a dit <strong>le banc</strong>,"
        f" 64\u202f475 voix et 21&nbsp;h, sur {LINK}.</p>",
        "<ul><li>Un <em>but</em></li><li>Deux<sup>e</sup><br>acte</li></ul>",
        "<blockquote><p>A &lt; B &amp; C</p></blockquote>",
        "<hr>",
        "<p>La fin.</p>",
    ]
)
ENGLISH = {
    "Quatre-vingt": "Ninetieth minute: 1-1",
    "La fin": "The end.",
    "Un nul": "A draw &amp; “more”",
    "Avant le retour": "Before the second leg",
}


def sent(*, language="en", body=FRENCH, **overrides) -> Edition:
    """A translation just begun, with a quote in its third place."""
    quote = embed(make_quote())
    first, rest = body.split("\n", 1) if "\n" in body else (body, "")
    source = "fr" if language == "en" else "en"
    words = {f"{name}_{language}": "" for name in ("title", "standfirst", "body")}
    words |= {
        f"title_{source}": "Un nul",
        f"standfirst_{source}": "Avant le retour",
        f"body_{source}": f"{first}\n{quote}\n{rest}",
        "original_language": source,
    }
    article = make_article(**words | overrides)
    translator = make_member("desk chief")
    return begin(article, language=language, by=translator, at=NOON)


def written(file: str, words: dict[str, str], *, state="final") -> str:
    """`file` with a target behind each source that begins with one of `words`."""
    for source, target in words.items():
        file = re.sub(
            rf'state="initial"(><source>{re.escape(source)}.*?</source>)',
            rf'state="{state}"\1<target>{target}</target>',
            file,
            count=1,
        )
    return file


def copied(file: str) -> str:
    """`file` with each source as its own translation, codes and all."""
    return re.sub(
        r'state="initial"><source>(.*?)</source>(?!<target>)',
        r'state="final"><source>\1</source><target>\1</target>',
        file,
        flags=re.DOTALL,
    )


def bring_back(edition: Edition, file: str | bytes):
    data = file.encode() if isinstance(file, str) else file
    return take(edition, data, by=edition.translation.begun_by, at=NOON)


def read(edition: Edition) -> list[Row]:
    edition.article = Article.objects.get(pk=edition.article_id)
    return rows(edition, edition.translation.units.all())


def states(edition: Edition) -> list[str]:
    return [str(row.state) for row in read(edition)]


def stored(edition: Edition) -> tuple:
    """All that the import of a file may change."""
    article = Article.objects.filter(pk=edition.article_id)
    kept = edition.translation.units.values_list("source", "target", "answer")
    return *article.values_list(), *kept, article.get().history.count()


def file_of(edition: Edition) -> str:
    edition.article = Article.objects.get(pk=edition.article_id)
    return exported(edition)


def write(edition, number, target, verb=Act.WRITE):
    row = read(edition)[number]
    before = row.target.html if row.target else ""
    claim = Claim(number, row.source.html, before, target)
    act(edition, verb, claim, by=edition.translation.begun_by, at=NOON)


def reasons(edition, file):
    with override("en"), pytest.raises(Misfit) as misfit:
        bring_back(edition, file)
    return [(fault.line, fault.reason) for fault in misfit.value.faults]
