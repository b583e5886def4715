"""Promise C2: how many guesses reach the passwords."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.utils import timezone

from newsroom.models import SharedValue
from newsroom.sign_in import limits

from .doors import PASSWORD, give_password, is_in, make_account

pytestmark = pytest.mark.django_db

GUESSES = 12
TOO_MANY = "door__error"


class CountingHasher(MD5PasswordHasher):
    checked = []

    def verify(self, password, encoded):
        self.checked.append(encoded)
        return super().verify(password, encoded)


@pytest.fixture
def checked(settings):
    """The passwords that were compared, as stored."""
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    CountingHasher.checked.clear()
    return CountingHasher.checked


def guess(client, name, *, times=GUESSES, addresses=1):
    for number in range(times):
        told = {
            "REMOTE_ADDR": f"192.0.2.{number % addresses}",
            "HTTP_X_FORWARDED_FOR": f"198.51.100.{number}",
        }
        give_password(client, name, f"guess {number}", **told)


def let_five_minutes_pass():
    SharedValue.objects.update(expires=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize("addresses", [1, 10])
def test_five_guesses_reach_the_password_from_however_many_addresses(
    client, checked, addresses
):
    chief = make_account()
    guess(client, chief.username, addresses=addresses)

    assert checked == [chief.password] * 5


def test_without_the_limit_every_guess_would(client, checked, monkeypatch):
    monkeypatch.setattr(limits, "TRIES", 100)
    guess(client, make_account().username)

    assert len(checked) == GUESSES


def test_guesses_at_one_account_do_not_keep_another_out(client):
    guess(client, make_account().username)
    give_password(client, make_account().username)

    assert is_in(client)


def test_the_right_password_waits_too_and_opens_five_minutes_later(client):
    chief = make_account()
    guess(client, chief.username)

    give_password(client, chief.username)
    assert not is_in(client)
    let_five_minutes_pass()
    give_password(client, chief.username)
    assert is_in(client)


def test_right_passwords_do_not_count(client):
    chief = make_account()
    for _time in range(7):
        client.logout()
        give_password(client, chief.username)

    assert is_in(client)


def test_all_ways_of_writing_a_name_count_as_one(client, checked):
    make_account(username="chief")
    for name in ("chief", "CHIEF", " chief", "ｃｈｉｅｆ", "Chief"):
        give_password(client, name, "wrong")
    give_password(client, "chief")

    assert not is_in(client)


@pytest.mark.parametrize("times", [1, 6])
def test_a_name_that_is_nobodys_is_answered_like_one_that_is(client, times):
    make_account(username="chief")
    for _time in range(times):
        known = give_password(client, "chief", "wrong")
        unknown = give_password(client, "nobod", "wrong")

    assert known.status_code == unknown.status_code == 200
    assert len(known.content) == len(unknown.content)
    assert TOO_MANY in unknown.text


def test_an_address_that_tries_too_often_is_told_to_wait(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "3/m/ip"}  # 30 where nobody says so
    make_account(username="chief")
    for number in range(3):
        give_password(client, f"name-{number}", "wrong")
    answer = give_password(client, "chief")

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "300")


def test_twenty_people_behind_one_address_all_get_in(client):
    for person in [make_account("reporter") for _number in range(20)]:
        client.logout()
        give_password(client, person.username)
        assert is_in(client)


def test_nobody_gets_in_while_the_count_does_not_answer(client, settings):
    chief = make_account()
    dummy = "django.core.cache.backends.dummy.DummyCache"
    settings.CACHES = settings.CACHES | {"default": {"BACKEND": dummy}}
    answer = give_password(client, chief.username)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert not is_in(client)


def test_a_signed_in_person_works_on_while_the_count_does_not_answer(client, settings):
    client.force_login(make_account())
    dummy = "django.core.cache.backends.dummy.DummyCache"
    settings.CACHES = settings.CACHES | {"default": {"BACKEND": dummy}}

    assert is_in(client)


def test_guesses_at_ones_password_while_signed_in_count_too(client, checked):
    chief = make_account()
    give_password(client, chief.username)
    checked.clear()
    for number in range(GUESSES):
        client.post("/accounts/reauthenticate/", {"password": f"guess {number}"})

    assert len(checked) == 5


def test_the_password_opens_the_desk_and_leads_where_one_was_going(client):
    chief = make_account()
    sent = {"login": chief.username, "password": PASSWORD, "next": "/admin/guide/"}

    assert client.post("/accounts/login/", sent)["Location"] == "/admin/guide/"
