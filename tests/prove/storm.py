"""20 people save one article 50 times, each time all at once: nothing is lost."""

from random import Random
from threading import Barrier, Thread

from django.db import connections

from articles.models import Article
from tests.articles.forms import typed
from tests.factories import make_article
from tests.prove import Result
from tests.prove.newsroom import Visitor, cookies_of, make_editor, served

SEED = 1954
WRITERS, SAVES = 20, 50
FIELDS = ("title_fr", "title_en", "standfirst_fr", "standfirst_en")


def prove():
    with served() as address:
        yield storm(address, saves=SAVES)
    with served("unguarded") as address:
        yield storm(address, saves=5, is_twin=True)


def storm(address, *, saves, is_twin=False):
    article = make_article(kind="report")
    start, barrier, answers = article.version, Barrier(WRITERS, timeout=120), []
    run = "twin" if is_twin else "storm"
    threads = [
        Thread(
            target=write,
            args=(address, article.pk, f"{run}{number}", saves, barrier, answers),
        )
        for number in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return judged(article, start, answers, is_twin=is_twin)


def write(address, pk, name, saves, barrier, answers):
    """Opens the article, waits for the others, saves one field; answers: what came."""
    cookies = cookies_of(make_editor(name))
    visitor, chance = Visitor(address, cookies=cookies), Random(f"{SEED}{name}")
    path = f"/admin/articles/article/{pk}/change/"
    for number in range(saves):
        seen = Article.objects.get(pk=pk)
        field, token = chance.choice(FIELDS), f"{name}x{number}x"
        barrier.wait()
        status, page = visitor.post(path, typed(seen, **{field: token}))
        answers.append((status, token in page, seen.version, field, token))
    connections.close_all()


def judged(article, start, answers, *, is_twin):
    rows = {row.version: row for row in article.history.order_by("-history_id")}
    history = article.history.filter(version__gt=start).count()
    versions = Article.objects.get(pk=article.pk).version - start
    accepted = [answer for answer in answers if answer[0] == 302]
    refused = [answer for answer in answers if answer[0] != 302]
    lost = sum(not survives(rows, *answer[2:]) for answer in accepted)
    text_gone = sum(status != 200 or not is_shown for status, is_shown, *_ in refused)
    text = (
        f"N={len(answers)} ({WRITERS} writers), seed {SEED}, accepted {len(accepted)}, "
        f"versions {versions}, history rows {history}, shown again {len(refused)}, "
        f"of them without the text {text_gone}, lost {lost}"
    )
    counts = {len(accepted), versions, history}
    return Result("storm", text, len(counts) == 1 and not lost + text_gone, is_twin)


def survives(rows, seen, field, token):
    """Whether the save is in history, over nothing that its writer had not read."""
    at = min((v for v, row in rows.items() if getattr(row, field) == token), default=0)
    if not at or at - 1 not in rows or seen not in rows:
        return False
    others = [name for name in FIELDS if name != field]
    before, after = rows[at - 1], rows[at]
    has_overwritten = getattr(before, field) != getattr(rows[seen], field)
    return not has_overwritten and all(
        getattr(before, name) == getattr(after, name) for name in others
    )
