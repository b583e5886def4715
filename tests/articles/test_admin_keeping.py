import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import pace
from articles.models import Article, Autosave, Presence
from tests.articles.forms import save
from tests.factories import (
    make_article,
    make_member,
    make_photo,
    make_post,
    make_quote,
    publish,
)

pytestmark = pytest.mark.django_db

TAB = "a-tab-of-somebody"
RECORDS = "/admin/articles"


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def member(client):
    """Signs someone of a role in; returns the person."""

    def sign_in(role, **fields):
        person = make_member(role, **fields)
        client.force_login(person)
        return person

    return sign_in


def keep_at(obj):
    return f"{RECORDS}/{obj._meta.model_name}/{obj.pk}/keep/"


def send(client, address, sent):
    return client.post(address, json.dumps(sent), content_type="application/json")


def keep(client, obj, *, turn=1, tab=TAB, version=None, **fields):
    seen = obj.version if version is None else version
    sent = {"tab": tab, "turn": turn, "seen_version": seen, "fields": fields}
    return send(client, keep_at(obj), sent)


def offers(client, obj, tab=""):
    return client.get(keep_at(obj), {"tab": tab}).json()["offers"]


def test_unsaved_words_are_kept_and_nothing_is_saved(client, member, article):
    person = member("desk chief")
    answer = keep(client, article, title_fr="Un nul")

    assert answer.status_code == 200
    assert Autosave.objects.get(user=person).fields == {"title_fr": "Un nul"}
    assert Article.objects.get().version == article.version
    assert article.history.count() == 1


def test_they_are_offered_with_what_differs(client, member, article):
    member("desk chief")
    keep(client, article, title_fr="Le petit plus manque", title_en=article.title_en)

    (field,) = offers(client, article)[0]["fields"]
    assert (field["name"], field["value"]) == ("title_fr", "Le petit plus manque")
    assert field["label"] == "Titre · FR"
    assert ["del", "truc"] in field["pieces"]
    assert ["ins", "plus"] in field["pieces"]


def test_the_newest_is_offered_first_and_the_tabs_own_not_at_all(
    client, member, article
):
    member("desk chief")
    for tab in ("first-tab", "second-tab", "third-tab"):
        keep(client, article, tab=tab, title_fr=tab)

    values = [o["fields"][0]["value"] for o in offers(client, article, "third-tab")]
    assert values == ["second-tab", "first-tab"]


def test_nobody_else_sees_them(client, member, article):
    member("desk chief")
    keep(client, article, title_fr="À moi")
    member("desk chief")

    assert offers(client, article) == []
    assert "À moi" not in client.get("/admin/").text


def test_a_save_of_the_same_tab_removes_them(client, member, article):
    member("desk chief")
    keep(client, article, title_fr="Un nul")
    save(client, article, title_fr="Un nul", kept_as=TAB)

    assert Autosave.objects.get().fields == {}
    assert keep(client, article, turn=2, title_fr="Late").status_code == 410


def test_a_refused_save_keeps_them_and_the_key_of_its_tab(client, member, article):
    member("desk chief")
    keep(client, article, title_fr="Le mien")
    save(client, article, title_fr="Le leur")
    page = save(client, article, title_fr="Le mien", kept_as=TAB)

    assert Autosave.objects.get().fields == {"title_fr": "Le mien"}
    assert f'name="kept_as" value="{TAB}"' in page.text


def test_words_written_on_an_old_version_are_kept_and_told_so(client, member, article):
    member("desk chief")
    seen = article.version
    save(client, article, title_en="Theirs")
    answer = keep(client, article, version=seen, title_fr="Les miens")

    assert answer.status_code == 409
    assert Autosave.objects.get().fields == {"title_fr": "Les miens"}
    assert offers(client, article)[0]["seen_version"] == seen


def test_who_is_signed_out_is_told_401_and_not_sent_to_a_page(client, article):
    assert keep(client, article, title_fr="Un nul").status_code == 401
    assert client.get(keep_at(article)).status_code == 401


def test_who_may_not_write_keeps_nothing(client, member, article):
    member("read-only")

    assert keep(client, article, title_fr="forged").status_code == 403
    assert not Autosave.objects.exists()


def test_a_translator_keeps_only_their_language(client, member, article):
    member("translator")
    keep(client, article, title_fr="forged", title_en="Right", kind="brief", x="y")

    assert Autosave.objects.get().fields == {"title_en": "Right"}


def test_discarding_anothers_work_finds_nothing(client, member, article):
    member("desk chief")
    keep(client, article, title_fr="À moi")
    member("desk chief")
    kept = Autosave.objects.get()

    answer = send(client, f"{RECORDS}/article/kept/{kept.pk}/", sent=True)
    assert answer.status_code == 404
    assert Autosave.objects.get().closed_at is None


def test_discarded_work_is_offered_no_more_until_it_is_taken_back(
    client, member, article
):
    member("desk chief")
    keep(client, article, title_fr="Un nul")
    address = f"{RECORDS}/article/kept/{Autosave.objects.get().pk}/"

    send(client, address, sent=True)
    assert offers(client, article) == []
    send(client, address, sent=False)
    assert len(offers(client, article)) == 1


def test_the_sixty_first_copy_of_a_minute_is_told_to_wait(client, member, article):
    chief, now = member("desk chief"), timezone.now()
    for minute in (now, now + timedelta(minutes=1)):  # it may turn meanwhile
        for _copy in range(60):
            pace.wait("keep_view", chief, at=minute)
    answer = keep(client, article, turn=60, title_fr="60")

    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60


def test_hostile_words_are_cleaned_before_they_are_kept(client, member, article):
    member("desk chief")
    hostile = "<p onclick=x>Un <script>alert(1)</script>nul</p>"
    keep(client, article, body_fr=hostile, title_fr="N\x00ul\ud800")

    fields = Autosave.objects.get().fields
    assert fields == {"body_fr": "<p>Un nul</p>", "title_fr": "Nul"}


def test_a_page_that_is_not_ours_gets_400(client, member, article):
    member("desk chief")

    assert send(client, keep_at(article), "x").status_code == 400
    assert send(client, keep_at(article), {"fields": {}}).status_code == 400


def test_the_form_of_a_new_article_keeps_too(client, member):
    member("reporter")
    sent = {"tab": TAB, "turn": 1, "seen_version": 0, "fields": {"title_fr": "Un nul"}}
    send(client, f"{RECORDS}/article/keep/", sent)

    board = client.get("/admin/").text
    assert '<a href="/admin/articles/article/add/">Un nul</a>' in board
    assert client.get(f"{RECORDS}/article/keep/").json()["offers"][0]["fields"]


@pytest.mark.parametrize(
    ("make", "control"),
    [
        (make_quote, "text"),
        (make_post, "text_raw"),
        (make_photo, "caption_fr"),
    ],
)
def test_records_keep_too(client, member, make, control):
    member("desk chief")
    record = make()
    keep(client, record, **{control: "Des mots."})

    assert offers(client, record)[0]["fields"][0]["value"] == "Des mots."


def test_a_choice_is_told_by_its_name(client, member, article):
    member("desk chief")
    photo = make_photo()
    keep(client, article, kind="brief", lead_photo=str(photo.pk))

    kind, picture = offers(client, article)[0]["fields"]
    assert (kind["value"], kind["text"]) == ("brief", "Brève")
    assert (picture["value"], picture["text"]) == (str(photo.pk), str(photo))


def test_fifty_copies_change_nothing_that_readers_get(client, member, article):
    member("desk chief")
    address = publish(article).get_absolute_url()
    before = client.get(address).content
    for turn in range(50):
        keep(client, article, turn=turn, title_fr=f"Titre {turn}")

    assert client.get(address).content == before


def tell(client, article, tab, **told):
    address = f"{RECORDS}/article/{article.pk}/presence/"
    return send(client, address, {"tab": tab, **told}).json()["others"]


def test_another_person_is_told_with_the_field_they_write(client, member, article):
    member("desk chief", first_name="Léa")
    tell(client, article, "tab-of-lea", field="title_en")
    member("reporter")

    (said,) = tell(client, article, "tab-of-tom")
    assert said == "Léa écrit en anglais\u00a0: titre."


def test_one_is_told_of_ones_own_other_tab_and_not_of_this_one(client, member, article):
    member("desk chief")

    assert tell(client, article, "first-tab") == []
    assert len(tell(client, article, "second-tab")) == 1


def test_who_has_left_is_gone_at_once(client, member, article):
    member("desk chief")
    tell(client, article, "first-tab")
    tell(client, article, "first-tab", leaving=True)

    assert tell(client, article, "second-tab") == []


def test_who_gave_no_sign_for_25_seconds_is_gone(client, member, article):
    member("desk chief")
    tell(client, article, "first-tab")
    presence = Presence.objects.get()
    presence.seen_at -= timedelta(seconds=25)
    presence.save()

    assert tell(client, article, "second-tab") == []


def test_presence_locks_nothing(client, member, article):
    member("desk chief")
    tell(client, article, "first-tab", field="title_fr")
    member("desk chief")
    save(client, article, title_fr="Un nul")

    assert Article.objects.get().title_fr == "Un nul"
