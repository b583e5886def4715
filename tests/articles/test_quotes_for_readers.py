import re

import pytest

from articles import quoting
from tests.factories import (
    embed,
    make_article,
    make_match,
    make_member,
    make_person,
    make_quote,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def spoken():
    """Three quotes, the last of which continues the first."""
    gasset, match = make_person(slug="jean-louis-gasset"), make_match()
    common = {"speaker": gasset, "match": match}
    first = make_quote(text="Un.", translation_en="One.", **common)
    second = make_quote(text="Deux.", translation_en="Two.", **common)
    after = make_quote(text="Suite.", translation_en="Then.", **common, continues=first)
    return first, after, second


def show(*quotes):
    marks = "".join(map(embed, quotes))
    bodies = {f"body_{code}": f"<p>Texte.</p>{marks}" for code in ("fr", "en")}
    article = make_article(**bodies)
    return [publish(article, language) for language in ("fr", "en")]


def shown(client, address):
    return [int(pk) for pk in re.findall(r'id="quote-(\d+)"', page(client, address))]


def page(client, address):
    return client.get(address, follow=True).content.decode()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", ["people/jean-louis-gasset/", "matches/{match}/x/"])
def test_quotes_are_read_in_the_order_of_speaking(client, spoken, language, path):
    show(*reversed(spoken))
    address = f"/{language}/{path.format(match=spoken[0].match_id)}"

    assert shown(client, address) == [quote.pk for quote in spoken]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_correction_is_read_on_every_page_at_once(client, spoken, language):
    first, *_others = spoken
    editions = show(first)
    chief = make_member("desk chief")
    words = {"text": "Vingt.", "translation_en": "Twenty."}
    quoting.correct(first, by=chief, reason="Réécouté.", **words)

    edition = editions[0 if language == "fr" else 1]
    said, was = {"fr": ("Vingt.", "Un."), "en": ("Twenty.", "One.")}[language]
    for address in (
        edition.get_absolute_url(),
        f"/{language}/people/jean-louis-gasset/",
    ):
        html = page(client, address)
        assert said in html
        assert was not in html


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_dispute_leaves_a_gap_in_the_article_and_none_elsewhere(
    client, spoken, language
):
    first, _after, second = spoken
    editions = show(first, second)
    quoting.dispute(first, by=make_member("reporter"), reason="Un autre journal.")

    article = editions[0 if language == "fr" else 1].get_absolute_url()
    assert page(client, article).count('class="gap"') == 1
    for address in (article, f"/{language}/people/jean-louis-gasset/"):
        assert shown(client, address) == [second.pk]
