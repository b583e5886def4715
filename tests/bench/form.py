"""The form of a long article in Chromium, served as in production."""

import os
import statistics
from dataclasses import dataclass
from random import Random

from django.core.management import call_command
from playwright.sync_api import sync_playwright

from articles.models import Article, Autosave, Photo
from matches.models import Match
from tests.bench import say
from tests.bench.prose import SEED, body
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.factories import make_article, make_member, make_post, make_quote
from tests.prove.newsroom import cookies_of, newsroom, served

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs in this thread

WORDS, RUNS = 1_500, 11
QUOTES, POSTS, PHOTOS, MATCHES = 7, 6, 4, 3  # 20 in each language, none twice
RECORDS = 2 * (QUOTES + POSTS + PHOTOS + MATCHES)
KEY = "§"
EDITOR = ".field-body_fr .ProseMirror[contenteditable=true]"
# Both editors are there, and every record as its readers will see it.
IS_SHOWN = """records =>
    document.querySelectorAll(".ProseMirror[contenteditable=true]").length === 2
    && document.querySelectorAll(".embed-card__edit").length === records
    && performance.now()"""
# A key that was typed is in the text, then painted.
IS_TYPED = "([editor, key]) => document.querySelector(editor).textContent.includes(key)"
IS_PAINTED = """() => new Promise((resolve) => requestAnimationFrame(() =>
    setTimeout(() => resolve(performance.now()))))"""


def main():
    with newsroom():
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            call_command("demo", stdout=nowhere)
        path = f"/admin/articles/article/{long_article().pk}/change/"
        cookies = cookies_of(make_member("desk chief"))
        with served() as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            url = f"http://{address}"
            visits = [visit(browser, url, path, cookies) for _run in range(RUNS + 1)]
            browser.close()
    report(visits[1:])


def long_article() -> Article:
    """Two bodies of WORDS words, each with records that the other does not show."""
    kinds = [
        [make_quote() for _quote in range(2 * QUOTES)],
        [make_post() for _post in range(2 * POSTS)],
        Photo.objects.all()[: 2 * PHOTOS],
        Match.objects.all()[: 2 * MATCHES],
    ]
    records = [record for kind in kinds for record in kind]
    Random(SEED).shuffle(records)
    french, english = records[::2], records[1::2]
    return make_article(
        body_fr=body("fr", french, words=WORDS),
        body_en=body("en", english, words=WORDS),
    )


@dataclass(frozen=True)
class Visit:
    """Milliseconds since the page was asked for; bytes as they were transferred."""

    shown: float
    typed: float
    requests: int
    weight: int


def visit(browser, url, path, cookies) -> Visit:
    """A first visit: nothing in the browser's cache, no unsaved work on offer."""
    Autosave.objects.all().delete()
    context = browser.new_context(locale="fr-FR")
    context.add_cookies(
        [{"name": n, "value": v, "url": url} for n, v in cookies.items()]
    )
    page, sizes = context.new_page(), []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on(
        "Network.loadingFinished", lambda e: sizes.append(e["encodedDataLength"])
    )
    page.goto(f"{url}{path}", wait_until="commit")
    shown = page.wait_for_function(IS_SHOWN, arg=RECORDS, polling="raf").json_value()
    page.focus(EDITOR)
    page.keyboard.insert_text(KEY)
    page.wait_for_function(IS_TYPED, arg=[EDITOR, KEY], polling="raf")
    typed = page.evaluate(IS_PAINTED)
    page.wait_for_load_state("networkidle")
    context.close()
    return Visit(shown, typed, len(sizes), round(sum(sizes)))


def report(visits):
    each = f"{WORDS:,} words and {RECORDS // 2} records in each language"
    say(f"  {each}, {RUNS} first visits")
    for name, unit, figures in (
        ("every record shown", "ms", [v.shown for v in visits]),
        ("a key typed is painted (goal 2,000)", "ms", [v.typed for v in visits]),
        ("transferred (goal 450)", "kB", [v.weight / 1024 for v in visits]),
        ("requests", "", [v.requests for v in visits]),
    ):
        median, worst = statistics.median(figures), max(figures)
        say(f"  {name:<42} {median:9,.0f} {unit:<2} (worst {worst:,.0f})")
