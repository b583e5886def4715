import json
import re

import pytest

from articles import publishing
from articles.models import Author, Byline, MatchLink
from tests.factories import make_article, make_edition, make_match, make_user, publish

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://desk.example"


def facts(client, edition):
    html = client.get(edition.get_absolute_url()).content.decode()
    return json.loads(BLOCK.search(html)[1])


def url(thing):
    return f"https://desk.example{thing.get_absolute_url()}"


def translated(**overrides):
    """Both public editions of one article, English from French."""
    article = make_article(title_fr="Un partout", title_en="All square")
    original = publish(article, "fr")
    edition = make_edition(
        article=article, language="en", origin="translation", **overrides
    )
    return original, publish_edition(edition)


def publish_edition(edition):
    return publishing.publish(edition, by=make_user(is_superuser=True))


def test_article_is_a_news_article_with_what_its_page_shows(client):
    article = make_article(title_fr="Un partout", standfirst_fr="Tout reste à faire.")
    lea = Author.objects.create(slug="lea-martin", name="Léa Martin")
    Byline.objects.create(article=article, author=lea)
    edition = publish(article)

    found = facts(client, edition)

    desk = {
        "@type": "NewsMediaOrganization",
        "name": "Tribune",
        "url": "https://desk.example/",
    }
    published = found.pop("datePublished")
    assert found.pop("dateModified") == published
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url(edition),
        "url": url(edition),
        "headline": "Un partout",
        "description": "Tout reste à faire.",
        "inLanguage": "fr",
        "author": [
            {
                "@type": "Person",
                "name": "Léa Martin",
                "url": "https://desk.example/fr/authors/lea-martin/",
            }
        ],
        "publisher": desk,
        "isAccessibleForFree": True,
    }


def test_article_is_about_the_matches_it_is_linked_to(client):
    article, match = make_article(), make_match()
    MatchLink.objects.create(article=article, match=match, is_primary=True)

    found = facts(client, publish(article))

    names = " – ".join(team.label for team in (match.home, match.away))
    event = {"@type": "SportsEvent", "@id": url(match), "url": url(match)}
    assert found["about"] == [event | {"name": names}]


def test_translation_names_its_original_and_who_translated_it(client):
    ana = make_user(first_name="Ana", last_name="Reis")
    original, edition = translated(translator=ana)

    found = facts(client, edition)

    assert found["translationOfWork"] == [
        {"@type": "NewsArticle", "@id": url(original)}
    ]
    assert found["translator"] == {"@type": "Person", "name": "Ana Reis"}


def test_original_names_its_translation(client):
    original, edition = translated()

    found = facts(client, original)

    assert found["workTranslation"] == [{"@type": "NewsArticle", "@id": url(edition)}]


def test_article_written_twice_names_no_translation(client):
    article = make_article(title_fr="Un partout", title_en="All square")
    original = publish(article, "fr")
    publish_edition(make_edition(article=article, language="en", origin="adaptation"))

    assert "workTranslation" not in facts(client, original)


def test_original_that_readers_may_not_open_is_not_named(client):
    original, edition = translated()
    publishing.withdraw(original, by=make_user(is_superuser=True), reason="Erreur")

    assert "translationOfWork" not in facts(client, edition)


@pytest.mark.parametrize(("change", "is_told"), [("typo", False), ("update", True)])
def test_date_of_a_change_is_told_when_readers_are_told(client, change, is_told):
    edition = publish(make_article())
    publishing.publish(edition, by=make_user(is_superuser=True), change=change)

    found = facts(client, edition)

    assert (found["dateModified"] != found["datePublished"]) is is_told


def test_hostile_title_stays_inside_the_block(client):
    title = "</script><script>alert(1)</script><!-- \u2028"

    found = facts(client, publish(make_article(title_fr=title)))

    assert found["headline"].startswith("</script><script>alert(1)</script><!--")
