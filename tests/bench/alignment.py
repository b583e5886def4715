"""Whether a translation stays beside its source, and what that costs."""

from random import Random

from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from articles.translating.rows import rows
from tests.articles.translating.edits import edit, edited_pairs, kept_of, sides
from tests.bench import measure, say
from tests.factories import make_article, make_edition

STORIES, PARAGRAPHS = 50, 80  # of 3,000 words


def main():
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        kept_together()
        one_long_story()
    finally:
        teardown_databases(databases, verbosity=0)
        connection.close()  # a database in memory outlives its teardown


def kept_together():
    article = make_edition(language="en", origin="translation").article
    counts = edited_pairs(article, stories=STORIES)
    aligned, alive = map(sum, zip(*counts, strict=True))
    say(f"{aligned} of {alive} pairs stay aligned in {STORIES} edited translations")


def one_long_story():
    chance = Random(STORIES)
    source, target = sides(PARAGRAPHS, chance)
    kept = kept_of(source, target)
    for _edit in range(PARAGRAPHS // 4):
        edit(source, chance)
        edit(target, chance)
    words = len(source.html.split())
    article = make_article(body_fr=source.html, body_en=target.html)
    edition = make_edition(article=article, language="en", origin="translation")
    measure(
        f"{words} words, edited on both sides", lambda: rows(edition, kept), times=9
    )
