import pytest

from articles.models import Author, ClubPost, Photo, Quote
from tests.factories import (
    make_match,
    make_member,
    make_person,
    make_photo,
    make_post,
    make_quote,
)
from tests.matches.forms import posted

pytestmark = pytest.mark.django_db

ROWS = {"variants-TOTAL_FORMS": 0, "variants-INITIAL_FORMS": 0}
QUOTE = ROWS | {
    "text": "Il y a un petit goût amer.",
    "language": "fr",
    "kind": "full",
    "occasion": "press_conference",
    "source_kind": "heard",
}


@pytest.fixture
def member(client):
    def sign_in(role):
        person = make_member(role)
        client.force_login(person)
        return person

    return sign_in


def form_of(record, **changes):
    """What a browser would send of `record` without touching it."""
    found = {f.name: getattr(record, f.attname) for f in record._meta.concrete_fields}
    kept = {name: value for name, value in found.items() if value not in (None, False)}
    return kept | ROWS | {"seen_version": record.version} | changes


def save(client, record, **changes):
    meta = record._meta
    path = f"/admin/articles/{meta.model_name}/{record.pk}/change/"
    page = client.post(path, form_of(record, **changes))
    record.refresh_from_db()
    return page


def test_a_reporter_records_a_quote(client, member):
    member("reporter")
    gasset, match = make_person(), make_match()
    said = QUOTE | {"speaker": gasset.pk, "match": match.pk}
    client.post("/admin/articles/quote/add/", said)

    quote = Quote.objects.get()
    assert (quote.speaker, quote.said_on) == (gasset, match.kickoff_on)


def test_who_changes_approved_words_is_told_why_not(client, member):
    member("desk chief")
    quote = make_quote(verification="approved")
    page = save(client, quote, text="Autre chose.")

    assert [*page.context["adminform"].form.errors] == ["text"]
    assert quote.text == "Il y a un petit goût amer."


def test_a_translator_translates_a_quote_and_changes_no_word_of_it(client, member):
    member("translator")
    quote = make_quote(verification="unverified")
    save(client, quote, text="forged", translation_en="A bitter taste.")

    assert quote.text == "Il y a un petit goût amer."
    assert quote.translation_en == "A bitter taste."
    assert quote.verification == "unverified"


def test_two_people_write_two_translations_of_a_quote(client, member):
    member("desk chief")
    quote = make_quote(language="it", text="Un gusto amaro.")
    before = Quote.objects.get(pk=quote.pk)
    save(client, quote, translation_fr="Un goût amer.")
    save(client, before, translation_en="A bitter taste.")

    quote.refresh_from_db()
    assert quote.translation_fr == "Un goût amer."
    assert quote.translation_en == "A bitter taste."


def test_who_took_a_post_is_remembered(client, member):
    reporter = member("reporter")
    post = form_of(make_post(), text_raw="Un autre", posted_on="2024-05-02")
    client.post("/admin/articles/clubpost/add/", post)

    assert ClubPost.objects.get(text_raw="Un autre").captured_by == reporter


def test_a_file_that_is_no_picture_is_refused_in_a_sentence(client, member):
    member("reporter")
    with open(__file__, "rb") as file:
        page = client.post(
            "/admin/articles/photo/add/",
            {"image": file, "credit": "Tribune", "focal_x": 50, "focal_y": 50},
        )

    assert [*page.context["adminform"].form.errors] == ["image"]
    assert not Photo.objects.exists()


@pytest.mark.parametrize(
    ("model", "make", "queries"),
    [("quote", make_quote, 11), ("clubpost", make_post, 10), ("photo", make_photo, 6)],
)
@pytest.mark.parametrize("rows", [1, 9])
def test_lists_ask_the_database_the_same_whatever_their_length(
    client, member, model, make, queries, rows, django_assert_num_queries
):
    member("desk chief")
    for _row in range(rows):
        make(match=make_match()) if model != "photo" else make()

    with django_assert_num_queries(queries):
        client.get(f"/admin/articles/{model}/")


@pytest.mark.parametrize("model", ["quote", "clubpost", "photo", "author", "notice"])
@pytest.mark.parametrize("page", ["", "add/"])
def test_every_page_of_the_desk_answers(client, member, model, page):
    member("desk chief")

    assert client.get(f"/admin/articles/{model}/{page}").status_code == 200


@pytest.mark.parametrize("make", [make_quote, make_post, make_photo])
def test_the_history_of_a_record_answers(client, member, make):
    member("desk chief")
    record = make()
    base = f"/admin/articles/{record._meta.model_name}/{record.pk}/history/"
    version = record.history.get().history_id

    assert client.get(base).status_code == 200
    assert client.get(f"{base}{version}/").status_code == 200


def test_what_an_author_is_called_can_be_changed(client, member):
    member("desk chief")
    author = Author.objects.create(slug="lea", name="Léa")
    address = f"/admin/articles/author/{author.pk}/change/"

    client.post(address, posted(client.get(address)) | {"name": "Léa Martin"})

    author.refresh_from_db()
    assert author.name == "Léa Martin"
