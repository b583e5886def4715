import pytest
from django.test import Client
from django.urls import get_resolver

from articles import pace
from newsroom import limits
from tests.factories import make_member

pytestmark = pytest.mark.django_db

PREVIEW = "/fr/preview/guessed/"


@pytest.fixture
def _few(monkeypatch):
    monkeypatch.setattr(limits, "LIMITS", dict.fromkeys(limits.LIMITS, 2))
    monkeypatch.setattr(pace, "MINUTE", 10**8)  # none ends during a test


def statuses(client, address, times, **options):
    return [client.get(address, **options).status_code for _time in range(times)]


@pytest.mark.usefixtures("_few")
def test_links_of_previews_are_not_tried_one_after_the_other(client):
    assert statuses(client, PREVIEW, 2) == [404, 404]

    answer = client.get(PREVIEW)

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 10**8


@pytest.mark.usefixtures("_few")
def test_another_address_of_the_network_has_its_own_count(client):
    statuses(client, PREVIEW, 3)

    assert statuses(client, PREVIEW, 1, REMOTE_ADDR="192.0.2.7") == [404]


@pytest.mark.usefixtures("_few")
def test_a_forged_header_gives_no_more_tries(client):
    statuses(client, PREVIEW, 2)

    forged = {"headers": {"x-forwarded-for": "192.0.2.9"}}

    assert statuses(client, PREVIEW, 1, **forged) == [429]


@pytest.mark.usefixtures("_few")
def test_people_behind_one_address_have_their_own_count():
    for _person in range(3):
        client = Client()
        client.force_login(make_member("desk chief"))
        sent = [client.post("/admin/articles/photo/add/") for _time in range(3)]
        assert [answer.status_code for answer in sent] == [200, 200, 429]


@pytest.mark.usefixtures("_few")
def test_what_costs_little_has_no_limit(client):
    assert statuses(client, "/healthz", 5) == [200] * 5


def names(patterns, prefix=""):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern.url_patterns, prefix + inner)
        elif pattern.name:
            yield prefix + pattern.name


def test_every_limit_is_of_an_address_there_is():
    known = {*names(get_resolver().url_patterns)}

    assert {name for _method, name in limits.LIMITS} - known == set()
