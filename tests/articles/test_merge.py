import pytest

from tests.articles.forms import save, saved
from tests.factories import embed, make_article, make_member, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_member("desk chief", first_name="Paul"))
    return client


@pytest.fixture
def article():
    return make_article(kind="report")


def test_edits_of_two_fields_both_survive(desk, article):
    save(desk, article, title_fr="Le titre de Léa")
    save(desk, article, title_en="Tom’s title")

    assert saved(article).title_fr == "Le titre de Léa"
    assert saved(article).title_en == "Tom’s title"


def test_the_second_person_is_told_what_was_merged(desk, article):
    save(desk, article, title_fr="Le titre de Léa")
    page = save(desk, article, title_en="Tom’s title")

    assert "Titre · FR" in [*page.context["messages"]][0].message


def test_the_same_edit_twice_is_no_clash(desk, article):
    save(desk, article, title_fr="Le même titre")
    save(desk, article, title_fr="Le même titre", title_en="Another")

    assert saved(article).title_en == "Another"


def test_a_clash_shows_the_difference_and_keeps_what_was_typed(desk, article):
    save(desk, article, title_fr="Le titre de Léa")
    page = save(desk, article, title_fr="Le titre de Tom")

    assert saved(article).title_fr == "Le titre de Léa"
    assert page.context["adminform"].form["title_fr"].value() == "Le titre de Tom"
    assert "Le titre de <del>Léa</del><ins>Tom</ins>" in page.text


def test_a_second_submit_after_the_clash_wins_knowingly(desk, article):
    save(desk, article, title_fr="Le titre de Léa")
    page = save(desk, article, title_fr="Le titre de Tom")
    seen = page.context["adminform"].form["seen_version"].value()
    save(desk, article, title_fr="Le titre de Tom", seen_version=seen)

    assert saved(article).title_fr == "Le titre de Tom"


def test_a_clash_does_not_lose_what_others_wrote_elsewhere(desk, article):
    save(desk, article, title_fr="Le titre de Léa", title_en="Léa’s title")
    page = save(desk, article, title_fr="Le titre de Tom")
    form = page.context["adminform"].form

    assert form["title_en"].value() == "Léa’s title"


def test_bodies_are_compared_as_they_are_stored(desk, article):
    save(desk, article, title_fr="Le titre de Léa")
    save(desk, article, body_fr="<p>Le texte français.</p>\r\n", title_en="Tom’s")

    assert saved(article).body_fr == article.body_fr
    assert saved(article).title_fr == "Le titre de Léa"


def test_the_difference_of_a_body_names_its_records(desk, article):
    quote = make_quote()
    save(desk, article, body_fr=f"<p>Le texte de Léa.</p>{embed(quote)}")
    page = save(desk, article, body_fr="<p>Le texte de Tom.</p>")

    assert f"[citation {quote.pk}]" in page.text
    assert "&lt;newsroom-embed" not in page.text.split("errorlist")[1].split("</ul>")[0]


def test_a_version_that_never_was_is_refused(desk, article):
    page = save(desk, article, title_fr="Tom", seen_version=999)

    assert saved(article).title_fr == article.title_fr
    assert page.context["adminform"].form["title_fr"].value() == "Tom"


def test_who_may_not_write_a_language_takes_what_others_saved_in_it(client, article):
    client.force_login(make_member("desk chief"))
    save(client, article, title_fr="Le titre de Léa")
    client.force_login(make_member("translator"))
    save(client, article, title_fr="forged", title_en="Tom’s title")

    assert saved(article).title_fr == "Le titre de Léa"
    assert saved(article).title_en == "Tom’s title"
