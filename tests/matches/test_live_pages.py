import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import AuditEntry
from matches.models import MatchEvent
from tests.factories import make_match, make_member, make_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    return make_match(stage=make_stage(), kickoff_at=timezone.now())


@pytest.fixture
def statistics(client):
    client.force_login(make_member("statistics desk", username="stats"))
    return client


def address(match, page=""):
    return f"/admin/matches/match/{match.pk}/live/{page}"


def act(client, match, **told):
    body = {"key": str(uuid4()), "at": timezone.now().isoformat(), **told}
    return post(client, match, body)


def post(client, match, body):
    return client.post(
        address(match, "acts/"), json.dumps(body), content_type="application/json"
    )


def goal(key=None):
    at = timezone.now().isoformat()
    told = {"kind": "event", "type": "goal", "side": "home", "minute": "1"}
    return {"key": str(key or uuid4()), "at": at, **told}


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("statistics desk", 200),
        ("desk chief", 200),
        ("sub-editor", 403),
        ("reporter", 403),
        ("translator", 403),
        ("read-only", 403),
    ],
)
@pytest.mark.parametrize("page", ["", "state/", "acts/"])
def test_live_desk_is_for_those_who_run_matches(client, match, role, status, page):
    client.force_login(make_member(role))

    assert client.get(address(match, page)).status_code == status


@pytest.mark.parametrize(("page", "status"), [("", 302), ("state/", 401)])
def test_who_is_signed_out_signs_in(client, match, page, status):
    assert client.get(address(match, page)).status_code == status


def test_reporter_who_forges_an_act_changes_nothing(client, match):
    client.force_login(make_member("reporter"))

    answer = act(client, match, kind="step", step="kick_off")
    match.refresh_from_db()
    assert (answer.status_code, match.status) == (403, "scheduled")


def test_act_without_the_token_of_the_page_is_refused(match):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_member("statistics desk"))

    assert act(client, match, kind="step", step="kick_off").status_code == 403


def test_act_is_answered_with_the_match_as_it_is_now(statistics, match):
    answer = act(statistics, match, kind="step", step="kick_off").json()

    assert answer["state"]["phase"] == "first_half"
    assert answer["state"]["score"] == [0, 0]
    assert answer["state"]["next"] == ["half_time", "suspend"]


def test_replayed_act_has_the_answer_of_the_first(statistics, match):
    act(statistics, match, kind="step", step="kick_off")
    body = goal()
    first, second = (post(statistics, match, body) for _turn in range(2))

    assert first.json()["done"] == second.json()["done"] == body["key"]
    assert (first.status_code, second.status_code) == (200, 200)
    assert MatchEvent.objects.count() == 1


def test_act_is_logged_once(statistics, match):
    act(statistics, match, kind="step", step="kick_off")
    body = goal()
    for _turn in range(2):
        post(statistics, match, body)

    log = AuditEntry.objects.about(match).order_by("pk")
    assert [entry.details for entry in log] == [
        {
            "fields": {
                "step": [None, "kick_off"],
                "status": ["scheduled", "live"],
                "score": [None, "0-0"],
            }
        },
        {"fields": {"event": [None, "goal"], "score": ["0-0", "1-0"]}},
    ]


def test_refusal_says_why(statistics, match):
    answer = post(statistics, match, goal())

    assert answer.status_code == 422
    assert answer.json()["said"] in (
        "The match has not kicked off.",
        "Le match n’a pas commencé.",
    )


def test_doubled_goal_is_a_question(statistics, match):
    act(statistics, match, kind="step", step="kick_off")
    post(statistics, match, goal())
    other = Client()
    other.force_login(make_member("statistics desk"))
    answer = post(other, match, goal())

    assert answer.status_code == 409
    assert "stats" in answer.json()["said"]
    assert answer.json()["event"] == MatchEvent.objects.get().pk


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"{}",
        b"\xff",
        b'{"key": 1, "kind": "step", "at": "2024-05-02T19:00:00Z"}',
        b'{"key": "x", "kind": "step", "at": "2024-05-02T19:00:00Z"}',
        b'{"kind": "step", "at": "2024-05-02T19:00:00Z"}',
        b"x" * 5000,
    ],
)
def test_what_no_page_sends_is_a_bad_request(statistics, match, body):
    answer = statistics.post(
        address(match, "acts/"), body, content_type="application/json"
    )

    assert answer.status_code == 400


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "dance"},
        {"kind": "event", "type": "period_start"},
        {"kind": "event", "side": "left"},
        {"kind": "event", "person": -1},
        {"kind": "event", "person": True},
        {"kind": "event", "minute": 11},
        {"kind": "step", "at": "2024-05-02T19:00:00"},
        {"kind": "undo", "target": "x"},
    ],
)
def test_act_of_no_kind_of_ours_is_a_bad_request(statistics, match, told):
    assert act(statistics, match, **told).status_code == 400


def test_unchanged_match_is_not_sent_again(statistics, match):
    tag = statistics.get(address(match, "state/"))["ETag"]
    again = statistics.get(address(match, "state/"), headers={"if-none-match": tag})

    assert (again.status_code, again.content) == (304, b"")


def test_changed_match_is_sent_again(statistics, match):
    act(statistics, match, kind="step", step="kick_off")
    tag = statistics.get(address(match, "state/"))["ETag"]
    post(statistics, match, goal())
    again = statistics.get(address(match, "state/"), headers={"if-none-match": tag})

    assert (again.status_code, again.json()["score"]) == (200, [1, 0])


def test_unchanged_match_costs_few_queries(
    statistics, match, django_assert_max_num_queries
):
    tag = statistics.get(address(match, "state/"))["ETag"]

    with django_assert_max_num_queries(7):
        statistics.get(address(match, "state/"), headers={"if-none-match": tag})


def test_live_desk_is_reached_from_the_form_and_the_list(statistics, match):
    link = f'href="{address(match)}"'

    assert link in statistics.get(f"/admin/matches/match/{match.pk}/change/").text
    assert link in statistics.get("/admin/matches/match/").text
    assert link in statistics.get("/admin/").text


@pytest.mark.parametrize("page", ["", "matches/match/", "matches/match/{}/change/"])
def test_reporter_is_not_led_to_the_live_desk(client, match, page):
    client.force_login(make_member("reporter"))

    assert "/live/" not in client.get(f"/admin/{page.format(match.pk)}").text


def test_list_offers_no_live_desk_of_an_old_match(statistics):
    make_match(kickoff_at=timezone.now() - timedelta(days=3), status="finished")

    assert "/live/" not in statistics.get("/admin/matches/match/").text


def test_match_that_is_unknown_is_not_found(statistics):
    assert statistics.get("/admin/matches/match/99/live/").status_code == 404
    assert statistics.get("/admin/matches/match/99/live/state/").status_code == 404
