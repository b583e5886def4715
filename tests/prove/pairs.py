"""One writes French, one English, both save at once: both stay, and nobody is asked."""

from threading import Barrier, Thread

from django.db import connections

from articles.models import Article
from tests.articles.forms import typed
from tests.factories import make_article
from tests.prove import Result
from tests.prove.newsroom import Visitor, cookies_of, make_editor, served

ROUNDS = 100


def prove():
    with served() as address:
        yield pairs(address, rounds=ROUNDS)
    with served("unguarded") as address:
        yield pairs(address, rounds=20, is_twin=True)


def pairs(address, *, rounds, is_twin=False):
    run = "broken" if is_twin else "whole"
    visitors = [
        Visitor(address, cookies=cookies_of(make_editor(f"{run}-{language}")))
        for language in ("fr", "en")
    ]
    article = make_article(kind="report")
    results = [both(article.pk, visitors, number) for number in range(rounds)]
    prompts = sum(statuses != [302, 302] for statuses, _both in results)
    survived = sum(is_there for _statuses, is_there in results)
    text = f"N={rounds} pairs, both survive {survived}, prompts {prompts}"
    return Result("pairs", text, survived == rounds and not prompts, is_twin)


def both(pk, visitors, number):
    """(statuses, whether both titles are saved) of one round."""
    seen, barrier, statuses = Article.objects.get(pk=pk), Barrier(2, timeout=120), []
    words = {"title_fr": f"Titre {number}", "title_en": f"Title {number}"}
    threads = [
        Thread(target=save, args=(visitor, seen, {name: text}, barrier, statuses))
        for visitor, (name, text) in zip(visitors, words.items(), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    saved = Article.objects.get(pk=pk)
    return statuses, all(getattr(saved, n) == text for n, text in words.items())


def save(visitor, seen, words, barrier, statuses):
    fields = typed(seen, **words)
    barrier.wait()
    path = f"/admin/articles/article/{seen.pk}/change/"
    statuses.append(visitor.post(path, fields)[0])
    connections.close_all()
