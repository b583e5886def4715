"""The page of a translation, as the desk's browsers ask for it."""

import json
import re

import pytest
from django.urls import reverse

from articles.models import Dismissal, Edition
from articles.obstacles import obstacles
from articles.translating.work import begin
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_member,
    make_post,
    make_quote,
    make_team,
    make_term,
)

pytestmark = pytest.mark.django_db
FRENCH = "<p>Marseille ouvre le score.</p>"
ENGLISH = "<p>Marseille took the lead.</p>"


@pytest.fixture
def translator(client):
    translator = make_member("translator")
    client.force_login(translator)
    return translator


@pytest.fixture
def article():
    words = {"title_en": "", "standfirst_fr": "", "standfirst_en": ""}
    return make_article(**words, title_fr="Un nul", body_fr=FRENCH, body_en="")


def address(article, page="", language="en", **more):
    args = [article.pk, language, *more.values()]
    return reverse(f"admin:article_translate{page}", args=args)


def post(client, where, **told):
    return client.post(where, json.dumps(told), content_type="application/json")


def do(client, article, **told):
    words = {"verb": "done", "number": 1, "source": FRENCH, "before": ""}
    return post(client, address(article, "_act"), **words | {"target": ENGLISH} | told)


def test_a_translation_is_begun_by_one_button(client, translator, article):
    page = client.get(address(article)).content.decode()
    client.post(address(article, "_begin"))

    edition = Edition.objects.get()
    assert 'action="' + address(article, "_begin") in page
    assert (edition.language, edition.origin) == ("en", "translation")
    assert edition.translator == translator


def test_a_passage_done_comes_back_alone(client, translator, article):
    begin(article, language="en", by=translator, at=NOON)

    told = do(client, article).json()

    article.refresh_from_db()
    assert article.body_en == ENGLISH
    assert len(told["rows"]) == 2
    assert 'value="1" max="2"' in told["progress"]


def test_rows_that_the_page_knows_come_without_words(client, translator, article):
    begin(article, language="en", by=translator, at=NOON)
    first = do(client, article).json()["rows"]

    known = [row["key"] for row in first]
    told = do(client, article, before=ENGLISH, known=known).json()["rows"]

    assert told == [{"key": key, "html": ""} for key in known]


def test_words_of_someone_else_are_told_and_kept(client, translator, article):
    begin(article, language="en", by=translator, at=NOON)
    do(client, article)

    answer = do(client, article, target="<p>Marseille scored.</p>")

    article.refresh_from_db()
    assert (answer.status_code, answer.json()["theirs"]) == (409, ENGLISH)
    assert article.body_en == ENGLISH


def test_a_passage_that_is_gone_is_told(client, translator, article):
    begin(article, language="en", by=translator, at=NOON)

    answer = do(client, article, source="<p>Rien de tel.</p>")

    assert answer.status_code == 409
    assert "passage" in answer.json()["error"]


@pytest.mark.parametrize(
    "told", [{"verb": "publish"}, {"number": "x"}, {"verb": None}, {"number": -1}]
)
def test_what_no_page_sends_is_refused(client, translator, article, told):
    begin(article, language="en", by=translator, at=NOON)

    assert do(client, article, **told).status_code == 400


def test_hostile_words_are_cleaned(client, translator, article):
    begin(article, language="en", by=translator, at=NOON)

    do(client, article, target="<p onclick=x>A <script>b</script><b>c</b></p>")

    article.refresh_from_db()
    assert article.body_en == "<p>A <b>c</b></p>"


@pytest.mark.parametrize("role", ["read-only", "statistics desk"])
def test_who_does_not_translate_reads_only(client, article, role):
    begin(article, language="en", by=make_member("translator"), at=NOON)
    client.force_login(make_member(role))

    page = client.get(address(article))

    assert (page.status_code, b"contenteditable" in page.content) == (200, False)
    assert do(client, article).status_code == 403


def test_who_is_signed_out_is_told_so(client, article):
    begin(article, language="en", by=make_member("translator"), at=NOON)

    assert do(client, article).status_code == 401
    assert client.get(address(article)).status_code == 302


def test_a_language_that_nobody_reads_has_no_page(client, translator, article):
    assert client.get(address(article, language="de")).status_code == 404
    assert client.get(address(article, "_rows")).status_code == 404


def test_a_quote_is_translated_once_for_every_article(client, translator, article):
    quote = make_quote(translation_en="")
    article.body_fr = f"{FRENCH}{embed(quote)}"
    article.save()
    begin(article, language="en", by=translator, at=NOON)
    where = address(article, "_record", kind="quote", record=quote.pk)
    asked = f'data-record="quote/{quote.pk}"'
    page = client.get(address(article)).content.decode()

    told = post(client, where, target="A bitter taste.").json()
    again = post(client, where, target="Another one.")

    quote.refresh_from_db()
    assert asked in page
    assert quote.translation_en == "A bitter taste."
    assert f'data-record="quote/{quote.pk}"' not in "".join(
        r["html"] for r in told["rows"]
    )
    assert again.status_code == 409


def test_what_a_post_says_is_asked_for_and_never_owed(client, translator, article):
    post_ = make_post(text_raw="Quel match !")
    article.body_fr = f"{FRENCH}{embed(post_)}"
    article.save()
    begin(article, language="en", by=translator, at=NOON)
    where = address(article, "_record", kind="post", record=post_.pk)

    page = client.get(address(article)).content.decode()
    told = post(client, where, target="What a match!").json()

    post_.refresh_from_db()
    assert f'data-record="post/{post_.pk}"' in page
    assert 'value="1" max="3"' in page
    assert 'value="1" max="3"' in told["progress"]
    assert post_.translation_en == "What a match!"


@pytest.mark.parametrize("kind", ["photo", "match"])
def test_only_quotes_and_posts_are_translated_as_records(
    client, translator, article, kind
):
    begin(article, language="en", by=translator, at=NOON)
    where = address(article, "_record", kind=kind, record=1)

    assert post(client, where, target="A goal").status_code == 404


def test_a_quote_without_its_translation_is_owed(client, translator, article):
    article.body_fr = f"{FRENCH}{embed(make_quote(translation_en=''))}"
    article.save()
    begin(article, language="en", by=translator, at=NOON)

    page = client.get(address(article)).content.decode()

    assert 'value="0" max="3"' in page


def test_spaces_that_hold_words_stay_in_a_title(client, translator, article):
    begin(article, language="en", by=translator, at=NOON)

    do(client, article, number=0, source="Un nul", target=" Oh\u202f!  No\n")

    article.refresh_from_db()
    assert article.title_en == "Oh\u202f! No"


def test_who_only_reads_is_given_nothing_to_write_in(client, translator, article):
    begin(article, language="en", by=translator, at=NOON)
    client.force_login(make_member("read-only"))

    told = client.get(address(article, "_rows")).json()["rows"]

    assert [row["html"].count("data-text") for row in told] == [0, 0]


@pytest.mark.parametrize("count", [2, 40])
def test_the_page_asks_as_much_of_a_long_text_as_of_a_short_one(
    client, translator, article, count, django_assert_max_num_queries
):
    article.body_fr = "".join(f"<p>Paragraphe {n}.</p>" for n in range(count))
    article.save()
    begin(article, language="en", by=translator, at=NOON)

    with django_assert_max_num_queries(14):
        page = client.get(address(article)).content.decode()

    assert page.count("<translation-row") == count + 1


@pytest.mark.parametrize("count", [1, 6])
def test_the_page_asks_as_much_of_many_posts_as_of_one(
    client, translator, article, count, django_assert_max_num_queries
):
    article.body_fr = FRENCH + "".join(embed(make_post()) for _n in range(count))
    article.save()
    begin(article, language="en", by=translator, at=NOON)

    with django_assert_max_num_queries(18):
        page = client.get(address(article)).content.decode()

    assert page.count("data-record=") == count


def test_words_at_hand_are_given_with_their_keys(client, translator, article):
    make_term(french="corner", british="corner kick")
    make_team("Atalanta", name_fr="Atalanta Bergame", name_en="Atalanta")
    begin(article, language="en", by=translator, at=NOON)
    source = "<p>Un corner pour l’Atalanta Bergame.</p>"

    told = post(client, address(article, "_help"), source=source).content.decode()

    assert 'data-insert="1" lang="en">corner kick' in told
    assert 'data-insert="2" lang="en">Atalanta' in told


def checks(client, article, **told):
    where = address(article, "_checks")
    answer = post(client, where, **told) if told else client.get(where)
    return answer.json()


def test_checks_name_the_passage_and_are_answered_with_a_reason(
    client, translator, article
):
    article.body_fr = "<p>Un nul 1-1 à Marseille.</p>"
    article.save()
    begin(article, language="en", by=translator, at=NOON)
    do(
        client,
        article,
        source=article.body_fr,
        target="<p>A 2-1 draw in Marseille.</p>",
    )
    html = checks(client, article)["html"]
    mark = re.search(r'data-mark="(\w+)" data-row="1"', html)[1]

    without = checks(client, article, mark=mark, reason=" ")
    after = checks(client, article, mark=mark, reason="As agreed")["html"]

    assert "error" in without
    assert f'data-mark="{mark}"' not in after
    assert "As agreed" in after
    assert Dismissal.objects.get().kind == "figure"


def test_what_blocks_keeps_a_translation_from_readers(client, translator, article):
    begin(article, language="en", by=translator, at=NOON)
    do(client, article, number=0, source="Un nul", target="A draw")
    do(client, article, target=FRENCH)
    edition = Edition.objects.get()

    assert any("Marseille ouvre" in reason for reason in obstacles(edition))
