from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from articles.models import Notice, PreviewLink
from articles.translating.units import units
from tests.factories import NOON, make_article, make_member, publish

HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


def make_notice(**overrides):
    fields = {"title_fr": "Soutien", "body_fr": "Aidez-nous.", "starts_at": NOON}
    return Notice.objects.create(**fields | overrides)


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "expected"),
    [
        (NOON, None, True),
        (NOON + timedelta(seconds=1), None, False),
        (NOON - HOUR, NOON + timedelta(seconds=1), True),
        (NOON - HOUR, NOON, False),
    ],
)
def test_notice_is_current_from_its_start_to_its_end(starts_at, ends_at, expected):
    notice = make_notice(starts_at=starts_at, ends_at=ends_at)

    assert notice.is_current(at=NOON) is expected
    assert (Notice.objects.current("fr", at=NOON) == notice) is expected


def test_the_latest_notice_wins():
    make_notice(starts_at=NOON - 2 * HOUR)
    latest = make_notice(starts_at=NOON - HOUR)

    assert Notice.objects.current("fr", at=NOON) == latest


def refused(**fields):
    """The fields that a notice is refused for."""
    words = {"title_fr": "Soutien", "body_fr": "Aidez-nous."}
    try:
        Notice(**words | {"starts_at": NOON} | fields).clean()
    except ValidationError as refusal:
        return [*refusal.error_dict]
    return []


def test_notice_ends_after_it_starts():
    assert refused(ends_at=NOON) == ["ends_at"]


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"title_fr": "", "body_fr": ""}, "title_fr"),
        ({"body_fr": ""}, "body_fr"),
        ({"title_en": "Support"}, "body_en"),
        ({"body_en": "Help us."}, "title_en"),
    ],
)
def test_notice_has_a_title_and_a_text_in_each_of_its_languages(fields, asked):
    assert refused(**fields) == [asked]


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        (NOON - 3 * HOUR, None),
        (NOON - 3 * HOUR, NOON - HOUR),
        (NOON - HOUR, NOON + HOUR),
        (NOON + HOUR, NOON + 9 * HOUR),
        (NOON + HOUR, None),
    ],
)
def test_two_notices_for_the_same_readers_at_once_are_refused(starts_at, ends_at):
    make_notice(starts_at=NOON - 2 * HOUR, ends_at=NOON + 2 * HOUR)

    assert refused(starts_at=starts_at, ends_at=ends_at) == ["starts_at"]


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [(NOON - 3 * HOUR, NOON - 2 * HOUR), (NOON + 2 * HOUR, None)],
)
def test_notices_may_follow_one_another_to_the_second(starts_at, ends_at):
    make_notice(starts_at=NOON - 2 * HOUR, ends_at=NOON + 2 * HOUR)

    assert refused(starts_at=starts_at, ends_at=ends_at) == []


def test_the_refusal_names_the_other_notice_and_until_when_it_stands():
    make_notice(title_fr="Campagne d’été", starts_at=NOON, ends_at=NOON + HOUR)

    with pytest.raises(ValidationError) as refusal:
        Notice(title_fr="Soutien", body_fr="Aidez-nous.", starts_at=NOON).clean()

    (sentence,) = refusal.value.messages
    assert "Campagne d’été" in sentence
    assert "15:00" in sentence


def test_notices_in_two_languages_may_stand_at_once():
    make_notice()
    english = {"title_fr": "", "body_fr": "", "title_en": "Support", "body_en": "Help."}

    make_notice(**english).clean()

    assert Notice.objects.current("fr", at=NOON).title_fr == "Soutien"
    assert Notice.objects.current("en", at=NOON).title_en == "Support"


def test_a_notice_in_one_language_is_not_shown_in_the_other():
    make_notice()

    assert Notice.objects.current("en", at=NOON) is None


MARK = "Soutenez-nous"


@pytest.fixture
def story():
    """A public story, with a notice on every page of readers."""
    make_notice(title_fr=MARK, body_fr=f"{MARK}.", title_en=MARK, body_en=f"{MARK}.")
    return publish(make_article())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_notice_is_no_snippet_and_cannot_be_put_away(client, story, language):
    page = client.get(publish(make_article(), language).get_absolute_url()).text

    notice = page[page.index('<aside class="notice"') :].partition("</aside>")[0]
    assert notice.startswith('<aside class="notice" data-nosnippet>')
    assert "<button" not in notice


def test_a_notice_is_in_no_description_nor_structured_data(client, story):
    page = client.get(story.get_absolute_url())

    head = page.text.partition("</head>")[0]
    assert MARK not in head
    assert page.text.count(f">{MARK}<") == 1
    assert MARK not in str(page.context["structured"])


def test_a_notice_is_in_no_words_of_a_story(client, story):
    release = story.release

    said = [unit.text for unit in units(release.words)]

    assert MARK not in f"{said}{release.body}{story.article.body_fr}"


def test_a_notice_is_in_no_preview(client, story):
    client.force_login(make_member("desk chief"))
    link, token = PreviewLink.objects.make(
        story.article, "fr", by=make_member("desk chief")
    )

    inside = client.get(f"/admin/articles/article/{story.article_id}/fr/preview/")
    outside = client.get(f"/fr/preview/{token}/")

    assert (inside.status_code, outside.status_code) == (200, 200)
    assert MARK not in inside.text + outside.text


def test_a_notice_is_in_no_list_nor_calendar_of_readers(client, story):
    paths = ["articles/", "corrections/", "matches/"]

    pages = [client.get(f"/fr/{path}", follow=True).text for path in paths]

    assert MARK not in "".join(pages)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_desk_sees_the_notice_as_readers_get_it(client, story, language):
    client.force_login(make_member("desk chief"))
    notice = Notice.objects.get()

    page = client.get(f"/admin/articles/notice/{notice.pk}/change/")

    shown = {code: html for code, _label, html in page.context["previews"]}
    assert f'<h2 class="notice__title">{MARK}</h2>' in shown[language]
    assert f'<html lang="{language}">' in shown[language]


def test_a_notice_may_be_in_english_alone(client):
    client.force_login(make_member("desk chief"))
    dates = {"starts_at_0": "2026-12-01", "starts_at_1": "08:00:00"}
    words = {"title_en": "Support", "body_en": "Help us."}

    client.post("/admin/articles/notice/add/", words | dates)

    assert Notice.objects.get().languages == ["en"]


def test_an_overlap_is_refused_on_the_form_and_nothing_typed_is_lost(client, story):
    client.force_login(make_member("desk chief"))
    dates = {"starts_at_0": "2026-12-01", "starts_at_1": "08:00:00"}
    words = {"title_fr": "Une autre", "body_fr": "Des mots à garder."}

    page = client.post("/admin/articles/notice/add/", words | dates)

    assert [*page.context["adminform"].form.errors] == ["starts_at"]
    assert "Des mots à garder." in page.text


def test_notice_leads_to_the_web_alone():
    assert make_notice(link="javascript:alert(1)").link == ""
