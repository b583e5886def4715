import pytest

from articles.models import Author, Autosave, Byline, MatchLink
from tests.articles.test_admin_keeping import keep, offers, send
from tests.factories import make_article, make_match, make_member, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    member = make_member("desk chief")
    client.force_login(member)
    return member


@pytest.fixture
def article(chief):
    return make_article(match=make_match())


@pytest.fixture
def link(article):
    return article.links.get()


@pytest.fixture
def author():
    return Author.objects.create(name="Alice Martin", slug="alice")


def kept_rows(client, article, **fields):
    """Keeps rows and gives what the page is offered of them."""
    keep(client, article, **fields)
    return [field for offer in offers(client, article) for field in offer["fields"]]


def added(match, row="+1", **values):
    values = {"match": str(match.pk), "role": "preview", "is_primary": ""} | values
    return {f"links:{row}:{name}": value for name, value in values.items()}


def test_an_added_match_is_offered_with_its_name(client, article):
    match = make_match(stage=article.links.get().match.stage)
    (field,) = kept_rows(client, make_article(), **added(match, is_primary="on"))

    assert field["label"] == f"Match lié\u00a0: {match}"
    assert field["pieces"] == [["ins", f"{match} · Avant-match · Match principal"]]
    assert (field["row"]["prefix"], field["row"]["id"]) == ("links", "")
    sent = {one["name"]: (one["value"], one["text"]) for one in field["row"]["values"]}
    assert sent["match"] == (str(match.pk), str(match))


def test_an_added_signature_is_offered_with_its_name(client, article, author):
    fields = {"author": str(author.pk), "role": "author", "position": "2"}
    sent = {f"bylines:+0:{name}": value for name, value in fields.items()}
    (field,) = kept_rows(client, article, **sent)

    assert field["label"] == "Signature\u00a0: Alice Martin"
    assert field["pieces"] == [["ins", "Alice Martin · auteur · Rang 2"]]


def test_a_changed_row_is_offered_with_what_differs(client, article, link):
    (field,) = kept_rows(client, article, **{f"links:{link.pk}:role": "reaction"})

    assert field["label"] == f"Match lié\u00a0: {link.match}"
    assert field["pieces"][1:3] == [["del", "Compte rendu"], ["ins", "Réactions"]]
    assert field["row"] == {
        "prefix": "links",
        "id": str(link.pk),
        "values": [{"name": "role", "value": "reaction", "text": "Réactions"}],
    }


def test_a_row_ticked_for_removal_is_offered_as_that(client, article, link):
    (field,) = kept_rows(client, article, **{f"links:{link.pk}:DELETE": "on"})

    assert field["label"].endswith(f": {link.match}")
    assert [kind for kind, _text in field["pieces"]] == ["del"]
    (value,) = field["row"]["values"]
    assert (value["name"], value["value"]) == ("DELETE", "on")


def test_a_row_that_others_removed_is_told_and_goes_nowhere(client, article, link):
    MatchLink.objects.all().delete()
    (field,) = kept_rows(client, article, **{f"links:{link.pk}:role": "reaction"})

    assert field["pieces"] == [["ins", "Réactions"]]
    assert field["row"] is None


def test_ticking_what_others_removed_is_nobodys_concern(client, article, link):
    MatchLink.objects.all().delete()

    assert kept_rows(client, article, **{f"links:{link.pk}:DELETE": "on"}) == []


def test_a_match_that_others_linked_meanwhile_is_not_added_twice(client, article, link):
    (field,) = kept_rows(client, article, **added(link.match, role="reaction"))

    assert field["row"]["id"] == str(link.pk)
    changed = {one["name"]: one["value"] for one in field["row"]["values"]}
    assert changed == {"role": "reaction", "is_primary": ""}


def test_rows_that_equal_what_is_saved_are_not_offered(client, article, link):
    same = added(link.match, row=str(link.pk), role="report", is_primary="on")

    assert kept_rows(client, article, **same) == []


def test_an_added_row_left_empty_is_not_offered(client, article):
    empty = {"bylines:+0:author": "", "bylines:+0:role": "author"}

    assert kept_rows(client, article, **empty) == []


@pytest.mark.parametrize(
    "name",
    [
        "links:+0:article",
        "links:+0:id",
        "links:+0:x",
        "links:x:match",
        "links:+9999:match",
        "links:²:match",
        "links-0-match",
        "editions:1:status",
        "links-TOTAL_FORMS",
    ],
)
def test_what_is_no_control_of_a_row_is_not_kept(client, article, name):
    keep(client, article, **{name: "1"})

    assert Autosave.objects.get().fields == {}


@pytest.mark.parametrize("value", ["²", "9" * 30, "-1", "<script>"])
def test_hostile_values_of_a_row_break_nothing(client, article, value):
    values = {"match": value, "role": "<b>", "is_primary": "x"}
    sent = {f"links:+0:{name}": one for name, one in values.items()}
    (field,) = kept_rows(client, article, **sent)

    assert field["pieces"][0][1].startswith(f"Match {value} · —")


def test_a_row_of_another_article_is_as_one_removed(client, article, link):
    other = make_article()
    (field,) = kept_rows(client, other, **{f"links:{link.pk}:role": "reaction"})

    assert field["row"] is None
    assert str(link.match) not in field["label"]


def test_a_translator_keeps_no_rows(client, article):
    client.force_login(make_member("translator"))
    keep(client, article, title_en="Right", **added(make_match()))

    assert Autosave.objects.get().fields == {"title_en": "Right"}


def test_rows_of_a_new_article_are_kept_too(client, chief, author):
    fields = {"title_fr": "Un nul", "bylines:+0:author": str(author.pk)}
    sent = {"tab": "a-tab-of-somebody", "turn": 1, "seen_version": 0, "fields": fields}
    send(client, "/admin/articles/article/keep/", sent)
    (offer,) = client.get("/admin/articles/article/keep/").json()["offers"]

    assert [f["label"] for f in offer["fields"]][1] == "Signature\u00a0: Alice Martin"
    assert Autosave.objects.get().label == "Un nul"


def test_variants_of_a_quote_are_kept_too(client, chief):
    quote = make_quote()
    sent = {"variants:+0:text": "Les mêmes mots.", "variants:+0:language": "fr"}
    (field,) = kept_rows(client, quote, **sent)

    assert field["row"]["prefix"] == "variants"
    assert field["pieces"][0][1].startswith("Les mêmes mots.")


def test_keeping_rows_saves_none(client, article, author):
    keep(client, article, **{"bylines:+0:author": str(author.pk)})

    assert not Byline.objects.exists()
