"""The page of a translation of 3,000 words, and what one act on it costs."""

import json
from functools import partial

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Edition
from articles.translating.kept import settle
from articles.translating.work import begin
from tests.bench import measure, say
from tests.bench.prose import body
from tests.factories import (
    NOON,
    make_article,
    make_match,
    make_member,
    make_photo,
    make_post,
    make_quote,
)

WORDS, TIMES = 3_000, 20
SOURCE = "<p>Un paragraphe de plus, ajouté depuis.</p>"


def main():
    call_command("migrate", verbosity=0)
    client, edition = Client(SERVER_NAME="localhost"), long_translation()
    client.force_login(edition.translator)
    page = f"/admin/articles/article/{edition.article_id}/en/translate/"
    ask(client, f"the page, {WORDS:,} words", page)
    ask(client, "its rows, none known to the browser", f"{page}rows/")
    act = partial(written, client, f"{page}act/")
    with CaptureQueriesContext(connection) as queries:
        act(0)
    say(f"  a passage written: {len(queries)} queries")
    numbers = iter(range(1, TIMES + 2))
    measure("  a passage written", lambda: act(next(numbers)), times=TIMES)


def ask(client, name, address):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    size = len(response.content) / 1024
    say(f"  {name}: {len(queries)} queries, {size:.0f} kB, {response.status_code}")
    measure(f"  {name}", partial(client.get, address), times=TIMES)


def written(client, address, number):
    """Each another sentence, where the passage had none."""
    told = {"verb": "write", "number": 0, "source": SOURCE, "before": before(number)}
    told |= {"target": sentence(number), "known": []}
    answer = client.post(address, json.dumps(told), content_type="application/json")
    assert answer.status_code == 200, answer.status_code


def before(number):
    return sentence(number - 1) if number else ""


def sentence(number):
    return f"<p>One more paragraph, added since, the {number}th of them.</p>"


def long_translation() -> Edition:
    """Every passage done, but one that the source has gained."""
    pictures = [make_photo(caption_fr="Vue.", caption_en="View.") for _n in range(4)]
    quotes, posts = ([make() for _n in range(8)] for make in (make_quote, make_post))
    records = [*quotes, *posts, *pictures, make_match()]
    words = {f"body_{code}": body(code, records, words=WORDS) for code in ("fr", "en")}
    article = make_article(**words, lead_photo=make_photo())
    edition = begin(article, language="en", by=make_member("translator"), at=NOON)
    settle(edition, by=edition.translator, at=NOON)
    article.refresh_from_db()
    article.body_fr += SOURCE
    article.save()
    return edition
