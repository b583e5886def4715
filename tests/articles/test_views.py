from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Author, Byline, MatchLink, Notice
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_member,
    make_membership,
    make_person,
    make_post,
    make_quote,
    make_tie,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db


def page(client, edition):
    return client.get(edition.get_absolute_url())


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Un partout"), ("en", "All square")]
)
def test_article_is_read_in_its_language(client, language, title):
    article = make_article(title_fr="Un partout", title_en="All square")
    edition = publish(article, language)

    response = page(client, edition)

    assert response.status_code == 200
    assert f'<h1 class="story__title">{title}</h1>' in response.content.decode()
    assert f'<html lang="{language}">' in response.content.decode()


def test_old_slug_moves_in_one_hop(client):
    edition = publish(make_article(title_fr="Un partout"))

    response = client.get(f"/fr/articles/{edition.article_id}/autre-chose/")

    assert response.status_code == 301
    assert response["Location"] == f"/fr/articles/{edition.article_id}/un-partout/"


def test_slug_of_a_draft_is_not_found_whatever_it_is(client):
    edition = make_edition(slug="secret")

    assert client.get(f"/fr/articles/{edition.article_id}/secret/").status_code == 404
    assert client.get(f"/fr/articles/{edition.article_id}/autre/").status_code == 404


def test_french_only_article_is_not_found_in_english(client):
    edition = publish(make_article())

    response = client.get(f"/en/articles/{edition.article_id}/{edition.slug}/")

    assert response.status_code == 404


def test_french_only_article_offers_no_english_address(client):
    edition = publish(make_article())

    html = page(client, edition).content.decode()

    assert f"/en/articles/{edition.article_id}/" not in html
    assert 'hreflang="en"' in html  # the switch leads to the English front page
    assert '<link rel="alternate" hreflang="en"' not in html


def test_two_editions_name_each_other(client, settings):
    article = make_article(title_fr="Un partout", title_en="All square")
    french, english = publish(article, "fr"), publish(article, "en")

    for edition in (french, english):
        html = page(client, edition).content.decode()
        for other in (french, english):
            address = f"{settings.SITE_URL}{other.get_absolute_url()}"
            link = (
                f'<link rel="alternate" hreflang="{other.language}" href="{address}">'
            )
            assert link in html


def test_withdrawn_article_is_gone_without_its_title(client):
    edition = publish(make_article(title_fr="Un titre à oublier"))
    publishing.withdraw(edition, by=make_user(is_superuser=True), reason="Erreur")

    response = page(client, edition)

    assert response.status_code == 410
    assert "Un titre à oublier" not in response.content.decode()


def test_working_words_change_nothing_for_readers(client):
    article = make_article(title_fr="Un partout")
    edition = publish(article)
    article.title_fr = "Deux partout"
    article.save()

    html = page(client, edition).content.decode()

    assert "Un partout" in html
    assert "Deux partout" not in html


def test_translated_quote_offers_what_was_said(client):
    quote = make_quote(text="Un petit goût amer.", translation_en="A bitter taste.")
    article = make_article(body_en=f"<p>He spoke.</p>{embed(quote)}")

    html = page(client, publish(article, "en")).content.decode()

    assert '<blockquote class="quote__words" lang="en"><p>“A bitter taste.”</p>' in html
    assert '<p lang="fr">«\u202fUn petit goût amer.\u202f»</p>' in html


def test_quote_in_its_own_language_has_no_translation(client):
    quote = make_quote(text="Un petit goût amer.")
    article = make_article(body_fr=f"<p>Il a parlé.</p>{embed(quote)}")

    html = page(client, publish(article)).content.decode()

    assert '<blockquote class="quote__words" lang="fr">' in html
    assert "quote__verbatim" not in html


def test_speaker_stands_with_the_role_of_that_day(client):
    person = make_person("Jean-Louis Gasset")
    make_membership(person=person, role="head_coach")
    quote = make_quote(speaker=person, said_on=timezone.localdate())
    article = make_article(body_en=f"<p>He spoke.</p>{embed(quote)}")

    html = page(client, publish(article, "en")).content.decode()

    assert f'href="/en/people/{person.slug}/">Jean-Louis Gasset</a>' in html
    assert f'<span class="quote__role">{quote.membership.team.name} head coach' in html


def test_quote_disputed_since_leaves_a_labelled_gap(client):
    quote = make_quote(text="Des mots contestés.")
    edition = publish(make_article(body_fr=f"<p>Il a parlé.</p>{embed(quote)}"))
    quote.verification = "disputed"
    quote.save()

    html = page(client, edition).content.decode()

    assert "Des mots contestés." not in html
    assert '<p class="gap">' in html


@pytest.mark.parametrize("language", ["fr", "en"])
def test_post_is_readable_in_its_own_language_on_both_pages(client, language):
    post = make_post(
        text_raw="𝗖𝗼𝗻𝘁𝗶𝗻𝘂𝗲𝘇 𝗰𝗼𝗺𝗺𝗲 𝗰̧𝗮 𝗹𝗲𝘀 𝗴𝗮𝗿𝘀", translation_en="Keep it up, lads"
    )
    body = f"<p>Texte.</p>{embed(post)}"
    article = make_article(body_fr=body, body_en=body)

    html = page(client, publish(article, language)).content.decode()

    text = "Continuez comme ça les gars"
    assert f'<blockquote class="post__text" lang="fr"><p>{text}</p>' in html
    assert ("Keep it up, lads" in html) is (language == "en")


def test_notice_stands_after_the_words_and_never_in_them(client):
    Notice.objects.create(title_fr="Soutenez-nous", body_fr="Merci.")

    html = page(client, publish(make_article())).content.decode()

    end = html.index("Le texte français.</p>")
    assert end < html.index("Soutenez-nous") < html.index("story__aside")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_article_page_takes_eight_queries(client, django_assert_num_queries, language):
    tie = make_tie()
    first = tie.leg(1)
    shown = [make_quote(match=first), make_post(match=first), first]
    body = "<p>Texte.</p>" + "".join(map(embed, shown))
    article = make_article(match=first, body_fr=body, body_en=body)
    MatchLink.objects.create(article=article, match=tie.leg(2), role="preview")
    Byline.objects.create(
        article=article, author=Author.objects.create(name="L", slug="l")
    )
    edition = publish(article, language)
    publish(make_article(match=first), language)
    page(client, edition)

    with django_assert_num_queries(8):
        page(client, edition)


def test_list_shows_one_kind(client):
    report = publish(make_article(kind="report", title_fr="Le compte rendu"))
    publish(make_article(kind="brief", title_fr="La brève"))

    html = client.get("/fr/articles/?kind=report").content.decode()

    assert report.get_absolute_url() in html
    assert "La brève" not in html


def test_list_goes_back_in_time(client):
    now = timezone.now()
    for hours in range(30):
        title = f"Article numéro {hours:02}"
        publish(make_article(title_fr=title), at=now - timedelta(hours=hours + 1))

    first = client.get("/fr/articles/")
    last = first.context["last"].article_id
    second = client.get(f"/fr/articles/?before={last}")

    assert [e.release.title for e in first.context["editions"]][
        -1
    ] == "Article numéro 23"
    assert [e.release.title[-2:] for e in second.context["editions"]] == [
        "24", "25", "26", "27", "28", "29",
    ]  # fmt: skip


def test_person_page_shows_what_they_said_in_public(client):
    person = make_person("Jean-Louis Gasset")
    said = make_quote(speaker=person, text="Dit en public.")
    make_quote(speaker=person, text="Gardé au carnet.")
    edition = publish(make_article(body_fr=f"<p>Il a parlé.</p>{embed(said)}"))

    html = client.get(person.get_absolute_url()).content.decode()

    assert "Dit en public." in html
    assert "Gardé au carnet." not in html
    assert edition.get_absolute_url() in html


def test_author_page_lists_the_stories_of_the_author(client):
    author = Author.objects.create(name="Inès Morel", slug="ines-morel")
    article = make_article(title_fr="Signé Morel")
    Byline.objects.create(article=article, author=author)
    publish(article)
    publish(make_article(title_fr="Signé de personne"))

    html = client.get("/fr/authors/ines-morel/").content.decode()

    assert "Signé Morel" in html
    assert "Signé de personne" not in html


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "Traduit de l’anglais par Inès Roy"), ("en", "from French by Inès Roy")],
)
def test_readers_are_told_who_translated(client, language, said):
    translator = make_member("translator", first_name="Inès", last_name="Roy")
    article = make_article()
    given = {"origin": "translation", "translator": translator}
    make_edition(article=article, language=language, **given)

    page = client.get(publish(article, language).get_absolute_url()).text

    assert said in page
