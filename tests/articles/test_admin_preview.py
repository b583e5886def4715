import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, AuditEntry, PreviewLink
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_match,
    make_member,
    make_post,
    make_quote,
    publish,
)

pytestmark = pytest.mark.django_db


def preview_of(article, language="fr"):
    return reverse("admin:article_preview", args=[article.pk, language])


def link_of(article, language="fr"):
    return reverse("admin:preview_link", args=[article.pk, language])


def member_client(role):
    client = Client()
    client.force_login(make_member(role))
    return client


def test_preview_is_the_public_page(editor_client, client):
    match = make_match()
    records = [make_quote(match=match), make_post(match=match), match]
    body = "<p>Le texte.</p>" + "".join(map(embed, records))
    article = make_article(match=match, body_fr=body)
    edition = publish(article)

    public = client.get(edition.get_absolute_url()).content.decode()
    page = editor_client.get(preview_of(article)).context["page"]

    assert main(page) == main(public)


def main(html):
    return html[html.index("<main") : html.index("</main>")].split()


def test_desk_sees_what_readers_would_not_with_a_hint(editor_client):
    quote = make_quote(text="Dit en confidence.", is_off_record=True)
    gone = '<newsroom-embed data-type="photo" data-id="99"></newsroom-embed>'
    article = make_article(body_fr=embed(quote) + gone)

    page = editor_client.get(preview_of(article)).context["page"]

    assert "Dit en confidence." in page
    assert page.count('class="preview-hint"') == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_preview_speaks_the_language_of_its_readers(editor_client, language):
    article = make_article(title_fr="Un partout", title_en="All square")

    page = editor_client.get(preview_of(article, language)).context["page"]

    title = {"fr": "Un partout", "en": "All square"}[language]
    assert f'<h1 class="story__title">{title}</h1>' in page
    assert f'<html lang="{language}">' in page


def test_unsaved_words_are_shown_and_stored_nowhere(editor_client):
    article = make_article(title_fr="Avant")
    before = Article.objects.filter(pk=article.pk).values()[0]
    typed = {"title_fr": "Pas encore enregistré", "body_fr": "<p>Neuf.</p>"}

    response = editor_client.post(preview_of(article), typed)

    assert "Pas encore enregistré</h1>" in response.context["page"]
    assert "<p>Neuf.</p>" in response.context["page"]
    assert Article.objects.filter(pk=article.pk).values()[0] == before
    assert article.history.count() == 1


def test_unsaved_words_go_with_the_switch_to_the_other_language(editor_client):
    article = make_article()

    response = editor_client.post(preview_of(article), {"title_en": "Not yet saved"})

    field = '<input type="hidden" name="title_en" value="Not yet saved">'
    assert field in response.content.decode()
    assert "Not yet saved" not in response.context["page"]


def test_records_of_unsaved_words_are_what_stands_in_the_way(editor_client):
    article, quote = make_article(), make_quote(verification="unverified")
    typed = {"body_fr": f"<p>Il a parlé.</p>{embed(quote)}"}

    (obstacle,) = editor_client.post(preview_of(article), typed).context["obstacles"]

    assert str(quote) in obstacle
    assert editor_client.get(preview_of(article)).context["obstacles"] == []


def test_words_no_save_would_take_are_refused_in_a_sentence(editor_client):
    article = make_article()

    response = editor_client.post(preview_of(article), {"body_fr": "<b>" * 100_001})

    assert len(response.context["refusal"]) == 1
    assert "Le petit truc manque</h1>" in response.context["page"]


def test_preview_is_never_cached(editor_client):
    response = editor_client.get(preview_of(make_article()))

    assert "no-store" in response["Cache-Control"]
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_link_is_told_once_and_opens_for_anyone(editor_client, language, settings):
    article = make_article()

    response = editor_client.post(link_of(article, language))
    address = response.context["address"]

    assert address.startswith(f"{settings.SITE_URL}/{language}/preview/")
    assert Client().get(address.removeprefix(settings.SITE_URL)).status_code == 200
    assert address not in editor_client.get(preview_of(article)).content.decode()


def test_revoked_link_opens_nothing_and_leaves_the_list(editor_client, settings):
    article = make_article()
    address = editor_client.post(link_of(article)).context["address"]
    link = PreviewLink.objects.get()

    revoke = reverse("admin:preview_revoke", args=[article.pk, "fr", link.pk])
    response = editor_client.post(revoke, follow=True)

    assert list(response.context["links"]) == []
    assert Client().get(address.removeprefix(settings.SITE_URL)).status_code == 404


def test_links_leave_their_trace_in_the_log(editor_client):
    article = make_article()
    editor_client.post(link_of(article), REMOTE_ADDR="192.0.2.7")
    link = PreviewLink.objects.get()
    revoke = reverse("admin:preview_revoke", args=[article.pk, "fr", link.pk])

    editor_client.post(revoke)
    editor_client.post(revoke)

    acts = AuditEntry.objects.about(link).order_by("pk")
    assert list(acts.values_list("action", "address")) == [
        ("make_preview", "192.0.2.7"),
        ("revoke_preview", "127.0.0.1"),
    ]


def test_link_of_one_article_is_not_revoked_through_another(editor_client):
    article, other = make_article(), make_article()
    editor_client.post(link_of(article))
    link = PreviewLink.objects.get()

    editor_client.post(reverse("admin:preview_revoke", args=[other.pk, "fr", link.pk]))

    assert PreviewLink.objects.live().get() == link


@pytest.mark.parametrize(
    ("role", "language", "status"),
    [
        ("reporter", "fr", 403),
        ("translator", "fr", 403),
        ("translator", "en", 200),
        ("sub-editor", "fr", 200),
        ("desk chief", "fr", 200),
        ("statistics desk", "fr", 403),
        ("read-only", "fr", 403),
    ],
)
def test_who_writes_the_words_shows_them_outside(role, language, status):
    article, client = make_article(), member_client(role)

    assert client.get(preview_of(article, language)).status_code == 200
    assert client.post(link_of(article, language)).status_code == status


def test_withdrawn_story_is_shown_to_nobody_outside(editor_client):
    edition = make_edition(status="withdrawn")

    assert editor_client.post(link_of(edition.article)).status_code == 403


@pytest.mark.parametrize("name", ["article_preview", "preview_link"])
def test_preview_of_nothing_is_not_found(editor_client, name):
    article = make_article()

    for arguments in ([article.pk + 1, "fr"], [article.pk, "de"]):
        address = reverse(f"admin:{name}", args=arguments)
        assert editor_client.post(address).status_code == 404


def test_link_is_made_by_a_post_alone(editor_client):
    assert editor_client.get(link_of(make_article())).status_code == 405


def test_preview_costs_the_same_whatever_it_embeds(
    editor_client, django_assert_num_queries
):
    records = [make_quote() for _number in range(5)]
    article = make_article(body_fr="".join(map(embed, records)) + "<p>Oui.</p>")

    with django_assert_num_queries(12):
        editor_client.get(preview_of(article))
