"""Guessing passwords over HTTP, from many addresses at once, before two workers."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from http import HTTPStatus

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.utils import timezone

from articles.models import AuditEntry
from newsroom.models import SharedValue
from tests.factories import make_user
from tests.prove import Result
from tests.prove.newsroom import TOKEN, Visitor, served

LOGIN, PASSWORD = "/accounts/login/", "a secret for the desk"
ACCOUNTS, GUESSES, ADDRESSES, AT_ONCE, MOST = 5, 100, 100, 8, 5
OF_THE_TWIN = 10  # each costs a hash


def prove():
    yield guessed("newsroom.wsgi")
    yield guessed("uncounted", times=OF_THE_TWIN, is_twin=True)


def guessed(application, *, times=GUESSES, is_twin=False):
    names = [account(number) for number in range(ACCOUNTS)]
    SharedValue.objects.all().delete()
    before = AuditEntry.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    with behind_a_proxy(), served(application) as address:
        tries = [(address, name, n) for n in range(times) for name in names]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(guess, tries))
        reached = [compared(name, since=before) for name in names]
        past = timezone.now() - timedelta(seconds=1)
        SharedValue.objects.update(expires=past)  # five minutes later
        back = sum(gets_in(address, name) for name in names)
    text = (
        f"N={ACCOUNTS}×{times} guesses from {ADDRESSES} addresses, {AT_ONCE} at once: "
        f"{max(reached)} at most compared with a password (goal ≤ {MOST}), {back} of "
        f"{ACCOUNTS} people in again after five minutes"
    )
    holds = max(reached) <= MOST and back == ACCOUNTS
    return Result("guesses", text, holds, is_twin)


def account(number):
    user = make_user(f"guessed-{number}-{timezone.now():%H%M%S%f}", is_superuser=True)
    user.password = PBKDF2PasswordHasher().encode(PASSWORD, "salt")  # the server's
    user.save()
    return user.username


@contextmanager
def behind_a_proxy():
    os.environ["TRUSTED_PROXIES"] = "1"
    yield
    del os.environ["TRUSTED_PROXIES"]


def guess(asked):
    address, name, number = asked
    sign_in(address, name, f"guess {number}", f"192.0.2.{number % ADDRESSES}")


def gets_in(address, name):
    status, _page = sign_in(address, name, PASSWORD, "198.51.100.1")
    return status == HTTPStatus.FOUND


def sign_in(address, name, password, client):
    visitor = Visitor(address, cookies={"csrftoken": TOKEN})
    visitor.headers["X-Forwarded-For"] = f"203.0.113.9, {client}"
    return visitor.post(LOGIN, {"login": name, "password": password})


def compared(name, *, since):
    """How many tries at `name` got as far as its password."""
    tried = AuditEntry.objects.filter(pk__gt=since, action="sign_in_failed", label=name)
    return sum("reason" not in entry.details for entry in tried)
