from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Edition
from tests.factories import (
    NOON,
    make_article,
    make_edition,
    make_photo,
    make_user,
    publish,
)

SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)

pytestmark = pytest.mark.django_db


def made(**columns):
    """An edition whose row says what `columns` say, whatever a save would derive."""
    edition = publish(make_article())
    Edition.objects.filter(pk=edition.pk).update(**columns)
    return Edition.objects.get(pk=edition.pk)


@pytest.mark.parametrize(
    ("status", "public_from", "expected"),
    [
        ("published", NOON, True),
        ("published", NOON - HOUR, True),
        ("published", NOON + SECOND, False),
        ("draft", NOON, False),
        ("in_review", NOON, False),
        ("ready", NOON, False),
        ("withdrawn", NOON, False),
        ("draft", None, False),
    ],
)
def test_edition_is_public_when_published_and_due(status, public_from, expected):
    edition = made(status=status, public_from=public_from)

    assert edition.is_public(at=NOON) is expected
    assert Edition.objects.public("fr", at=NOON).contains(edition) is expected
    assert not Edition.objects.public("en", at=NOON).contains(edition)


@pytest.mark.parametrize(
    ("status", "first", "expected"),
    [
        ("withdrawn", NOON, True),
        ("withdrawn", NOON + SECOND, False),
        ("withdrawn", None, False),
        ("published", NOON, False),
        ("draft", NOON, False),
    ],
)
def test_edition_is_withdrawn_for_those_who_saw_it(status, first, expected):
    edition = made(status=status, first_published_at=first)

    assert Edition.objects.withdrawn("fr", at=NOON).contains(edition) is expected


@pytest.mark.parametrize(
    ("publish_at", "embargo_until", "public_from"),
    [
        (NOON, None, NOON),
        (NOON, NOON + HOUR, NOON + HOUR),
        (NOON + HOUR, NOON, NOON + HOUR),
    ],
)
def test_saving_derives_when_it_is_public(publish_at, embargo_until, public_from):
    edition = publish(make_article())
    edition.publish_at, edition.embargo_until = publish_at, embargo_until

    edition.save()

    assert edition.public_from == public_from


@pytest.mark.parametrize("status", ["draft", "in_review", "ready", "withdrawn"])
def test_a_hidden_edition_has_no_hour(status):
    edition = publish(make_article())
    edition.status = status

    edition.save()

    assert edition.public_from is None


def test_an_embargo_on_a_scheduled_edition_moves_its_first_publication():
    later = timezone.now() + HOUR
    edition = publish(make_article(), at=timezone.now(), publish_at=later)

    edition.embargo_until = later + HOUR
    edition.save()

    assert edition.first_published_at == edition.public_from == later + HOUR


def test_an_embargo_lifted_makes_now_the_first_publication():
    article, before = make_article(), timezone.now()
    make_edition(article=article, embargo_until=before + HOUR)
    edition = publish(article, at=before)

    edition.embargo_until = None
    edition.save()

    assert edition.is_public() is True
    assert before < edition.first_published_at <= timezone.now()


def test_an_embargo_on_what_readers_saw_leaves_its_first_publication():
    edition = publish(make_article())

    edition.embargo_until = timezone.now() + HOUR
    edition.save()

    assert edition.first_published_at == NOON
    assert edition.is_public() is False


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("fr", "/fr/articles/%s/le-petit-truc-manque/"),
        ("en", "/en/articles/%s/something-small-was-missing/"),
    ],
)
def test_address_is_in_its_own_language(language, address):
    edition = publish(make_article(), language)

    assert edition.get_absolute_url() == address % edition.article_id


def test_latest_are_ordered_by_first_publication():
    old, new = publish(make_article()), publish(make_article(), at=NOON + HOUR)
    publish(old.article, at=NOON + 2 * HOUR, change="update")

    assert list(Edition.objects.latest()) == [new, old]


def test_an_article_has_one_edition_in_a_language():
    edition = make_edition()

    with pytest.raises(IntegrityError), transaction.atomic():
        make_edition(article=edition.article)


@pytest.mark.parametrize("missing", ["release", "publish_at", "public_from", "slug"])
def test_the_database_refuses_published_without_words_time_or_slug(missing):
    value = "" if missing == "slug" else None

    with pytest.raises(IntegrityError), transaction.atomic():
        made(**{missing: value})


@pytest.mark.parametrize("name", ["title", "standfirst", "body", "social_title"])
def test_a_changed_word_is_an_unpublished_change(name):
    edition = publish(make_article())
    setattr(edition.article, f"{name}_fr", "<p>Neuf.</p>")
    edition.article.save()

    assert edition.has_unpublished_changes is True


def test_a_changed_lead_picture_is_an_unpublished_change():
    edition = publish(make_article())

    edition.article.lead_photo = make_photo()

    assert edition.has_unpublished_changes is True


def test_the_other_language_is_no_unpublished_change():
    edition = publish(make_article())
    edition.article.title_en = "New"
    edition.article.save()

    assert edition.has_unpublished_changes is False


def test_a_draft_has_no_unpublished_changes():
    assert make_edition().has_unpublished_changes is False


def test_public_of_several_languages_asks_for_each():
    article = make_article()
    french, english = publish(article, "fr"), publish(article, "en", at=NOON + HOUR)

    assert set(Edition.objects.public_in(["fr", "en"], at=NOON)) == {french}
    assert set(Edition.objects.public_in(["fr", "en"])) == {french, english}


def test_who_translated_cannot_be_deleted():
    edition = make_edition(translator=make_user())

    with pytest.raises(IntegrityError):
        edition.translator.delete()
