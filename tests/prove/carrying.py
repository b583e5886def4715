"""An author edits the source, a translator carries it across, both at once."""

from random import Random
from threading import Thread

from django.db import connections

from articles.models import Article, Edition
from articles.translating.rows import RowState, rows
from articles.translating.work import Act, Claim, act, begin
from tests.articles.forms import typed
from tests.factories import make_article
from tests.prove import Result
from tests.prove.newsroom import Visitor, cookies_of, make_editor, served

SAVES, SEED = 100, 1976
PLAIN = {"standfirst_fr": "", "standfirst_en": "", "title_en": "", "body_en": ""}


def prove():
    author, translator = (make_editor(f"carry-{who}") for who in ("author", "other"))
    body = "".join(f"<p>{paragraph(n)}</p>" for n in range(SAVES))
    article = make_article(kind="report", body_fr=body, **PLAIN)
    edition = begin(article, language="en", by=translator)
    with served() as address:
        visitor, refused = Visitor(address, cookies=cookies_of(author)), []
        threads = [
            Thread(target=edit, args=(visitor, article.pk, refused)),
            Thread(target=translate, args=(edition.pk, translator)),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    yield outcome(edition.pk, refused)


def paragraph(number):
    return f"Paragraphe {number} du récit, numéro {number}."


def edit(visitor, pk, refused):
    """Changes one paragraph after the other, in the form."""
    for number in range(SAVES):
        seen = Article.objects.get(pk=pk)
        changed = seen.body_fr.replace(paragraph(number), f"{paragraph(number)} Et.")
        path = f"/admin/articles/article/{pk}/change/"
        if visitor.post(path, typed(seen, body_fr=changed))[0] != 302:
            refused.append(number)
    connections.close_all()


def translate(pk, translator):
    """Says each paragraph done, in any order, beside the words that stand there."""
    for number in Random(SEED).sample(range(SAVES), SAVES):
        edition = Edition.objects.get(pk=pk)
        found = rows(edition, edition.translation.units.all())
        place, row = next(
            (n, r)
            for n, r in enumerate(found)
            if r.source and f"numéro {number}." in r.source.text
        )
        before = row.target.html if row.target else ""
        claim = Claim(place, row.source.html, before, f"<p>Number {number}.</p>")
        act(edition, Act.DONE, claim, by=translator)
    connections.close_all()


def outcome(pk, refused):
    edition = Edition.objects.get(pk=pk)
    kept = list(edition.translation.units.all())
    found = [row for row in rows(edition, kept) if row.field == "body"]
    edited = sum(row.source.text.endswith(" Et.") for row in found)
    written = sum(is_written(row) for row in found)
    stale = {r.source.text for r in found if r.state == RowState.STALE}
    older = {
        r.source.text for r in found if r.kept and not r.kept.source.endswith("Et.</p>")
    }
    text = (
        f"N={SAVES} saves each: {edited} edits and {written} passages there, "
        f"{len(refused)} saves refused, {len(stale)} passages stale, "
        f"{len(older)} made from older words"
    )
    holds = edited == written == SAVES and not refused and stale == older
    return Result("carrying", text, holds)


def is_written(row):
    """The translation of the very paragraph stands beside it."""
    told = row.source.text.split()[1] if row.source else ""
    return bool(row.target) and row.target.text == f"Number {told}."
