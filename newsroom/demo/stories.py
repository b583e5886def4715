"""The stories: written, translated, passed and published as the desk would."""

import re
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils.timezone import make_aware

from articles import publishing
from articles.models import Article, Author, Byline, Edition, MatchLink, Release

from .files import document, words
from .records import find
from .tally import Tally, add_new, checked

PLACE = re.compile(r'data-type="(\w+)" data-key="([\w-]+)"')


def stories() -> Tally:
    items = [
        {**story, "slug": story["editions"][story["original"]]["slug"]}
        for story in document("stories.json")
    ]
    return add_new(Edition, items, key="slug", create=tell)


def tell(story):
    article = write(story)
    original = story["original"]
    for language in sorted(story["editions"], key=lambda code: code != original):
        plan = story["editions"][language]
        told = edition(article, language, plan)
        if mistake := plan.get("corrected"):
            write_over(told, mistake["right"], mistake["wrong"])
        carry(told, plan)
        if mistake:
            correct(told, mistake)
    for language, changes in story.get("working", {}).items():
        for field, value in changes.items():
            setattr(article, f"{field}_{language}", value)
        checked(article)


def write(story) -> Article:
    article = Article(
        kind=story["kind"],
        original_language=story["original"],
        lead_photo=find("photo", story["lead"]) if story["lead"] else None,
        created_by=User.objects.get(username="reporter"),
    )
    article._history_user = article.created_by
    for language in story["editions"]:
        for field, value in words(story["key"], language).items():
            setattr(article, f"{field}_{language}", with_ids(value))
    checked(article)
    for position, slug in enumerate(story["authors"]):
        author = Author.objects.get(slug=slug)
        checked(Byline(article=article, author=author, position=position))
    for position, (key, role) in enumerate(story["matches"].items()):
        is_primary = position == 0
        match = find("match", key)
        checked(
            MatchLink(article=article, match=match, role=role, is_primary=is_primary)
        )
    return article


def with_ids(text: str) -> str:
    """`text` with the number of each embedded record in place of its key."""
    return PLACE.sub(
        lambda place: f'data-type="{place[1]}" data-id="{find(*place.groups()).pk}"',
        text,
    )


def write_over(edition, before, after):
    column = f"body_{edition.language}"
    text = getattr(edition.article, column)
    if text.count(before) != 1:
        raise ValueError(f"{edition}: {before}")
    setattr(edition.article, column, text.replace(before, after))
    checked(edition.article)


def correct(edition, mistake):
    """What the desk read wrong, put right for its readers with a note."""
    write_over(edition, mistake["wrong"], mistake["right"])
    publishing.publish(
        edition,
        by=User.objects.get(username="desk-chief"),
        at=make_aware(datetime.fromisoformat(mistake["at"])),
        change=Release.Change.CORRECTION,
        note=mistake["note"],
        severity=mistake["severity"],
    )


def edition(article, language, plan) -> Edition:
    is_original = language == article.original_language
    translator = User.objects.get(username="translator")
    return checked(
        Edition(
            article=article,
            language=language,
            slug=plan["slug"],
            origin=plan.get("origin", "original" if is_original else "translation"),
            translator=None if is_original else translator,
        )
    )


def carry(edition, plan):
    """Takes an edition through the desk's hands, up to the status `until`."""
    at = make_aware(datetime.fromisoformat(plan["at"]))
    until = plan.get("until", "published")
    if until == "draft":
        return
    author = edition.translator or edition.article.created_by
    publishing.submit(edition, by=author, at=at - timedelta(minutes=25))
    if until == "in_review":
        return
    checker, chief = (
        User.objects.get(username=name) for name in ("sub-editor", "desk-chief")
    )
    publishing.approve(edition, by=checker, at=at - timedelta(minutes=8))
    publishing.publish(edition, by=chief, at=at)
