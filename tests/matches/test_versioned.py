import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from matches.models import Match, MatchEvent, StaleRow
from tests.factories import make_event, make_match, make_user
from tests.matches.forms import posted

ENGLISH = {"accept-language": "en"}


@pytest.fixture
def match(db):
    return make_match(attendance=64475)


@pytest.fixture
def address(match):
    return reverse("admin:matches_match_change", args=[match.pk])


def saved_by_lea(match, **values):
    lea = make_user("lea", first_name="Léa")
    row = type(match).objects.get(pk=match.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row._history_user = lea
    row.save()


def test_save_over_a_newer_version_is_refused(editor_client, match, address):
    data = posted(editor_client.get(address))
    saved_by_lea(match, attendance=65000)

    answer = editor_client.post(address, data | {"attendance": "64000"})

    assert answer.status_code == 200
    assert Match.objects.get().attendance == 65000
    [error] = answer.context["adminform"].form.errors["attendance"]
    assert error.startswith("Léa ")
    assert "64475 → 65000" in error


def test_refused_form_keeps_what_was_typed(editor_client, match, address):
    data = posted(editor_client.get(address))
    saved_by_lea(match, attendance=65000)

    answer = editor_client.post(address, data | {"attendance": "64000"})

    assert posted(answer)["attendance"] == "64000"


def test_second_submit_wins_knowingly(editor_client, match, address):
    data = posted(editor_client.get(address))
    saved_by_lea(match, attendance=65000)
    again = posted(editor_client.post(address, data | {"attendance": "64000"}))

    answer = editor_client.post(address, again)

    assert answer.status_code == 302
    assert Match.objects.get().attendance == 64000


def test_field_left_alone_takes_the_newer_value(editor_client, match, address):
    data = posted(editor_client.get(address))
    saved_by_lea(match, attendance=65000, status="finished")

    again = posted(editor_client.post(address, data | {"attendance": "64000"}))

    assert again["status"] == "finished"
    assert again["attendance"] == "64000"


def test_same_answer_as_the_other_person_is_no_conflict(editor_client, match, address):
    data = posted(editor_client.get(address))
    saved_by_lea(match, attendance=65000)

    answer = editor_client.post(address, data | {"attendance": "65000"})

    assert answer.status_code == 302


def test_form_without_its_version_is_refused(editor_client, match, address):
    data = posted(editor_client.get(address))
    del data["seen_version"]

    answer = editor_client.post(address, data | {"attendance": "1"})

    assert answer.status_code == 200
    assert Match.objects.get().attendance == 64475


def test_stale_row_of_an_inline_is_refused(editor_client, match, address):
    event = make_event(match=match, minute=11)
    data = posted(editor_client.get(address))
    saved_by_lea(event, minute=12)

    answer = editor_client.post(address, data | {"events-0-minute": "13"})

    assert answer.status_code == 200
    assert MatchEvent.objects.get().minute == 12
    assert posted(answer)["events-0-minute"] == "13"
    assert editor_client.post(address, posted(answer)).status_code == 302
    assert MatchEvent.objects.get().minute == 13


def test_saving_nothing_leaves_no_version(editor_client, match, address):
    make_event(match=match)

    editor_client.post(address, posted(editor_client.get(address)))

    assert MatchEvent.objects.get().version == 0


def test_stale_row_left_alone_is_not_saved_again(editor_client, match, address):
    event = make_event(match=match)
    data = posted(editor_client.get(address))
    saved_by_lea(event, source="wire")

    answer = editor_client.post(address, data)

    assert answer.status_code == 302
    assert (MatchEvent.objects.get().version, event.history.count()) == (1, 2)


def test_row_of_an_inline_deleted_meanwhile_is_told(editor_client, match, address):
    event = make_event(match=match)
    data = posted(editor_client.get(address))
    event.delete()

    answer = editor_client.post(address, data, headers=ENGLISH)

    form = answer.context["inline_admin_formsets"][0].formset.forms[0]
    assert form.non_field_errors() == [
        "Someone deleted this row meanwhile: tick its deletion, or copy it into a "
        "new row."
    ]


def test_row_deleted_by_both_is_no_conflict(editor_client, match, address):
    event = make_event(match=match)
    data = posted(editor_client.get(address)) | {"events-0-DELETE": "on"}
    event.delete()

    assert editor_client.post(address, data).status_code == 302


def test_reader_of_the_desk_sees_the_page_without_a_form(client, match, address):
    reader = make_user("reader")
    reader.user_permissions.set(
        Permission.objects.filter(codename__in=["view_match", "view_matchevent"])
    )
    make_event(match=match)
    client.force_login(reader)

    answer = client.get(address)

    assert answer.status_code == 200
    assert "seen_version" not in answer.content.decode()


def test_save_that_meets_a_stale_row_starts_again(
    editor_client, match, address, monkeypatch
):
    data = posted(editor_client.get(address)) | {"attendance": "64000"}
    save = Match.save

    def late(row, *arguments, **options):
        monkeypatch.setattr(Match, "save", save)
        raise StaleRow(row)

    monkeypatch.setattr(Match, "save", late)
    answer = editor_client.post(address, data)

    assert answer.status_code == 302
    assert Match.objects.get().attendance == 64000
