"""Old addresses of stories lead to the last one, at once (promises: B6)."""

import pytest

from tests.factories import make_article, make_edition, publish

pytestmark = pytest.mark.django_db
NAMES = ("premier", "deuxieme", "troisieme", "dernier")


def renamed(language, article):
    edition = publish(article, language)
    for name in NAMES:
        edition.slug = name
        edition.save()
    return edition


def address(edition, slug):
    return f"/{edition.language}/articles/{edition.article_id}/{slug}/"


def test_every_old_address_of_fifty_stories_leads_to_the_last_in_one_hop(client):
    stories = [make_article() for _number in range(50)]
    editions = [renamed(code, story) for story in stories for code in ("fr", "en")]

    asked = [(e, client.get(address(e, old))) for e in editions for old in NAMES[:3]]

    assert len(asked) == 300
    last = [(301, edition.get_absolute_url()) for edition, _answer in asked]
    assert [(a.status_code, a["Location"]) for _edition, a in asked] == last


def test_the_last_address_leads_nowhere_else(client):
    edition = renamed("fr", make_article())

    assert client.get(edition.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize(
    "path", ["premier/", "PREMIER/", "DERNIER/", "premier", "dernier", "x/?utm=1#a"]
)
def test_any_spelling_of_an_address_is_one_hop_from_the_last(client, method, path):
    edition = renamed("fr", make_article())

    answer = getattr(client, method)(f"/fr/articles/{edition.article_id}/{path}")

    assert answer.status_code == 301
    assert answer["Location"] == edition.get_absolute_url()


def test_what_is_asked_with_the_last_address_moves_nobody(client):
    edition = renamed("fr", make_article())

    assert client.get(f"{edition.get_absolute_url()}?utm=1").status_code == 200


@pytest.mark.parametrize("path", ["dernier/", "dernier", "premier/", "PREMIER/"])
def test_no_address_of_a_draft_is_found(client, path):
    edition = make_edition(slug="dernier")

    answer = client.get(f"/fr/articles/{edition.article_id}/{path}")

    assert answer.status_code == 404
    assert "Location" not in answer


def test_an_address_in_the_other_language_leads_to_nothing(client):
    edition = renamed("fr", make_article())

    answer = client.get(f"/en/articles/{edition.article_id}/premier/")

    assert answer.status_code == 404


@pytest.mark.parametrize("number", ["9" * 10, "9" * 30, "0"])
def test_a_story_that_never_was_is_not_found(client, number):
    assert client.get(f"/fr/articles/{number}/premier/").status_code == 404
