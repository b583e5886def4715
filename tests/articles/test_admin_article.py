import pytest
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, AuditEntry, Author, Edition
from tests.articles.forms import save, saved, typed
from tests.factories import (
    embed,
    make_article,
    make_match,
    make_member,
    make_quote,
    publish,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def member(client):
    """Signs someone of a role in; returns the person."""

    def sign_in(role):
        person = make_member(role)
        client.force_login(person)
        return person

    return sign_in


def add(client, **words):
    empty = Article(kind="report", original_language="fr")
    return client.post(f"{LIST}add/", typed(empty, **words))


def test_a_new_article_belongs_to_who_made_it_and_is_open_in_its_language(
    client, member
):
    reporter = member("reporter")
    add(client, title_fr="Un nul")

    article = Article.objects.get()
    assert article.created_by == reporter
    assert [(e.language, e.status) for e in article.editions.all()] == [("fr", "draft")]


def test_an_article_without_a_title_is_refused_with_a_sentence(client, member):
    member("reporter")

    page = add(client)

    assert _("Give the article a title in one language.") in page.text
    assert not Article.objects.exists()


def test_saving_never_changes_what_readers_read(client, member):
    member("desk chief")
    article = make_article()
    edition = publish(article)
    save(client, article, title_fr="Un autre titre")

    edition = Edition.objects.get(pk=edition.pk)
    assert saved(article).title_fr == "Un autre titre"
    assert edition.release.title == "Le petit truc manque"


def test_a_state_in_the_form_is_ignored(client, member):
    member("reporter")
    add(client, title_fr="Un nul", status="published", created_by=1)

    assert Edition.objects.get().status == "draft"


def test_a_translator_cannot_forge_the_original(client, member):
    member("translator")
    article = make_article()
    save(client, article, title_fr="forged", title_en="Right", kind="brief")

    assert saved(article).title_fr == "Le petit truc manque"
    assert saved(article).title_en == "Right"
    assert saved(article).kind == "report"


def test_a_translator_cannot_forge_a_link_to_a_match(client, member):
    member("translator")
    article, match = make_article(), make_match()
    forged = {"links-TOTAL_FORMS": 1, "links-0-match": match.pk}
    save(client, article, **forged, **{"links-0-role": "report"})

    assert article.links.count() == 0


@pytest.mark.parametrize("role", ["reporter", "statistics desk", "read-only"])
def test_an_article_of_someone_else_is_only_to_read(client, member, role):
    member(role)
    article = make_article()
    answer = client.post(f"{LIST}{article.pk}/change/", typed(article, title_fr="No"))

    assert answer.status_code == 403
    assert saved(article).title_fr == "Le petit truc manque"


def test_who_only_reads_gets_the_words_with_their_records(client, member):
    member("read-only")
    quote = make_quote()
    article = make_article(body_fr=f"<p>Du texte.</p>{embed(quote)}")

    page = client.get(f"{LIST}{article.pk}/change/")

    assert "<p>Du texte.</p>" in page.text
    assert f"<p>[citation {quote.pk}] {quote}</p>" in page.text
    assert 'name="body_fr"' not in page.text


def test_every_save_is_in_the_log_with_before_and_after(client, member):
    chief = member("desk chief")
    article = make_article()
    save(client, article, title_fr="Un autre titre")

    entry = AuditEntry.objects.about(article).get()
    assert (entry.action, entry.user, entry.address) == ("change", chief, "127.0.0.1")
    assert entry.details["fields"] == {
        "title_fr": ["Le petit truc manque", "Un autre titre"]
    }


def test_a_published_article_cannot_be_deleted(client, member):
    member("desk chief")
    article = make_article()
    release = publish(article).release
    page = client.post(f"{LIST}{article.pk}/delete/", {"post": "yes"})

    assert [str(release) in place for place in page.context["protected"]] == [True]
    assert Article.objects.filter(pk=article.pk).exists()


@pytest.mark.parametrize("rows", [1, 12])
def test_the_list_asks_the_database_the_same_whatever_its_length(
    client, member, rows, django_assert_num_queries
):
    member("desk chief")
    for _row in range(rows):
        publish(make_article(match=make_match()))

    with django_assert_num_queries(11):
        client.get(LIST)


@pytest.mark.parametrize(
    "lookup",
    ["created_by__password__startswith", "body_fr__startswith", "version__gt"],
)
def test_an_address_filters_only_by_what_the_list_offers(client, member, lookup):
    member("read-only")
    make_article()

    assert client.get(LIST, {lookup: "1"}).status_code == 400
    assert client.get(LIST, {"kind__exact": "report"}).status_code == 200


def test_the_page_loads_nothing_from_outside(client, member):
    member("desk chief")
    page = client.get(reverse("admin:articles_article_add"))

    assert "//ajax." not in page.text
    assert 'src="http' not in page.text
    assert "unsafe" not in page["Content-Security-Policy"]


def test_a_title_typed_on_two_lines_is_one_line(client, member):
    member("desk chief")
    article = make_article()
    save(client, article, title_fr="Un nul\r\nqui laisse «\u202fdes regrets\u202f»")

    assert saved(article).title_fr == "Un nul qui laisse «\u202fdes regrets\u202f»"


@pytest.mark.parametrize("records", [1, 8])
def test_the_form_asks_the_database_the_same_whatever_the_body_shows(
    client, member, records, django_assert_num_queries
):
    member("desk chief")
    match = make_match()
    body = "".join(embed(make_quote(match=match)) for _record in range(records))
    article = make_article(match=match, body_fr=f"<p>Du texte.</p>{body}")
    publish(article)

    with django_assert_num_queries(33):
        client.get(f"{LIST}{article.pk}/change/")


@pytest.mark.parametrize("term", ["atalanta", "marseille", "truc", "Gomis"])
def test_the_list_finds_an_article_by_title_author_and_team(client, member, term):
    member("desk chief")
    article = make_article(match=make_match())
    article.authors.add(Author.objects.create(name="Ana Gomis", slug="ana"))
    make_article(title_fr="Un autre", title_en="Another")

    page = client.get(LIST, {"q": term})
    assert list(page.context["cl"].result_list) == [article]
