"""What translators are helped with: how long it takes, and what it finds."""

import time
from functools import partial
from pathlib import Path

from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from articles.translating.glossary import find_all_terms
from articles.translating.memory import recall
from articles.translating.terms import SHIPPED, import_terms
from tests.bench import measure, say
from tests.bench.memories import Desk, fill
from tests.factories import make_edition

REMEMBERED, ARTICLE = 50_000, 1500  # sentences, words
PARAGRAPH = 60  # words
PROSE = Path(__file__).parent.parent.parent / "newsroom/demo/articles"


def main():
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        lookups()
    finally:
        teardown_databases(databases, verbosity=0)
        connection.close()  # a database in memory outlives its teardown


def lookups():
    """Glossary and memory for one article, against all that is remembered."""
    import_terms(SHIPPED.read_text(encoding="utf-8"))
    desk, edition = Desk(), make_edition(language="en", origin="translation")
    said = desk.memory(REMEMBERED)
    start = time.perf_counter()
    fill(desk, edition, said)
    say(f"{REMEMBERED} sentences remembered in {time.perf_counter() - start:.0f} s")
    for source, target in (("fr", "en"), ("en", "fr")):
        asked, planted = article(desk, said)
        sentences = [desk.written(ranks, source) for ranks in asked]
        run = partial(helped, sentences, prose(source), source, target)
        measure(f"memory and glossary, {source} → {target}", run, times=7)
        terms, recalled = run()
        found = sum(bool(recalled[place]) for place in planted)
        say(
            f"  {len(asked)} sentences, {found} of {len(planted)} known ones recalled, "
            f"{sum(map(len, terms))} terms in {ARTICLE} words of prose"
        )


def helped(sentences, paragraphs, source, target):
    return (
        find_all_terms(paragraphs, language=source),
        recall(sentences, source=source, target=target),
    )


def article(desk, said):
    """Sentences of 1,500 words, and which of them were said before, or almost."""
    asked, planted, words = [], [], 0
    while words < ARTICLE:
        share = (0.0, 0.1, 0.2, None)[len(asked) % 4]
        if share is None:
            asked.append(desk.sentence())
        else:
            planted.append(len(asked))
            asked.append(desk.changed(desk.chance.choice(said), share=share))
        words += len(asked[-1])
    return asked, planted


def prose(language):
    """Paragraphs of the demo's stories, 1,500 words of them."""
    files = sorted(PROSE.glob(f"*.{language}.html"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    words = text.replace("<", " <").replace(">", "> ").split()[:ARTICLE]
    return [" ".join(words[at : at + PARAGRAPH]) for at in range(0, ARTICLE, PARAGRAPH)]
