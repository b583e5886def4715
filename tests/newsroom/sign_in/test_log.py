import pytest

from articles.models import AuditEntry

from .doors import (
    NOW,
    PASSWORD,
    browser_of,
    code_at,
    enrol,
    give_code,
    give_password,
    make_account,
    set_clock,
)

pytestmark = pytest.mark.django_db

NEW = "quite another secret"


@pytest.fixture
def chief():
    return make_account(username="chief")


def logged():
    entries = AuditEntry.objects.order_by("pk")
    return [(e.action, e.user and e.user.username, e.label) for e in entries]


def test_signing_in_and_out_is_logged_with_the_address(client, chief):
    give_password(client, "chief", REMOTE_ADDR="192.0.2.7")
    client.post("/accounts/logout/")

    assert logged() == [("sign_in", "chief", "chief"), ("sign_out", "chief", "chief")]
    assert AuditEntry.objects.get(action="sign_in").address == "192.0.2.7"


@pytest.mark.parametrize("name", ["chief", "nobody", "<b>\x1b[31m"])
def test_a_failed_try_is_logged_with_the_name_tried(client, chief, name):
    give_password(client, name, "wrong")

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.user) == ("sign_in_failed", None)
    assert entry.label == name.replace("\x1b", "")
    assert "wrong" not in str(entry.details)


def test_a_try_too_many_is_logged_as_one(client, chief):
    for _time in range(6):
        give_password(client, "chief", "wrong")

    assert AuditEntry.objects.filter(action="sign_in_failed").count() == 6
    assert AuditEntry.objects.first().details["reason"] == "too many tries"


def test_a_new_password_is_logged_and_not_told(client, chief):
    give_password(client, "chief")
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    client.post("/accounts/password/", sent)

    assert logged()[1:] == [("change_password", "chief", "chief")]
    assert NEW not in str(AuditEntry.objects.first().details)


def test_a_wrong_code_and_a_recovery_code_are_logged(client, chief):
    codes = enrol(chief)
    give_password(client, "chief")
    give_code(client, "000000")
    give_code(client, codes[0])

    assert logged() == [
        ("second_factor_failed", None, "chief"),
        ("use_recovery_code", "chief", "chief"),
        ("sign_in", "chief", "chief"),
    ]


def test_factors_removed_and_codes_made_are_logged(
    chief, monkeypatch, django_capture_on_commit_callbacks
):
    enrol(chief)
    set_clock(monkeypatch, NOW)
    browser = browser_of(chief)
    give_code(browser, code_at(NOW))
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    with django_capture_on_commit_callbacks(execute=True):
        browser.post("/accounts/2fa/recovery-codes/generate/")
    browser.post("/accounts/2fa/totp/deactivate/")

    acts = [act for act, *_rest in logged()]
    assert acts == ["sign_in", "make_recovery_codes", "remove_second_factor"]
