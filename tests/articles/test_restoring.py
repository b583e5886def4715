import hashlib
import json
import random

import pytest
from django.core.exceptions import ValidationError

from articles import history
from articles.models import Article, AuditEntry
from articles.models.article import WORDS
from articles.restoring import parts, restorable, restore
from matches.models import StaleRow
from tests.factories import (
    embed,
    make_article,
    make_match,
    make_photo,
    make_post,
    make_quote,
    make_team,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

SEED = 20240502
EDITS = 50
COLUMNS = [f"{name}_{code}" for name in WORDS for code in ("fr", "en")]
MORSELS = [
    "<p>Un partout, « le petit truc manque ».</p>",
    '<p>See <a href="https://example.org/a?b=1&amp;c=2">the table</a>.</p>',
    "<h2>Après\u00a0la pause</h2>",
    "<ul><li>45+2’</li><li><strong>1-1</strong></li></ul>",
    "<blockquote><p>Œuvre &amp; cætera ⏱️</p></blockquote>",
]


def sealed(row):
    """SHA-256 of the canonical JSON of both languages' words."""
    words = {column: getattr(row, column) for column in COLUMNS}
    text = json.dumps(words, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def public(article):
    return [
        (edition.status, edition.release_id, edition.release.words)
        for edition in article.editions.order_by("language")
    ]


def edit(article, chance, records):
    """Fifty saves of random words, now in one language, now in the other."""
    for number in range(EDITS):
        for code in ("fr", "en"):
            blocks = chance.choices([*MORSELS, *map(embed, records)], k=5)
            setattr(article, f"body_{code}", "".join(blocks))
            for name in ("title", "standfirst", "social_title"):
                setattr(article, f"{name}_{code}", f"« {number}: {chance.random()} »")
            article.save()


def test_any_of_a_hundred_saves_comes_back_exactly_and_readers_see_no_change():
    records = [make_quote(), make_post(), make_photo(), make_match()]
    article, editor = make_article(), make_user()
    publish(article, "fr")
    publish(article, "en")
    edit(article, random.Random(SEED), records)
    rows = list(history.saves(article))[: 2 * EDITS]
    before, wrong = public(article), []

    for row in rows:
        article.refresh_from_db()
        if wanted := restorable(row, article):
            restore(row, wanted, by=editor, seen=str(article.version))
        article.refresh_from_db()
        if sealed(article) != sealed(row):
            wrong.append(row.history_id)

    assert (len(rows), wrong, public(article)) == (100, [], before)


def last(row):
    return history.saves(row).first()


def test_one_language_comes_back_alone():
    article = make_article(title_fr="Un", title_en="One")
    row = last(article)
    article.title_fr, article.title_en = "Deux", "Two"
    article.save()
    french = [part for part in parts(row) if part.name == "fr"]

    restore(row, french, by=make_user(), seen=str(article.version))

    article.refresh_from_db()
    assert (article.title_fr, article.title_en) == ("Un", "Two")


def test_what_comes_back_is_a_save_more_and_leaves_its_trace():
    article, editor = make_article(title_fr="Un"), make_user()
    row = last(article)
    article.title_fr = "Deux"
    article.save()

    restore(row, parts(row), by=editor, seen="1")

    newest, *older = history.saves(article)
    assert [save.title_fr for save in (newest, *older)] == ["Un", "Deux", "Un"]
    assert (newest.history_user, newest.version) == (editor, 2)
    entry = AuditEntry.objects.get(action="restore")
    assert entry.details["fields"]["title_fr"] == ["Deux", "Un"]
    assert (entry.user, entry.details["parts"]) == (editor, ["fr"])


def test_what_others_saved_since_is_not_overwritten_unread():
    article = make_article(title_fr="Un")
    row = last(article)
    article.title_fr = "Deux"
    article.save()

    with pytest.raises(StaleRow):
        restore(row, parts(row), by=make_user(), seen="0")

    assert Article.objects.get().title_fr == "Deux"


def test_words_that_are_there_already_make_no_save():
    article = make_article()
    row = last(article)

    with pytest.raises(ValidationError):
        restore(row, parts(row), by=make_user(), seen="0")

    assert history.saves(article).count() == 1


def test_a_record_deleted_since_keeps_its_place():
    quote = make_quote()
    body = f"<p>Oui.</p>\n{embed(quote)}"
    article = make_article(body_fr=body)
    row = last(article)
    article.body_fr = "<p>Non.</p>"
    article.save()
    quote.delete()

    restore(row, parts(row), by=make_user(), seen=str(article.version))

    article.refresh_from_db()
    assert article.body_fr == body
    assert article.embeds.count() == 0


def test_frozen_words_of_a_quote_are_not_brought_back():
    quote = make_quote(text="Un mot.", verification="unverified")
    row = last(quote)
    quote.text, quote.verification = "Un autre mot.", "approved"
    quote.save()

    with pytest.raises(ValidationError):
        restore(row, parts(row), by=make_user(), seen=str(quote.version))


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (make_article, ["fr", "en"]),
        (make_quote, ["fr", "en", "said"]),
        (make_post, ["fr", "en", "said"]),
        (make_photo, ["fr", "en"]),
        (make_team, []),
        (make_match, []),
    ],
)
def test_words_come_back_and_facts_do_not(make, expected):
    assert [part.name for part in parts(last(make()))] == expected
