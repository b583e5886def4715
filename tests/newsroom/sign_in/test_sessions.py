"""Promise C4: how long someone stays signed in."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import RequestFactory
from django.utils import timezone

from articles.models import AuditEntry
from newsroom.sign_in import sessions
from tests.factories import NOON, make_member, make_user

from .doors import PASSWORD, browser_of, give_password, is_in, make_account

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
SESSIONS = "/accounts/sessions/"
NEW = "quite another secret"


def sign_out(chief, browser):
    browser.post("/accounts/logout/")


def sign_out_of_the_admin(chief, browser):
    browser.post(browser.get("/admin/logout/")["Location"])


def change_the_password(chief, browser):
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert browser.post("/accounts/password/", sent).status_code == 302


def close(chief, browser):
    chief.is_active = False
    chief.save()


def take_the_role(chief, browser):
    chief.groups.clear()
    chief.groups.add(Group.objects.get(name="reporter"))


ENDS = [sign_out, sign_out_of_the_admin, change_the_password, close, take_the_role]


@pytest.mark.parametrize("act", ENDS)
def test_what_ends_one_session_ends_all(act):
    chief = make_account()
    browsers = [browser_of(chief) for _number in range(3)]
    old = browsers[0].cookies["session"].value
    assert all(map(is_in, browsers))
    act(chief, browsers[0])
    browsers[0].cookies["session"] = old

    assert list(map(is_in, browsers)) == [False] * 3


@pytest.mark.parametrize(
    ("act", "reason"), [(close, "account closed"), (take_the_role, "other rights")]
)
def test_what_ended_them_is_logged(act, reason):
    chief = make_account()
    browsers = [browser_of(chief), browser_of(chief)]
    act(chief, browsers[0])
    list(map(is_in, browsers))

    entry = AuditEntry.objects.get(action="end_sessions")
    assert entry.details == {"ended": 2, "reason": reason}


@pytest.mark.parametrize("act", [close, take_the_role])
def test_a_session_that_ended_does_not_come_back_with_the_right(act):
    chief = make_account()
    browser, other = browser_of(chief), browser_of(chief)
    act(chief, browser)
    is_in(other)
    chief.is_active = True
    chief.save()
    chief.groups.set(Group.objects.filter(name="desk chief"))

    assert not is_in(browser)


def test_rights_taken_in_the_admin_end_sessions_before_they_are_used(client):
    chief = make_account()
    browser = browser_of(chief)
    client.force_login(make_user(is_superuser=True))
    day = {"date_joined_0": "2024-05-02", "date_joined_1": "12:00:00"}
    said = {"username": chief.username, "is_active": "on", "is_staff": "on"} | day
    client.post(f"/admin/auth/user/{chief.pk}/change/", said)

    assert not UserSession.objects.filter(user=chief).exists()
    assert AuditEntry.objects.filter(action="end_sessions").count() == 1
    assert not is_in(browser)


def test_signing_in_gives_a_session_another_number(client):
    chief = make_account()
    give_password(client, chief.username)
    first = client.cookies["session"].value
    give_password(client, make_account().username)
    client.post("/accounts/logout/")
    give_password(client, chief.username)

    assert client.cookies["session"].value != first


@pytest.mark.parametrize(
    ("passed", "since_seen", "expected"),
    [
        (12 * HOUR, 12 * HOUR - timedelta(seconds=1), False),
        (12 * HOUR, 12 * HOUR, True),
        (168 * HOUR - timedelta(seconds=1), HOUR, False),
        (168 * HOUR, HOUR, True),
    ],
)
def test_a_session_ends_after_12_hours_idle_and_after_7_days(
    passed, since_seen, expected
):
    member, session = make_member("reporter"), SessionStore()
    sessions.begin(session, member, at=NOON)
    session["seen_at"] = (NOON + passed - since_seen).timestamp()

    assert sessions.is_over(session, member, at=NOON + passed) is expected


def test_a_session_too_long_idle_is_refused(client):
    give_password(client, make_account().username)
    session = client.session
    session["seen_at"] -= 12 * 3600
    session.save()

    assert not is_in(client)


@pytest.mark.parametrize(
    ("method", "path", "asked_by_script", "expected"),
    [
        ("GET", "/admin/", False, True),
        ("GET", "/admin/matches/match/1/live/", True, False),
        ("POST", "/admin/articles/article/1/keep/", True, True),
        ("POST", "/admin/articles/article/1/presence/", True, False),
    ],
)
def test_a_page_left_open_is_no_sign_of_life(method, path, asked_by_script, expected):
    told = {"Sec-Fetch-Dest": "empty" if asked_by_script else "document"}
    request = RequestFactory().generic(method, path, headers=told)

    assert sessions.is_sign_of_life(request) is expected


def test_a_sign_of_life_is_written_down_every_five_minutes(client):
    give_password(client, make_account().username)
    session = client.session
    session["seen_at"] -= 300
    session.save()
    UserSession.objects.update(last_seen_at=NOON)
    client.get("/admin/")

    assert client.session["seen_at"] > session["seen_at"]
    assert UserSession.objects.get().last_seen_at > NOON


def test_a_person_ends_one_of_their_sessions(client):
    chief = make_account()
    browser, other = browser_of(chief), browser_of(chief)
    give_password(client, chief.username)
    ending = UserSession.objects.get(session_key=browser.cookies["session"].value)
    client.post(SESSIONS, {"end": ending.pk})

    assert (is_in(browser), is_in(other), is_in(client)) == (False, True, True)
    assert AuditEntry.objects.filter(action="end_session").count() == 1


def test_a_person_ends_all_their_others(client):
    chief = make_account()
    browsers = [browser_of(chief), browser_of(chief)]
    give_password(client, chief.username)
    client.post(SESSIONS, {"end": "others"})

    assert list(map(is_in, [*browsers, client])) == [False, False, True]


def test_nobody_ends_a_session_of_another(client):
    browser = browser_of(make_account())
    give_password(client, make_account().username)
    theirs = UserSession.objects.get(session_key=browser.cookies["session"].value)

    assert client.post(SESSIONS, {"end": theirs.pk}).status_code == 404
    assert is_in(browser)


def test_sessions_are_told_by_device_and_address(client):
    phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) AppleWebKit Version/19 Safari/1"
    chief = make_account()
    told = {"REMOTE_ADDR": "192.0.2.7", "HTTP_USER_AGENT": phone}
    give_password(client, chief.username, **told)

    page = client.get(SESSIONS).text
    assert "Safari · iPhone" in page
    assert "192.0.2.7" in page


def test_what_has_expired_is_removed():
    browser_of(make_account())
    at = timezone.now() + timedelta(days=8)

    assert [sessions.purge(at=at), sessions.purge(at=at)] == [1, 0]
    assert not Session.objects.exists()
    assert not UserSession.objects.exists()


def test_no_request_writes_the_session_without_need(settings):
    assert settings.SESSION_SAVE_EVERY_REQUEST is False
