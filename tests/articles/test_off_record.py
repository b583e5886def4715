"""What was said off the record passes through no door that readers have."""

import pytest
from django.utils import timezone

from articles.models import PreviewLink, Quote
from articles.publishing import Refused
from tests.factories import (
    embed,
    make_article,
    make_match,
    make_person,
    make_quote,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

SECRET = "Ne l’écrivez pas."
IN_ENGLISH = "Do not print it."


@pytest.fixture
def said():
    quote = make_quote(
        text=SECRET,
        translation_en=IN_ENGLISH,
        match=make_match(),
        speaker=make_person(slug="jean-louis-gasset"),
    )
    bodies = {f"body_{x}": f"<p>Il a parlé.</p>{embed(quote)}" for x in ("fr", "en")}
    article = make_article(match=quote.match, **bodies)
    for language in ("fr", "en"):
        publish(article, language)
    quote.is_off_record = True
    quote.save()
    return quote, article


def addresses(quote, article, language):
    edition = article.edition(language)
    yield edition.get_absolute_url()
    yield f"/{language}/people/jean-louis-gasset/"
    yield f"/{language}/matches/{quote.match_id}/{quote.match.slug}/"
    yield f"/{language}/"
    yield f"/{language}/articles/"
    yield f"/{language}/teams/{quote.match.home.slug}/"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_of_readers_prints_it(client, said, language):
    for address in addresses(*said, language):
        page = client.get(address, follow=True)
        html = page.content.decode()

        assert page.status_code == 200, address
        assert SECRET not in html, address
        assert IN_ENGLISH not in html, address


def test_the_article_says_that_something_is_missing(client, said):
    _quote, article = said
    html = client.get(article.edition("fr").get_absolute_url()).content.decode()

    assert html.count('class="gap"') == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_preview_outside_the_desk_leaves_it_out(client, said, language):
    _quote, article = said
    _link, token = PreviewLink.objects.make(
        article, language, by=make_user(), at=timezone.now()
    )
    page = client.get(f"/{language}/preview/{token}/")
    html = page.content.decode()

    assert page.status_code == 200
    assert SECRET not in html
    assert IN_ENGLISH not in html


def test_it_is_public_in_no_language(said):
    assert not Quote.objects.public("fr").exists()
    assert not Quote.objects.public("en").exists()


def test_an_article_that_shows_it_is_not_published():
    quote = make_quote(is_off_record=True)

    with pytest.raises(Refused):
        publish(make_article(body_fr=f"<p>Il a parlé.</p>{embed(quote)}"))
