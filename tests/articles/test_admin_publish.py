"""The page that publishes: what it says before, and what it does."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.admin.summary import summary
from articles.models import AuditEntry, Edition
from articles.moments import MomentField
from tests.articles.test_admin_editions import address, do, seen, status
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_match,
    make_member,
    make_quote,
    publish,
)

DAY = timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    chief = make_member("desk chief")
    client.force_login(chief)
    return chief


def told(edition):
    return summary(edition, at=timezone.now())


def test_the_page_says_what_readers_would_get(client, chief):
    quote = make_quote()
    article = make_article(body_fr=f"<p>Un deux trois.</p>{embed(quote)}")
    page = client.get(address(make_edition(article=article), "verb/publish"))

    said = page.context["summary"]
    assert (said.count, said.zone) == (3, "Europe/Paris")
    assert said.address == f"/fr/articles/{article.pk}/le-petit-truc-manque/"
    assert [one.state.code for one in said.shown] == ["approved"]


def test_looking_changes_nothing(client, chief):
    edition = make_edition()
    before = seen(edition), AuditEntry.objects.count()
    client.get(address(edition, "verb/publish"))

    assert (seen(edition), AuditEntry.objects.count()) == before
    assert status(edition) == "draft"


def test_a_change_shows_what_readers_will_read_newly(client, chief):
    edition = publish(make_article(), at=timezone.now())
    edition.article.title_fr = "Un titre nouveau"
    edition.article.save()
    page = client.get(address(edition, "verb/publish"))

    assert [str(name) for name, _text in page.context["differences"]] == ["titre"]
    fields = page.context["choice"].form.fields
    assert fields.keys() & {"change", "when"} == {"change"}


def test_english_readers_hours_are_told_by_their_clock():
    french, english = make_edition(), make_edition(language="en")

    assert told(french).elsewhere == ""
    assert "Europe/London" in told(english).elsewhere


@pytest.mark.parametrize("hour", ["2026-10-25T02:30", "2027-03-28T02:30"])
@pytest.mark.parametrize(
    ("page", "field"),
    [("verb/publish", "publish_at"), ("settings", "embargo_until")],
)
def test_an_hour_the_clocks_do_not_have_is_refused_and_stays_typed(
    client, chief, hour, page, field
):
    edition = make_edition()
    said = {"seen": seen(edition), "when": "later", "origin": "original"}
    said |= {"seen_version": edition.version, field: hour}
    shown = client.post(address(edition, page), said)

    with pytest.raises(ValidationError) as refused:
        MomentField().clean(hour)
    form = shown.context["choice"].form if "verb" in page else shown.context["form"]
    assert form.errors[field] == refused.value.messages
    assert f'value="{hour}"' in shown.text
    assert status(edition) == "draft"


@pytest.mark.parametrize("publish_at", ["", "demain"])
def test_later_asks_for_its_day_and_hour(client, chief, publish_at):
    edition = make_edition()
    page = do(client, edition, "publish", when="later", publish_at=publish_at)

    assert [*page.context["choice"].form.errors] == ["publish_at"]
    assert status(edition) == "draft"


def test_an_hour_typed_beside_now_is_not_taken(client, chief):
    edition = make_edition()
    do(client, edition, "publish", when="now", publish_at="2030-07-14T20:45")

    assert Edition.objects.get(pk=edition.pk).is_public() is True


def test_under_embargo_it_is_said_to_be_hidden_and_not_published(client, chief):
    edition = make_edition(
        embargo_match=make_match(), embargo_event="full_time", embargo_minutes=30
    )
    page = do(client, edition, "publish")

    (said,) = map(str, page.context["messages"])
    assert "/articles/" not in said
    assert Edition.objects.get(pk=edition.pk).public_from is None


def test_an_embargo_asks_for_a_match_of_the_story(client, chief):
    other, match = make_match(), make_match()
    edition = make_edition(article=make_article(match=match))
    form = client.get(address(edition, "settings")).context["form"]

    assert [*form.fields["embargo_match"].queryset] == [match]
    assert other.pk != match.pk


def test_an_embargo_until_a_moment_is_set_from_the_form(client, chief):
    match = make_match()
    edition = make_edition(article=make_article(match=match))
    said = {"seen_version": edition.version, "origin": "original"}
    said |= {"embargo_match": match.pk, "embargo_event": "half_time"}
    said |= {"embargo_minutes": 5, "embargo_source": "LFP"}
    client.post(address(edition, "settings"), said)

    edition = Edition.objects.get(pk=edition.pk)
    assert (edition.embargo_match, edition.embargo_event) == (match, "half_time")
    assert edition.embargo_minutes == 5


def test_a_match_without_its_moment_is_refused_in_the_form(client, chief):
    match = make_match()
    edition = make_edition(article=make_article(match=match))
    said = {"seen_version": edition.version, "origin": "original"}
    page = client.post(address(edition, "settings"), said | {"embargo_match": match.pk})

    assert [*page.context["form"].errors] == ["embargo_event"]


@pytest.mark.parametrize("role", ["reporter", "translator", "sub-editor", "read-only"])
@pytest.mark.parametrize("verb", ["publish", "unschedule"])
def test_only_who_publishes_reaches_the_page(client, role, verb):
    edition = publish(make_article(), publish_at=timezone.now() + DAY)
    client.force_login(make_member(role))

    assert client.get(address(edition, f"verb/{verb}")).status_code == 403
    assert client.post(address(edition, f"verb/{verb}")).status_code == 403


def test_what_is_scheduled_can_be_taken_off_the_schedule(client, chief):
    edition = publish(make_article(), publish_at=timezone.now() + DAY)
    do(client, edition, "unschedule")

    assert status(edition) == "ready"


def test_the_form_tells_the_moves_and_what_came_back(client):
    author, chief = make_member("reporter"), make_member("desk chief")
    edition = make_edition(article=make_article(created_by=author), status="in_review")
    client.force_login(chief)
    do(client, edition, "send-back", note="Le score de la mi-temps manque.")
    client.force_login(author)
    page = client.get(f"/admin/articles/article/{edition.article_id}/change/")

    panel = page.context["panels"][0]
    assert panel.sent_back.why == "Le score de la mi-temps manque."
    assert [move.action for move in panel.moves] == ["send_back"]
    assert 'class="sent-back"' in page.text
