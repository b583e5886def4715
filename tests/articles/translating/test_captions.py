"""What pictures say in each language, from the page of a translation."""

import json
import re
from html import escape

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import override

from articles.models import Edition, Photo
from articles.obstacles import obstacles
from articles.publishing import Refused
from articles.translating.captions import Taken, captions, write_caption
from articles.translating.work import begin
from tests.factories import NOON, embed, make_article, make_member, make_photo

pytestmark = pytest.mark.django_db
WORDS = {"alt_fr": "Un but", "alt_en": "", "caption_fr": "Le but.", "caption_en": ""}
LINES = {"title_en": "", "standfirst_fr": "", "standfirst_en": "", "body_en": ""}


@pytest.fixture
def translator(client):
    translator = make_member("translator")
    client.force_login(translator)
    return translator


@pytest.fixture
def photo():
    return make_photo(**WORDS)


@pytest.fixture
def article(translator, photo):
    body = f"<p>Marseille ouvre le score.</p>{embed(photo)}"
    article = make_article(**LINES, title_fr="Un nul", body_fr=body)
    begin(article, language="en", by=translator, at=NOON)
    return article


def write(photo, by, text="A goal", *, name="alt", before="", language="en"):
    words = {"before": before, "language": language}
    return write_caption(photo.pk, name, text, **words, by=by)


def rows(client, article):
    where = reverse("admin:article_translate", args=[article.pk, "en"])
    page = client.get(where).content.decode()
    return re.findall(r'data-(picture="[^"]+"|tag="[^"]+")', page), page


def post(client, article, photo, name="alt", **told):
    args = [article.pk, "en", photo.pk, name]
    where = reverse("admin:article_translate_caption", args=args)
    return client.post(where, json.dumps(told), content_type="application/json")


@pytest.mark.parametrize(("language", "source"), [("en", "fr"), ("fr", "en")])
def test_both_texts_of_a_picture_are_there_in_either_direction(language, source):
    words = {f"alt_{source}": "But", f"caption_{source}": "But."}
    photo = make_photo(**dict.fromkeys(WORDS, "") | words)

    found = captions([photo, photo], language=language)

    told = [(one.name, one.source, one.target, one.is_lacking) for one in found]
    assert told == [("alt", "But", "", True), ("caption", "But.", "", True)]


def test_an_alternative_text_is_owed_where_nobody_wrote_one():
    photo = make_photo(**dict.fromkeys(WORDS, ""))

    found = captions([photo], language="en")

    assert [(one.name, one.is_lacking) for one in found] == [("alt", True)]


def test_what_is_written_is_kept_with_its_writer(photo, translator):
    write(photo, translator, " A goal,\nthen\u00a0none ")

    photo.refresh_from_db()
    assert (photo.alt_en, photo.alt_fr) == ("A goal, then\u00a0none", "Un but")
    assert photo.history.first().history_user == translator


def test_the_same_words_make_no_version(photo, translator):
    write(photo, translator)
    version = write(photo, translator, before="A goal").version

    assert (version, photo.history.count()) == (1, 2)


def test_what_someone_else_wrote_meanwhile_stays(photo, translator):
    write(photo, translator, "A <b>")

    with pytest.raises(Taken) as taken:
        write(photo, translator, "Another goal")

    photo.refresh_from_db()
    assert (taken.value.target, photo.alt_en) == ("A &lt;b&gt;", "A <b>")


def test_what_is_too_long_is_refused_with_both_numbers(photo, translator):
    with override("en"), pytest.raises(Refused) as refused:
        write(photo, translator, "A" * 251)

    photo.refresh_from_db()
    assert refused.value.reasons == ("At most 250 characters: these are 251.",)
    assert photo.alt_en == ""


def test_a_picture_that_is_gone_is_refused(photo, translator):
    Photo.objects.all().delete()

    with pytest.raises(Refused):
        write(photo, translator)


@pytest.mark.parametrize("role", ["read-only", "statistics desk"])
def test_who_may_not_change_pictures_writes_none(photo, role):
    with pytest.raises(PermissionDenied):
        write(photo, make_member(role))


def test_a_picture_of_the_text_is_followed_by_its_words(client, article, photo):
    found, page = rows(client, article)

    alt, caption = f'picture="{photo.pk}/alt"', f'picture="{photo.pk}/caption"'
    assert found == ['tag="p"', 'tag="photo"', alt, caption]
    assert 'value="1" max="5"' in page


def test_the_lead_picture_stands_below_the_titles_once(client, article, photo):
    article.refresh_from_db()
    article.lead_photo = photo
    article.save()

    found, page = rows(client, article)

    assert [one[:3] for one in found] == ["pic", "pic", "tag", "tag"]
    assert page.count("passage__picture") == 1


def test_a_picture_left_out_owes_nothing(client, article, photo):
    Edition.objects.get().translation.units.filter(source=embed(photo)).update(
        answer="left_out", target=""
    )
    article.refresh_from_db()
    article.body_en = ""
    article.save()

    found, _page = rows(client, article)

    assert found == ['tag="p"', 'tag="photo"']


def test_words_written_come_back_settled(client, article, photo):
    told = post(client, article, photo, before="", target="A goal").json()

    photo.refresh_from_db()
    assert photo.alt_en == "A goal"
    assert 'value="2" max="5"' in told["progress"]


def test_a_clash_is_told_with_what_the_other_wrote(client, article, photo):
    post(client, article, photo, before="", target="A “goal” & more")

    answer = post(client, article, photo, before="", target="Mine")
    mine = post(client, article, photo, before=answer.json()["theirs"], target="Mine")

    assert answer.status_code == 409
    assert answer.json()["theirs"] == escape("A “goal” & more")
    assert mine.status_code == 200


def test_only_what_a_picture_says_is_written(client, article, photo):
    assert post(client, article, photo, "credit", target="Me").status_code == 404


def test_a_caption_that_the_source_has_is_owed(article, photo, translator):
    edition = Edition.objects.get()
    with override("en"):
        before = [reason for reason in obstacles(edition) if "caption" in reason]
        write(photo, translator, "The goal.", name="caption")
        after = [reason for reason in obstacles(edition) if "caption" in reason]

    assert len(before) == 1
    assert after == []
