"""Promise C3: what a password alone opens."""

import json

import pytest
from django.contrib import admin
from django.core.management import CommandError, call_command
from django.urls import URLResolver

from articles.models import AuditEntry
from newsroom.models import SharedValue
from newsroom.roles import roles
from newsroom.sign_in.policy import needs_second_factor
from tests.factories import make_article, make_member, make_photo, make_user

from .doors import (
    NOW,
    SECRET,
    STEP,
    browser_of,
    code_at,
    enrol,
    factors,
    give_code,
    give_password,
    is_in,
    make_account,
    set_clock,
)

pytestmark = pytest.mark.django_db

ENROLMENT = "/accounts/2fa/totp/activate/"
REMOVAL = "/accounts/2fa/totp/deactivate/"
OPEN = {"login", "logout", "language", "jsi18n"}


@pytest.fixture(autouse=True)
def _required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture
def chief():
    return make_account()


def pages(patterns, before="/admin/"):
    """Every address of the desk that needs no number, but those that stay open."""
    for pattern in patterns:
        address = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from pages(pattern.url_patterns, address)
        elif "<" not in address and pattern.name not in OPEN:
            yield address


@pytest.mark.parametrize("role", sorted(roles()))
def test_who_publishes_needs_a_second_factor(role):
    assert needs_second_factor(make_member(role)) is (role == "desk chief")


def test_superusers_need_one_and_nobody_where_the_setting_is_off(settings):
    admin = make_user(is_superuser=True)

    assert needs_second_factor(admin)
    settings.REQUIRE_SECOND_FACTOR = False
    assert not needs_second_factor(admin)


def test_without_one_every_page_of_the_desk_leads_to_enrolment(client, chief):
    give_password(client, chief.username)
    asked = list(pages(admin.site.get_urls()))
    led = {client.get(page).headers.get("Location") for page in asked}

    assert len(asked) > 40
    assert led == {ENROLMENT}


def test_without_one_what_pages_ask_for_is_refused_in_json(client, chief):
    give_password(client, chief.username)
    keep = f"/admin/articles/article/{make_article().pk}/keep/"
    sent = client.post(keep, "{}", content_type="application/json")
    asked = client.get(keep, headers={"sec-fetch-dest": "empty"})

    assert (sent.status_code, asked.status_code) == (403, 403)
    assert json.loads(sent.content).keys() == {"error"}


def test_without_one_the_picture_of_a_draft_is_not_there(client, chief):
    address = make_photo().image.url
    give_password(client, chief.username)
    before = client.get(address).status_code
    enrol(chief)

    assert (before, client.get(address).status_code) == (404, 200)


def test_a_reporter_needs_none(client):
    give_password(client, make_account("reporter").username)

    assert is_in(client)


def test_enrolment_opens_the_desk(client, chief, monkeypatch):
    set_clock(monkeypatch, NOW)
    give_password(client, chief.username)
    client.post("/accounts/reauthenticate/", {"password": "a secret for the desk"})
    client.get(ENROLMENT)
    session = client.session
    session["mfa.totp.secret"] = SECRET
    session.save()

    answer = client.post(ENROLMENT, {"code": code_at(NOW)})
    assert answer["Location"] == "/accounts/2fa/recovery-codes/"
    assert is_in(client)


def test_the_password_alone_opens_nothing_once_one_is_set_up(client, chief):
    enrol(chief)
    answer = give_password(client, chief.username)

    assert answer["Location"] == "/accounts/2fa/authenticate/"
    assert not is_in(client)


@pytest.mark.parametrize(
    ("steps", "is_right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_code_is_good_one_step_early_or_late(
    client, chief, monkeypatch, steps, is_right
):
    enrol(chief)
    set_clock(monkeypatch, NOW)
    give_password(client, chief.username)
    give_code(client, code_at(NOW + steps * STEP))

    assert is_in(client) is is_right


def test_a_code_opens_once_however_long_it_is_valid(client, chief, monkeypatch):
    enrol(chief)
    set_clock(monkeypatch, NOW)
    give_password(client, chief.username)
    give_code(client, code_at(NOW))
    other = browser_of(chief)
    SharedValue.objects.filter(cache_key__contains="totp.used").delete()
    set_clock(monkeypatch, NOW + STEP)
    give_code(other, code_at(NOW))

    assert (is_in(client), is_in(other)) == (True, False)


def test_each_recovery_code_opens_once(client, chief):
    codes = enrol(chief)
    opened = []
    for code in (code for code in codes for _time in range(2)):
        browser = browser_of(chief)
        give_code(browser, code)
        opened.append(is_in(browser))

    assert opened == [True, False] * 10


def test_five_wrong_codes_and_the_right_one_waits(client, chief, monkeypatch):
    enrol(chief)
    set_clock(monkeypatch, NOW)
    give_password(client, chief.username)
    for _time in range(5):
        give_code(client, "000000")
    give_code(client, code_at(NOW))

    assert not is_in(client)


def test_removing_it_asks_again_who_one_is(client, chief, monkeypatch):
    enrol(chief)
    set_clock(monkeypatch, NOW)
    give_password(client, chief.username)
    give_code(client, code_at(NOW))

    assert client.post(REMOVAL)["Location"].startswith("/accounts/reauthenticate/")
    assert factors(chief) == 2
    client.post("/accounts/reauthenticate/", {"password": "a secret for the desk"})
    client.post(REMOVAL)
    assert factors(chief) == 0


def test_who_lost_phone_and_codes_is_helped_by_a_command_alone(chief, capsys):
    codes = enrol(chief)
    browser = browser_of(chief)
    give_code(browser, codes[0])
    call_command("reset_second_factor", chief.username)

    assert capsys.readouterr().out == "2 removed, 1 sessions ended, 0 refused\n"
    assert (factors(chief), is_in(browser)) == (0, False)
    assert AuditEntry.objects.about(chief).first().action == "reset_second_factor"


def test_the_command_refuses_a_name_that_is_nobodys():
    with pytest.raises(CommandError, match=r"^No account is called lea\.$"):
        call_command("reset_second_factor", "lea")


def test_nobody_edits_factors_or_sessions_in_the_admin():
    labels = {model._meta.app_label for model in admin.site._registry}

    assert labels == {"articles", "auth", "matches"}
